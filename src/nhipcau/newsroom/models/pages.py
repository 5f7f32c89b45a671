"""Language versions as Wagtail pages, flat under one news index a language."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page, Revision
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from nhipcau.common.clock import civil, now
from nhipcau.common.evidence import digest
from nhipcau.common.text import slug as make_slug
from nhipcau.library.rules import BACK_OFFICE_BASE
from nhipcau.library.selectors import refuse_unpublishable
from nhipcau.newsroom.blocks import BodyBlock, media_of
from nhipcau.newsroom.blocks.comparing import BodyComparison
from nhipcau.newsroom.enums import Change
from nhipcau.newsroom.exceptions import NotApproved
from nhipcau.newsroom.models.checking import check_report, must_pass_checks, remember_published
from nhipcau.newsroom.models.permissions import StoryPermissionTester
from nhipcau.newsroom.models.routing import ApprovalRoute
from nhipcau.newsroom.page_forms import WORK_FIELDS, StoryForm
from nhipcau.newsroom.rules import addresses
from nhipcau.newsroom.rules.texts import TEXT_FIELDS
from nhipcau.newsroom.signals import version_published, version_unpublished
from nhipcau.translation.services.checks import require_publishable

#: What an approved text brings to the page.
SHOWN_FIELDS = (
    *TEXT_FIELDS,
    "source_revision_id",
    "is_machine_draft",
    "seo_title",
    "search_description",
)
# Filled by the app's ``ready()``: selectors stand above models and may not be imported here.
_preview_context: list[Callable[["StoryPage", datetime], dict[str, Any]]] = []


def provide_preview_context(provide: Callable[["StoryPage", datetime], dict[str, Any]]) -> None:
    """Say what a previewed story's template is given; called once."""
    _preview_context[:] = [provide]


class BodyPanel(FieldPanel):
    """The body in the form, and in comparisons of two texts."""

    def get_comparison_class(self) -> type[BodyComparison]:
        """How two bodies are set side by side."""
        return BodyComparison


class NewsIndexPage(Page):
    """The one parent of all stories of a language. Readers see lists instead of it."""

    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["web.HomePage"]
    subpage_types: ClassVar[list[str]] = ["newsroom.StoryPage"]

    class Meta:
        verbose_name = _("news index")
        verbose_name_plural = _("news indexes")

    def get_url_parts(self, request: Any = None) -> tuple[int, str, str] | None:
        """Where readers find the list of this language."""
        return _url_parts(self, request, addresses.news_address(self.locale.language_code))


