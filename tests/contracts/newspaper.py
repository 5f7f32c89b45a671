"""A desk of one pair of hands that does to the real site whatever it is told."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Picture

from nhipcau.agencies.models import AgencyName
from nhipcau.common import clock
from nhipcau.library.models import Image
from nhipcau.newsroom.enums import ApprovalBasis, Change
from nhipcau.newsroom.models import (
    RelatedWork,
    Section,
    SectionName,
    StoryPage,
    Topic,
    TopicName,
    Work,
)
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import add_version, create_work

# Later than any real clock, which Wagtail reads for its own dates.
START = datetime(2100, 1, 31, 12, tzinfo=UTC)
WORDS = ["Lễ hội", "Cà phê", "Đối ngoại", "Buôn Ma Thuột", "Hội nghị", "Hợp tác"]


class Newspaper:
    """Edits of the real site; every method is one act of the desk at the present moment."""

    def __init__(self) -> None:
        self.moment = START
        self.count = 0

    def works(self) -> list[Work]:
        return list(Work.objects.order_by("pk"))

    def pages(self) -> list[StoryPage]:
        return list(StoryPage.objects.select_related("work", "locale").order_by("pk"))

    def word(self) -> str:
        self.count += 1
        return f"{WORDS[self.count % len(WORDS)]} {self.count}"

    def publish(self, page: StoryPage) -> None:
        publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)

    def write(self, *, days_ago: int = 0, with_photo: bool = False, embargo_hours: int = 0) -> None:
        body = [("paragraph", f"<p>{self.word()}</p>")]
        if with_photo:
            body.append(("photo", {"image": self.photo(), "caption": self.word()}))
        page = create_work(
            actor=None,
            headline=self.word(),
            lead=self.word(),
            body=body,
            published_at=self.moment - timedelta(days=days_ago),
        )
        if embargo_hours:
            page.work.embargo_until = self.moment + timedelta(hours=embargo_hours)
            page.work.save()
        self.publish(page)

    def photo(self) -> Image:
        data = BytesIO()
        Picture.new("RGB", (64, 48), (self.count % 255, 90, 60)).save(data, "PNG")
        return Image.objects.create(
            title=self.word(), file=SimpleUploadedFile("anh.png", data.getvalue())
        )

    def edit(self, page: StoryPage) -> None:
        page = page.get_latest_revision_as_object()
        page.title = self.word()
        page.lead = self.word()
        page.save_revision()
        if StoryPage.objects.get(pk=page.pk).live:
            self.publish(StoryPage.objects.get(pk=page.pk))

    def translate(self, work: Work, language: str) -> None:
        if work.versions.filter(locale__language_code=language).exists():
            return
        self.publish(
            add_version(work=work, actor=None, language=language, headline=self.word(), lead="x")
        )

    def correct(self, page: StoryPage) -> None:
        if StoryPage.objects.get(pk=page.pk).first_published_at is None:
            return
        page.save_revision()
        publish_from_archive(
            page=StoryPage.objects.get(pk=page.pk),
            actor=None,
            basis=ApprovalBasis.SAMPLE,
            change=Change.CORRECTION,
            correction=self.word(),
        )

    def relate(self, work: Work) -> None:
        other = self.works()[0]
        if other != work:
            RelatedWork.objects.get_or_create(work=work, related=other)

    def follow(self, work: Work) -> None:
        topic, created = Topic.objects.get_or_create(code="le-hoi")
        if created:
            TopicName.objects.create(topic=topic, language="vi", name="Lễ hội", slug="le-hoi")
        work.topics.add(topic)

    def rename_topic(self) -> None:
        for name in TopicName.objects.all()[:1]:
            name.name = self.word()
            name.save()

    def embargo(self, work: Work, hours: int) -> None:
        work.embargo_until = self.moment + timedelta(hours=hours) if hours else None
        work.save()

    def withdraw(self, work: Work) -> None:
        work.withdrawn_at, work.withdrawal_reason = self.moment, self.word()
        work.save()

    def unpublish(self, page: StoryPage) -> None:
        StoryPage.objects.get(pk=page.pk).unpublish()

    def publish_again(self, page: StoryPage) -> None:
        self.publish(StoryPage.objects.get(pk=page.pk))

    def file_under(self, work: Work) -> None:
        section, created = Section.objects.get_or_create(code="van-hoa")
        if created:
            SectionName.objects.create(section=section, language="vi", name="Văn hóa", slug="vh")
        work.section = section
        work.save()

    def rename_section(self) -> None:
        for name in SectionName.objects.all()[:1]:
            name.name = self.word()
            name.save()

    def rename_publisher(self) -> None:
        name = AgencyName.objects.filter(agency__is_publisher=True).order_by("pk").first()
        name.name = self.word()
        name.save()

    def recaption(self) -> None:
        for image in Image.objects.order_by("pk")[:1]:
            image.credit = self.word()
            image.save()

    def wait(self, minutes: int) -> None:
        self.moment += timedelta(minutes=minutes)

    def at_present(self):
        return clock.fixed_time(self.moment)
