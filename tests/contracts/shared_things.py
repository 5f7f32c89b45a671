"""Acts of the desk on what many pages share: names, photographs, the frame, the look."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Picture

from nhipcau.agencies.models import Agency, AgencyName, Place, PlaceName
from nhipcau.common.clock import civil
from nhipcau.library.models import Image
from nhipcau.newsroom.models import Section, SectionName, StoryPage, Topic, TopicName, Work
from nhipcau.publishing.services import note_release
from nhipcau.translation.services.terms import Wording, approve_term, propose_term
from nhipcau.web.models import (
    FrontPlacement,
    HomePage,
    InformationPage,
    KeyFigure,
    KeyFigureText,
    SiteProfile,
    SiteProfileText,
)
from nhipcau.web.selectors import theme

WORDS = ["Lễ hội", "Cà phê", "Đối ngoại", "Buôn Ma Thuột", "Hội nghị", "Hợp tác"]


class SharedThings:
    """The part of the desk that does not touch stories."""

    moment: object
    count: int

    def word(self) -> str:
        self.count += 1
        return f"{WORDS[self.count % len(WORDS)]} {self.count}"

    def today(self) -> date:
        return civil(self.moment).date()

    def photo(self) -> Image:
        return Image.objects.create(title=self.word(), file=self._picture())

    def _picture(self) -> SimpleUploadedFile:
        data = BytesIO()
        Picture.new("RGB", (64, 48), (self.count % 255, 90, 60)).save(data, "PNG")
        return SimpleUploadedFile("anh.png", data.getvalue())

    def recaption(self) -> None:
        for image in Image.objects.order_by("pk")[:1]:
            image.credit = self.word()
            image.save()

    def photo_right_ends_today(self) -> None:
        """From midnight on nobody may publish it, and nobody will announce that."""
        for image in Image.objects.order_by("pk")[:1]:
            image.rights_expire_on = self.today()
            image.save()

    def photo_right_is_renewed(self) -> None:
        for image in Image.objects.order_by("pk")[:1]:
            image.rights_expire_on = None
            image.save()

    def replace_photo(self) -> None:
        """Another file under the same image, as Wagtail's editing page does it."""
        for image in Image.objects.order_by("pk")[:1]:
            self.count += 40
            image.file = self._picture()
            image._set_image_file_metadata()
            image.save()
            image.renditions.all().delete()

    def delete_photo(self) -> None:
        for image in Image.objects.order_by("-pk")[:1]:
            image.delete()

    def rename_section(self) -> None:
        for name in SectionName.objects.order_by("pk")[:1]:
            name.name = self.word()
            name.save()

    def readdress_section(self) -> None:
        """Its address changes, sometimes to one that another section had before."""
        for name in SectionName.objects.order_by("-pk")[:1]:
            name.slug = "doi-ten" if name.slug.startswith("muc") else f"muc-{name.section_id}x"
            if not SectionName.objects.filter(language=name.language, slug=name.slug).exists():
                name.save()

    def reorder_menu(self) -> None:
        for section in Section.objects.order_by("pk")[:1]:
            section.sort_order = 9 - section.sort_order
            section.save()

    def close_section(self) -> None:
        for section in Section.objects.filter(works=None).order_by("-pk")[:1]:
            section.delete()

    def rename_publisher(self) -> None:
        name = AgencyName.objects.filter(agency__is_publisher=True).order_by("pk").first()
        name.name = self.word()
        name.save()

    def rename_publisher_tomorrow(self) -> None:
        """A decision of today gives it another name from tomorrow on."""
        agency = Agency.objects.get(is_publisher=True)
        last = agency.names.filter(language="vi").order_by("pk").last()
        last.valid_to = self.today()
        if last.valid_from and last.valid_from > last.valid_to:
            return
        last.save()
        AgencyName.objects.create(
            agency=agency,
            language="vi",
            name=self.word(),
            valid_from=self.today() + timedelta(days=1),
        )

    def merge_agency_tomorrow(self) -> None:
        """A member of the committee ceases to exist."""
        agency = Agency.objects.create(
            code=f"so-{self.count}", is_committee_member=True, valid_to=self.today()
        )
        AgencyName.objects.create(agency=agency, language="vi", name=self.word())

    def place_story(self, work: Work) -> None:
        place, created = Place.objects.get_or_create(code="krong-pac")
        if created:
            PlaceName.objects.create(place=place, language="vi", name="Krông Pắc")
        work.places.add(place)

    def credit_agency(self, work: Work) -> None:
        work.agencies.add(Agency.objects.order_by("pk").first())

    def follow_topic(self, work: Work) -> None:
        topic, created = Topic.objects.get_or_create(code="le-hoi")
        if created:
            TopicName.objects.create(topic=topic, language="vi", name="Lễ hội", slug="le-hoi")
        work.topics.add(topic)

    def rename_topic(self) -> None:
        for name in TopicName.objects.order_by("pk")[:1]:
            name.name = self.word()
            name.save()

    def readdress_topic(self) -> None:
        for name in TopicName.objects.order_by("pk")[:1]:
            name.slug = f"chu-de-{self.count}"
            self.count += 1
            name.save()

    def rename_place(self) -> None:
        for name in PlaceName.objects.order_by("pk")[:1]:
            name.name = self.word()
            name.save()

    def recode_place(self) -> None:
        for place in Place.objects.order_by("pk")[:1]:
            place.code = "krong-pak" if place.code == "krong-pac" else "krong-pac"
            place.save()

    def put_on_front(self, page: StoryPage) -> None:
        home = HomePage.objects.get(locale_id=page.locale_id)
        placed = FrontPlacement.objects.filter(home=home)
        if placed.count() > 1:
            placed.first().delete()
        else:
            FrontPlacement.objects.create(home=home, story=page)

    def rename_site(self) -> None:
        profile, _ = SiteProfile.objects.get_or_create(pk=1)
        text, _ = SiteProfileText.objects.get_or_create(profile=profile, language="vi")
        text.tagline = self.word()
        text.save()
        profile.contact_email = f"toa-soan-{self.count}@tinh.example.vn"
        profile.save()

    def rewrite_about(self) -> None:
        for page in InformationPage.objects.order_by("pk")[:1]:
            page.title = self.word()
            page.save()

    def count_province(self) -> None:
        figure, _ = KeyFigure.objects.get_or_create(
            code="dan-so", defaults={"as_of": date(2025, 1, 1), "source_name": "Niên giám"}
        )
        text, _ = KeyFigureText.objects.get_or_create(
            figure=figure, language="vi", defaults={"value": "1", "label": "Dân số"}
        )
        text.value = self.word()
        text.save()

    def agree_term(self) -> None:
        """A term that is in force from tomorrow on only."""
        term = propose_term(
            headword=self.word(),
            wordings=[Wording("en", self.word())],
            actor=None,
            now=self.moment,
            valid_from=self.today() + timedelta(days=1),
        )
        type(term).objects.filter(pk=term.pk).update(is_public=True)
        approve_term(term=type(term).objects.get(pk=term.pk), actor=None, now=self.moment)

    def change_theme(self) -> None:
        """A release with another style sheet."""
        theme._SOURCES = Path(mkdtemp())
        (theme._SOURCES / "a.css").write_text(f"body{{--number:{self.count}}}")
        self.count += 1
        theme.stylesheet.cache_clear()
        theme.stylesheet_address.cache_clear()
        note_release(fingerprint=f"{self.count:064x}", now=self.moment)
