"""AVIF among the copies that readers get."""

import subprocess
import sys
from io import BytesIO

import PIL.Image
import pyexiv2
import pytest
from django.core.files.storage import default_storage

from nhipcau.library.models import Image
from nhipcau.library.rules import public_addresses
from nhipcau.library.rules.addresses import PUBLIC_COPIES
from nhipcau.library.services.copies import public_bytes, public_rendition
from nhipcau.library.services.metadata import read_metadata
from nhipcau.library.services.photos import store_photo
from nhipcau.library.services.press_kit import clean_original
from nhipcau.library.templatetags.library_tags import card_photo, photo
from nhipcau.library.tests.photographs import encoded, picture, tagged
from nhipcau.library.types import KitPicture

pytestmark = pytest.mark.django_db

AVIF = [copy for copy in PUBLIC_COPIES if copy.format == "avif"]
CAPTION = "Lễ hội cồng chiêng & “đâm trâu” <2020>"


def store(content: bytes = b"", name: str = "a.jpg") -> Image:
    content = content or tagged(encoded(picture(400, 300)), caption=CAPTION, credit="Lan Anh")
    image = store_photo(content=content, name=name, actor=None)
    image.rights_holder = "Báo Đắk Lắk"
    image.save()
    return image


def test_avif_copies_bear_caption_credit_and_rights_and_neither_place_nor_camera():
    image = store()
    assert [copy.name for copy in AVIF] == ["960", "1600", "card-480", "card-960", "card-1500"]
    for copy in AVIF:
        body = public_bytes(image, copy)
        # Pillow wrote them; Exiv2 reads them.
        with pyexiv2.ImageData(body) as read:
            assert read.read_xmp() == {
                "Xmp.dc.description": {'lang="x-default"': CAPTION},
                "Xmp.dc.creator": ["Lan Anh"],
                "Xmp.dc.rights": {'lang="x-default"': "Báo Đắk Lắk"},
                "Xmp.photoshop.Credit": "Lan Anh",
            }
            assert not read.read_exif()
        assert b"SERIAL-0001" not in body
        with PIL.Image.open(BytesIO(body)) as opened:
            assert opened.format == "AVIF"
            shape = 1.5 if copy.is_cropped else 400 / 300
            assert opened.width / opened.height == pytest.approx(shape, rel=0.01)


def test_another_caption_makes_other_avif_copies_and_leaves_none_of_the_former(
    django_capture_on_commit_callbacks,
):
    image = store()
    for copy in AVIF:
        public_rendition(image, copy)
    others = image.renditions.exclude(filter_spec__endswith="credited")
    kept = set(others.values_list("pk", flat=True))
    former = [row.file.name for row in image.renditions.filter(filter_spec__endswith="credited")]
    image.caption = "Chú thích mới"
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    # Though nobody has asked for a copy since.
    assert not [name for name in former if default_storage.exists(name)]
    assert read_metadata(public_bytes(image, AVIF[0])).caption == "Chú thích mới"
    assert set(others.values_list("pk", flat=True)) == kept
    assert image.renditions.count() == len(PUBLIC_COPIES)


@pytest.mark.parametrize("tag", [photo, card_photo])
def test_browsers_are_offered_avif_then_webp_then_jpeg(tag):
    image = store()
    told = tag({}, image)
    assert [source["type"] for source in told["sources"]] == ["image/avif", "image/webp"]
    offered = [part.split()[0] for row in told["sources"] for part in row["srcset"].split(", ")]
    assert {*offered, told["src"]} <= set(public_addresses(image.uuid))
    assert told["src"].endswith(".jpeg")


@pytest.mark.parametrize("mode", ["CMYK", "L", "P", "RGBA", "LA"])
def test_pictures_of_every_kind_of_colour_have_avif_copies(mode):
    kind = "JPEG" if mode in {"CMYK", "L"} else "PNG"
    image = store(encoded(picture(300, 200).convert(mode), kind), f"a.{kind.lower()}")
    red, green, blue, *_alpha = (
        PIL.Image.open(BytesIO(public_bytes(image, AVIF[0]))).convert("RGB").getpixel((290, 2))
    )
    assert min(red, green, blue) > 240, "white in the corner"


def test_a_clean_copy_of_an_avif_tells_neither_place_nor_camera():
    exif = PIL.Image.Exif()
    exif[PIL.ExifTags.Base.Orientation] = 6
    exif[PIL.ExifTags.Base.Model] = "Camera One"
    exif.get_ifd(PIL.ExifTags.IFD.GPSInfo)[PIL.ExifTags.GPS.GPSLatitudeRef] = "N"
    image = store(encoded(picture(64, 48), "AVIF", exif=exif), "a.avif")
    image.caption = CAPTION
    copy = clean_original(KitPicture(image, "Opening", "Lan Anh"))
    with pyexiv2.ImageData(copy) as read:
        assert not read.read_exif()
    assert read_metadata(copy).caption == "Opening"
    assert PIL.Image.open(BytesIO(copy)).size == (image.width, image.height) == (48, 64)


WITHOUT = """
import sys
sys.modules["PIL._avif"] = None
import django
django.setup()
from types import SimpleNamespace
from uuid import uuid4
from django.template import engines
from nhipcau.library.rules import public_addresses
image = SimpleNamespace(uuid=uuid4(), width=1200, height=800, is_decorative=False)
template = "{% load library_tags %}{% photo image %}{% card_photo image %}"
html = engines["django"].from_string(template).render({"image": image})
print("avif" in html, "webp" in html, len(public_addresses(image.uuid)))
from django.conf import settings
print("avif" in settings.WAGTAILIMAGES_EXTENSIONS)
"""


def test_where_pillow_knows_no_avif_there_are_webp_and_jpeg():
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False
    )
    assert told.stdout.split() == ["False", "True", "11", "False"], told.stderr