class StoryPage(Page):
    """One language version of a work.

    Attributes:
        work: The story itself.
        kicker: Short line above the headline.
        lead: First paragraph, plain text.
        body: The rest, in blocks.
        byline: Author line as printed.
        source_revision_id: For a translation, the revision of the source version that it
            reflects, by its database id.
        is_machine_draft: Whether a machine drafted any of the text.
        updated_at: Last publication that changed what the text says; small fixes leave it. Empty
            while the version stands as first published.
    """

    work = models.ForeignKey(
        "newsroom.Work", on_delete=models.PROTECT, related_name="versions", verbose_name=_("work")
    )
    kicker = models.CharField(
        _("kicker"),
        max_length=120,
        blank=True,
        help_text=_("A few words above the headline, such as the occasion."),
    )
    lead = models.TextField(
        _("lead"), blank=True, help_text=_("The first paragraph: who, what, where, when.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    byline = models.CharField(
        _("byline"), max_length=200, blank=True, help_text=_("The author as printed.")
    )
    source_revision_id = models.BigIntegerField(null=True, blank=True, editable=False)
    is_machine_draft = models.BooleanField(_("drafted by a machine"), default=False, editable=False)

    updated_at = models.DateTimeField(_("updated at"), null=True, blank=True, editable=False)

    base_form_class = StoryForm
    template = "newsroom/story.html"
    parent_page_types: ClassVar[list[str]] = ["newsroom.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    promote_panels: ClassVar[list] = []
    content_panels: ClassVar[list] = [
        FieldPanel("kicker"),
        FieldPanel("title", heading=_("Headline")),
        FieldPanel("lead"),
        BodyPanel("body"),
        FieldPanel("byline"),
    ]
    # What holds in every language; publication at a time takes effect once approved.
    work_panels: ClassVar[list] = [
        FieldPanel("work_shown", disable_comments=True),
        *(FieldPanel(name) for name in WORK_FIELDS),
        PublishingPanel(),
        CommentPanel(),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Text")),
            ObjectList(work_panels, heading=_("About the story")),
        ]
    )

    translatable_fields: ClassVar[list] = [
        TranslatableField("title"),
        TranslatableField("kicker"),
        TranslatableField("lead"),
        TranslatableField("body"),
        SynchronizedField("byline"),
        SynchronizedField("work"),
    ]
    search_fields: ClassVar[list] = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.SearchField("byline"),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @property
    def language(self) -> str:
        """BCP 47 code of this version."""
        return self.locale.language_code

    @property
    def address(self) -> str:
        """The version's public address, an absolute path."""
        return addresses.story_address(self.language, self.slug)

    @property
    def shown_as_updated_at(self) -> datetime | None:
        """The date of update that readers, feeds and sitemaps name (UTC).

        The first publication while the text stands as it was; ``None`` before it is public.
        """
        return self.updated_at or self.work.published_at or self.first_published_at

    def get_url_parts(self, request: Any = None) -> tuple[int, str, str] | None:
        """The version's public address in Wagtail's terms."""
        return _url_parts(self, request, self.address)

    def _set_core_field_defaults(self) -> None:
        """Give the version its address while it was never public.

        Wagtail calls this before both of its ways of checking a page, for drafts and in full.
        """
        if self.first_published_at is None and self.title and self.work_id:
            self.slug = f"{make_slug(self.title)}-{self.work.short_id}"
        super()._set_core_field_defaults()

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What the preview shows: the same context as readers' pages."""
        context = super().get_context(request, *args, **kwargs)
        for provide in _preview_context:
            context |= provide(self, now())
        return context | {"media_base": BACK_OFFICE_BASE}

    def permissions_for_user(self, user: Any) -> StoryPermissionTester:
        """What Wagtail's editing pages may offer this person."""
        return StoryPermissionTester(user, self)

    def with_content_json(self, content: Any) -> Any:
        """The version as a revision has it; the date of update belongs to the version itself."""
        page = super().with_content_json(content)
        page.updated_at = self.updated_at
        return page

    def serializable_data(self) -> dict[str, Any]:
        """What a revision keeps: where comments stand, but not their words, which end sooner."""
        data: dict[str, Any] = super().serializable_data()
        for comment in data[COMMENTS_RELATION_NAME]:
            comment |= {"text": "", "replies": []}
        return data

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Keep a revision and tell the work what its headline is now."""
        revision = super().save_revision(*args, **kwargs)
        self.work.note_versions()
        return revision

    def get_workflow(self) -> Any:
        """The approval steps for its language, section and kind, else those of its index."""
        return ApprovalRoute.workflow_for(self) or super().get_workflow()

    def approval_of(self, revision: Revision) -> Any:
        """The latest last-step approval of exactly this revision, as it now stands, if any."""
        return self.approvals.filter(
            is_final=True, revision_id=revision.pk, digest=digest(revision.content)
        ).first()

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Make an approved revision public; every way to publication passes here.

        Args:
            revision: The revision to publish.
            *args: As Wagtail's own method takes.
            **kwargs: As Wagtail's own method takes.

        Raises:
            NotApproved: if nobody has approved exactly this revision.
            MediumNotPublishable: if a photograph's right has ended or a consent is missing.
            OpenErrors: if the checks find errors in a translation that no editor has overridden.
        """
        approval = self.approval_of(revision)
        if approval is None:
            raise NotApproved
        if must_pass_checks(approval) and (report := check_report(self, revision)):
            require_publishable(report)
        was_public = self.first_published_at is not None
        # Only its own words are asked for here; Wagtail itself reads what it points to.
        revised = type(self).from_serializable_data(revision.content, check_fks=False)
        refuse_unpublishable(media_of(revised.body).all(), today=civil(now()).date())
        is_for_later = revised.go_live_at is not None and revised.go_live_at > now()
        rows = type(self).objects.select_related("work", "locale")
        with transaction.atomic():
            before = rows.get(pk=self.pk) if was_public and is_for_later else None
            result = super().publish(revision, *args, **kwargs)
            page = rows.get(pk=self.pk)
            if before is not None and not page.live:
                page.stand_as(before)
            if page.live:
                page.work.note_publication(page.first_published_at or now())
                page.work.note_versions()
                page.note_media()
                remember_published(page, approval, now())
                if was_public:
                    page.note_change(approval)
                version_published.send(sender=type(self), page=page)
        return result

    def update_aliases(self, **kwargs: Any) -> None:
        """Change no other page: every way to publication passes by :meth:`publish`.

        Wagtail writes what is published into pages that follow this one, past any approval.
        Stories cannot be copied, so none does; and where no page follows any other, SQLite looks
        for them by reading all pages, since its statistics call that column good for nothing.

        Args:
            **kwargs: As Wagtail's own method takes.
        """

    def stand_as(self, before: "StoryPage") -> None:
        """Keep what readers know of a version that is off the site until its new text is due.

        Wagtail writes the text that waits into the row at once; the page that says that the story
        is no longer published, and the wire, would tell its headline before its time.

        Args:
            before: The row as it was.
        """
        for name in SHOWN_FIELDS:
            setattr(self, name, getattr(before, name))
        self.save()
        self.work.note_versions()
        if before.live:
            version_unpublished.send(sender=type(self), page=self)

    def note_change(self, approval: Any) -> None:
        """Move the date of update and show the correction, as the approval of the text says.

        Args:
            approval: The approval of what has just been published anew.
        """
        if approval.change == Change.SMALL_FIX:
            return
        self.updated_at = now()
        type(self).objects.filter(pk=self.pk).update(updated_at=self.updated_at)
        if correction := getattr(approval, "correction", None):
            correction.publish(self.updated_at)

    def unpublish(self, *args: Any, **kwargs: Any) -> Any:
        """Take the version off the public site; its address then says so."""
        with transaction.atomic():
            result = super().unpublish(*args, **kwargs)
            self.work.note_versions()
            version_unpublished.send(sender=type(self), page=self)
        return result

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete the version; the desk's lists no longer count it."""
        result = super().delete(*args, **kwargs)
        self.work.note_versions()
        return result

    def image_ids(self) -> list[int]:
        """Database ids of the images in the body, in their order, each once."""
        return list(media_of(self.body).images)

    def note_media(self) -> None:
        """Bring the lists of what readers see and are offered in this version up to date."""
        media = media_of(self.body)
        for rows, found in (
            (self.published_images, {"image_id": media.images}),
            (
                self.published_files,
                {"recording_id": media.recordings, "document_id": media.documents},
            ),
        ):
            shown = {(name, pk) for name, pks in found.items() for pk in pks}
            known = {
                (name, getattr(row, name)): row.pk
                for row in rows.all()
                for name in found
                if getattr(row, name)
            }
            if gone := [known[medium] for medium in known.keys() - shown]:
                rows.filter(pk__in=gone).delete()
            rows.model.objects.bulk_create(
                rows.model(page=self, **{name: pk}) for name, pk in sorted(shown - known.keys())
            )


def _url_parts(page: Page, request: Any, address: str) -> tuple[int, str, str] | None:
    """Wagtail's (site id, root address, path) of a page whose path we compute ourselves."""
    for path in page._get_relevant_site_root_paths(request):
        if page.url_path.startswith(path.root_path):
            return path.site_id, path.root_url, address
    sites = page._get_relevant_site_root_paths(request)
    return (sites[0].site_id, sites[0].root_url, address) if sites else None
