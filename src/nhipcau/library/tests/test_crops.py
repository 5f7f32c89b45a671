"""What of a photograph readers see where only a part of it is shown."""

from io import BytesIO

import PIL.Image
import pytest
from django.urls import reverse

from nhipcau.accounts.enums import Role
from nhipcau.library.models import Image
from nhipcau.library.rules.addresses import PUBLIC_COPIES
from nhipcau.library.rules.pixels import LARGE_PIXELS
from nhipcau.library.selectors import crops
from nhipcau.library.services.copies import public_rendition
from nhipcau.library.services.photos import store_photo
from nhipcau.library.templatetags.library_tags import card_photo
from nhipcau.library.tests.photographs import encoded

pytestmark = pytest.mark.django_db

COPIES = {(copy.name, copy.format): copy for copy in PUBLIC_COPIES}
CARD = COPIES["card-480", "webp"]
TURNED = PIL.Image.Exif()
TURNED[PIL.ExifTags.Base.Orientation] = 6


def photograph(width: int, height: int, red: tuple[int, int, int, int], **options) -> Image:
    """White with something red in it, given by left, top, right, bottom; the red is what matters.

    With ``exif`` the file has it lying on its side, as a telephone held upright writes it.
    """
    drawn = PIL.Image.new("RGB", (width, height), "white")
    drawn.paste("red", red)
    if "exif" in options:
        drawn = drawn.transpose(PIL.Image.Transpose.ROTATE_90)
    return store_photo(content=encoded(drawn, **options), name="a.jpg", actor=None)


def choose(image: Image, red: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = red
    image.focal_point_x, image.focal_point_y = (left + right) // 2, (top + bottom) // 2
    image.focal_point_width, image.focal_point_height = right - left, bottom - top
    image.save()


def seen(image: Image, copy) -> tuple[tuple[int, int], float]:
    """Size of a copy, and the share of it that is red."""
    with public_rendition(Image.objects.get(pk=image.pk), copy).file.open() as file:
        shown = PIL.Image.open(BytesIO(file.read())).convert("RGB")
    pixels = shown.tobytes()
    reds = sum(
        red > 180 and green < 90 for red, green in zip(pixels[::3], pixels[1::3], strict=True)
    )
    return shown.size, reds / (shown.width * shown.height)


SHAPES = {
    "above, in a high one": (1200, 2400, (0, 0, 300, 300)),
    "at the edge of a broad one": (2400, 800, (2200, 200, 2400, 400)),
    "in one of many pixels": (5200, 2400, (4900, 1000, 5200, 1300)),
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("name", ["card", "share"])
def test_crops_hold_what_matters_and_the_middle_without_it(shape, name):
    width, height, red = shape
    copy = CARD if name == "card" else COPIES["share", "jpeg"]
    image = photograph(width, height, red)
    size, share = seen(image, copy)
    assert size == ((480, 320) if name == "card" else (1200, 630))
    assert share == 0, "the middle"
    choose(image, red)
    size, share = seen(image, copy)
    ratio = size[0] / size[1]
    shown = min(width, height * ratio) ** 2 / ratio
    whole = (red[2] - red[0]) * (red[3] - red[1]) / shown
    assert share == pytest.approx(whole, rel=0.1)


def test_whole_copies_stay_whole_and_earlier_crops_are_not_kept():
    image = photograph(1200, 2400, (0, 0, 300, 300))
    for copy in PUBLIC_COPIES:
        public_rendition(image, copy)
    whole = {row.pk for row in image.renditions.filter(filter_spec__startswith="width-")}
    assert image.renditions.count() == len(PUBLIC_COPIES)
    for left in (0, 300, 600):
        choose(image, (left, 0, left + 300, 300))
        assert seen(image, COPIES["480", "webp"])[0] == (480, 960)
        seen(image, CARD)
        assert image.renditions.count() == len(PUBLIC_COPIES)
    assert {row.pk for row in image.renditions.filter(filter_spec__startswith="width-")} == whole


def test_a_picture_of_fewer_pixels_is_cropped_and_not_enlarged():
    image = photograph(300, 300, (0, 0, 30, 30))
    told = card_photo({}, image)
    assert seen(image, COPIES["card-960", "jpeg"])[0] == (told["width"], told["height"])
    assert (told["width"], told["height"]) == (300, 200)
    assert "960" in told["src"]
    assert told["srcset"].endswith(" 300w")


def test_a_photograph_taken_upright_counts_as_it_is_looked_at():
    red = (0, 0, 300, 300)
    image = photograph(1200, 2400, red, exif=TURNED)
    assert (image.width, image.height) == (1200, 2400)
    choose(image, red)
    assert seen(image, CARD)[1] == pytest.approx(90_000 / (1200 * 800), rel=0.1)
    assert seen(image, COPIES["480", "jpeg"])[0] == (480, 960)


def test_what_has_many_pixels_is_read_reduced_though_its_focal_point_is_known():
    image = photograph(6000, 4000, (5000, 1000, 5400, 1400))
    choose(image, (5000, 1000, 5400, 1400))
    with image.get_willow_image() as willow:
        width, height = willow.get_size()
    assert width * height < LARGE_PIXELS < image.width * image.height
    # Asked for several, Wagtail would read the file itself.
    several = image.get_renditions("fill-300x200", "fill-200x300")
    assert [(row.width, row.height) for row in several.values()] == [(300, 200), (200, 300)]


def test_the_form_shows_the_crops_and_those_of_another_choice(site, client_as):
    client = client_as(Role.EDITOR)
    image = photograph(1200, 2400, (0, 0, 300, 300))
    page = client.get(reverse("wagtailimages:edit", args=[image.pk])).content.decode()
    places = ["current-focal-point-indicator", "nc-crops", "remove-focal-point"]
    assert sorted(places, key=page.index) == places
    assert 'viewBox="0 800 1200 800"' in page
    assert "Trên thẻ tin và trong danh sách" in page
    address = reverse("library_crops", args=[image.pk])
    chosen = {"x": 150, "y": 150, "width": 300, "height": 300}
    shown = client.get(address, chosen).content.decode()
    card = crops(image)[0]
    assert (card.left, card.top) == (0, 800), "nothing was saved"
    top = int(shown.split('viewBox="0 ')[1].split()[0])
    assert 0 <= top <= 150
    for broken in ({}, chosen | {"x": "-1"}, chosen | {"height": "a"}, chosen | {"x": "1" * 40}):
        answer = client.get(address, broken)
        assert 'viewBox="0 800 1200 800"' in answer.content.decode()


def test_crops_are_for_those_who_may_change_the_photograph(site, client_as):
    image = photograph(300, 300, (0, 0, 30, 30))
    address = reverse("library_crops", args=[image.pk])
    answer = client_as(Role.TRANSLATOR).get(address)
    assert answer.status_code == 302
    assert b"<svg" not in answer.content
