"""A desk of one pair of hands that does to the real site whatever it is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from unittest import mock

from django.utils import timezone
from wagtail.models import Locale

from nhipcau.common import clock
from nhipcau.newsroom.enums import ApprovalBasis, Change
from nhipcau.newsroom.models import (
    Approval,
    Correction,
    NewsIndexPage,
    RelatedWork,
    Section,
    SectionName,
    StoryPage,
    Work,
)
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.schedule import keep_schedule
from nhipcau.newsroom.services.works import add_version, create_work
from tests.contracts.shared_things import SharedThings

START = datetime(2026, 1, 31, 12, tzinfo=UTC)


class Newspaper(SharedThings):
    """Edits of the real site; every method is one act of the desk at the present moment."""

    def __init__(self) -> None:
        self.moment = START
        self.count = 0

    @contextmanager
    def at_present(self) -> Iterator[None]:
        """Stop the clock, also the one that Wagtail looks at."""
        with clock.fixed_time(self.moment), mock.patch.object(timezone, "now", clock.now):
            yield

    def wait(self, minutes: int) -> None:
        """Let time pass; what was scheduled happens, as the running scheduler sees to."""
        self.moment += timedelta(minutes=minutes)
        with self.at_present():
            keep_schedule(self.moment)

    def works(self) -> list[Work]:
        return list(Work.objects.order_by("pk"))

    def pages(self) -> list[StoryPage]:
        return list(StoryPage.objects.select_related("work", "locale").order_by("pk"))

    def publish(self, page: StoryPage) -> None:
        publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)

    def draft(self, *, days_ago: int = 0, with_photo: bool = False) -> StoryPage:
        body = [("paragraph", f"<p>{self.word()}</p>")]
        if with_photo:
            body.append(("photo", {"image": self.photo(), "caption": self.word()}))
        return create_work(
            actor=None,
            headline=self.word(),
            lead=self.word(),
            body=body,
            published_at=self.moment - timedelta(days=days_ago),
        )

    def write(self, *, days_ago: int = 0, with_photo: bool = False, embargo_hours: int = 0) -> None:
        page = self.draft(days_ago=days_ago, with_photo=with_photo)
        if embargo_hours:
            page.work.embargo_until = self.moment + timedelta(hours=embargo_hours)
            page.work.save()
        self.publish(page)

    def edit(self, page: StoryPage) -> None:
        page = page.get_latest_revision_as_object()
        page.title = self.word()
        page.lead = self.word()
        page.save_revision()
        if StoryPage.objects.get(pk=page.pk).live:
            self.publish(StoryPage.objects.get(pk=page.pk))

    def correct(self, page: StoryPage) -> None:
        """A corrected text with the note that readers see."""
        page = page.get_latest_revision_as_object()
        page.lead = self.word()
        if not StoryPage.objects.get(pk=page.pk).live:
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
        other = self.works()[-1]
        if other != work:
            RelatedWork.objects.get_or_create(work=work, related=other)

    def schedule(self, page: StoryPage, minutes: int) -> None:
        """An approved revision goes live at a later moment by itself, and off again later."""
        page = page.get_latest_revision_as_object()
        page.title = self.word()
        page.go_live_at = self.moment + timedelta(minutes=minutes)
        page.expire_at = page.go_live_at + timedelta(minutes=90)
        page.save_revision()
        self.publish(StoryPage.objects.get(pk=page.pk))

    def translate(self, work: Work, language: str = "en") -> None:
        if work.versions.filter(locale__language_code=language).exists():
            return
        self.publish(
            add_version(work=work, actor=None, language=language, headline=self.word(), lead="x")
        )

    def embargo(self, work: Work, hours: int) -> None:
        work.embargo_until = self.moment + timedelta(hours=hours) if hours else None
        work.save()

    def withdraw(self, work: Work) -> None:
        work.withdrawn_at, work.withdrawal_reason = self.moment, self.word()
        work.save()

    def redate(self, work: Work, days: int) -> None:
        """The date of first publication was wrong: the story moves to another month."""
        if work.published_at:
            work.published_at -= timedelta(days=days)
            work.save()

    def unpublish(self, page: StoryPage) -> None:
        StoryPage.objects.get(pk=page.pk).unpublish()

    def publish_again(self, page: StoryPage) -> None:
        self.publish(StoryPage.objects.get(pk=page.pk))

    def delete(self, page: StoryPage) -> None:
        """As nobody can from the back office: approvals hold a published story."""
        Correction.objects.filter(page=page).delete()
        Approval.objects.filter(page=page).delete()
        StoryPage.objects.get(pk=page.pk).delete()

    def rename(self, page: StoryPage) -> None:
        """The address of a published story changes."""
        page = StoryPage.objects.get(pk=page.pk)
        page.slug = f"ten-{self.count}-{page.work.short_id}"
        self.count += 1
        page.save()

    def change_language(self, page: StoryPage) -> None:
        """A version was filed under the wrong language."""
        page = StoryPage.objects.select_related("work", "locale").get(pk=page.pk)
        other = "en" if page.language == "vi" else "vi"
        if page.work.versions.filter(locale__language_code=other).exists():
            return
        page.move(NewsIndexPage.objects.get(locale__language_code=other), pos="last-child")
        page = StoryPage.objects.get(pk=page.pk)
        page.locale = Locale.objects.get(language_code=other)
        page.save()
        page.save_revision()

    def move(self, work: Work) -> None:
        """To another section, or into none."""
        sections = [*Section.objects.order_by("pk"), None]
        place = sections.index(work.section) if work.section else -1
        work.section = sections[(place + 1) % len(sections)]
        work.save()

    def open_section(self) -> None:
        number = Section.objects.count()
        section = Section.objects.create(code=f"muc-{number}")
        for language in ("vi", "en")[: 1 + number % 2]:
            SectionName.objects.create(
                section=section, language=language, name=self.word(), slug=f"muc-{number}"
            )
