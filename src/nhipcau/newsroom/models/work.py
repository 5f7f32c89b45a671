"""The work: what a story is before it is in any language."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.models import ClusterableModel

from nhipcau.agencies.selectors import site_publisher
from nhipcau.common.clock import now
from nhipcau.common.identifiers import short_id
from nhipcau.common.models import Identified
from nhipcau.common.text import fold
from nhipcau.newsroom.enums import Origin, Republication, WorkState
from nhipcau.newsroom.rules.languages import spaced

#: What no reader ever sees.
UNSEEN_FIELDS = frozenset({"secrecy_checked_at", "secrecy_checked_by"})


class Work(Identified, ClusterableModel):
    """A story, whatever the language; each language version is a page that points here.

    Embargo and withdrawal live here, so that no language escapes them. There is no field for a
    reporter's source, and there will be none.

    Attributes:
        short_id: Last part of the public addresses of all versions.
        publisher: The body in whose name it is published.
        source_name: Newspaper it was taken from, if not our own.
        source_address: Where it stood there.
        republication: Whether we may publish it.
        information_kind: Kind of external information (Decree 72/2015/NĐ-CP arts. 7-10); asked
            for at approval.
        form: Form of the activity; asked for at approval.
        section: Standing part of the paper.
        agencies: Bodies it is about or comes from.
        places: Places and countries it is about.
        topics: Matters it belongs to.
        deadline: By when the desk wants it.
        published_at: First publication anywhere; for brought-in works the source's own time.
        embargo_until: Nothing of it is public before this moment, in any language.
        withdrawn_at: From when it is withdrawn in every language.
        withdrawal_reason: Published at its addresses.
        secrecy_checked_at: When a person confirmed that it holds nothing classified.
        headline: Newest headline of the source version, for the desk's lists.
        desk_words: Headlines of all versions, bylines and short id, folded, for the desk's search.
        language_codes: The languages it has a version in, public or not, each between spaces.
        state: What readers have of it; embargo is a matter of the moment and not part of it.
        origin: How it came in.
        origin_key: Stable name of the source item, so that bringing it in again finds it.
        origin_digest: Digest of what was read last.
        origin_seen: Where several items hold this story, the digest of each as last read, by key.
    """

    short_id = models.CharField(
        _("short id"), max_length=8, unique=True, default=short_id, editable=False
    )
    publisher = models.ForeignKey(
        "agencies.Agency",
        on_delete=models.PROTECT,
        related_name="published_works",
        verbose_name=_("publisher"),
        help_text=_("The body in whose name it is published. Readers always see it."),
    )
    source_name = models.CharField(_("source newspaper"), max_length=200, blank=True)
    source_address = models.URLField(_("address at the source"), blank=True, max_length=500)
    republication = models.CharField(
        _("right to republish"), max_length=12, choices=Republication, default=Republication.OWN
    )
    information_kind = models.ForeignKey(
        "programme.Classification",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"scheme": "information_kind"},
        verbose_name=_("kind of information"),
    )
    form = models.ForeignKey(
        "programme.Classification",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"scheme": "form"},
        verbose_name=_("form"),
    )
    section = models.ForeignKey(
        "newsroom.Section",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="works",
        verbose_name=_("section"),
    )
    agencies = models.ManyToManyField(
        "agencies.Agency", blank=True, related_name="works", verbose_name=_("agencies")
    )
    places = models.ManyToManyField(
        "agencies.Place", blank=True, related_name="works", verbose_name=_("places")
    )
    topics = models.ManyToManyField(
        "newsroom.Topic", blank=True, related_name="works", verbose_name=_("topics")
    )
    deadline = models.DateTimeField(
        _("deadline"), null=True, blank=True, help_text=_("By when the desk wants it.")
    )
    created_at = models.DateTimeField(_("created at"), default=now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("created by"),
    )
    published_at = models.DateTimeField(_("first published at"), null=True, blank=True)
    embargo_until = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_("Nothing of it is public before this moment, in any language."),
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("withdrawn by"),
    )
    withdrawal_reason = models.TextField(
        _("reason for withdrawal"), blank=True, validators=[MaxLengthValidator(1000)]
    )
    secrecy_checked_at = models.DateTimeField(
        _("secrecy checked at"), null=True, blank=True, editable=False
    )
    secrecy_checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("secrecy checked by"),
    )
    origin = models.CharField(
        _("origin"), max_length=10, choices=Origin, default=Origin.WRITTEN, editable=False
    )
    origin_key = models.CharField(
        _("origin key"), max_length=300, null=True, blank=True, unique=True, editable=False
    )
    origin_digest = models.CharField(
        _("origin digest"), max_length=64, blank=True, editable=False, db_index=True
    )
    origin_seen = models.JSONField(default=dict, editable=False)

    headline = models.CharField(
        pgettext_lazy("newsroom", "headline"),
        max_length=255,
        blank=True,
        default="",
        editable=False,
    )
    desk_words = models.TextField(blank=True, default="", editable=False)
    language_codes = models.CharField(max_length=255, blank=True, default="", editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=WorkState, default=WorkState.DRAFT, editable=False
    )

    class Meta:
        verbose_name = _("work")
        verbose_name_plural = _("works")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="newsroom_work_published"),
            models.Index(fields=["-created_at", "-id"], name="newsroom_work_created"),
            models.Index(fields=["section", "-published_at", "-id"], name="newsroom_work_section"),
            # Few are under embargo or withdrawn; every list asks for them.
            models.Index(
                fields=["embargo_until"],
                condition=Q(embargo_until__isnull=False),
                name="newsroom_work_embargo",
            ),
            models.Index(
                fields=["-withdrawn_at"],
                condition=Q(withdrawn_at__isnull=False),
                name="newsroom_work_withdrawn",
            ),
            models.Index(fields=["state", "-created_at", "-id"], name="newsroom_work_state"),
            models.Index(fields=["created_by", "-created_at", "-id"], name="newsroom_work_author"),
            models.Index(fields=["section", "-created_at", "-id"], name="newsroom_work_filed"),
            models.Index(fields=["headline", "id"], name="newsroom_work_headline"),
            models.Index(
                fields=["deadline"],
                name="newsroom_work_deadline",
                condition=Q(deadline__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawal_reason=""),
                name="newsroom_work_withdrawal_reason",
            )
        ]

    def __str__(self) -> str:
        return self.headline or self.short_id

    @classmethod
    def start(cls, created_by: Any) -> "Work":
        """A new work of the site's own publisher.

        Args:
            created_by: The colleague who begins it.

        Raises:
            NoPublisher: if the site has no publisher yet.
        """
        return cls.objects.create(publisher=site_publisher(), created_by=created_by)

    @classmethod
    def is_seen_in(cls, names: Collection[str] | None) -> bool:
        """Whether readers may see a change of fields.

        Args:
            names: What was saved; ``None`` for the whole row.
        """
        return names is None or not UNSEEN_FIELDS.issuperset(names)

    @property
    def key(self) -> str:
        """Surrogate key of everything readers see of this work."""
        return f"work:{self.pk}"

    @property
    def languages(self) -> str:
        """Languages of its versions, drafts in brackets, such as ``vi, (en)``."""
        return ", ".join(
            row.language if row.live else f"({row.language})" for row in self.versions.all()
        )

    def related_works(self) -> list["Work"]:
        """Related works: those chosen here in their order, then those at which it was chosen."""
        if (
            not {"related_links", "related_from"}
            <= getattr(self, "_prefetched_objects_cache", {}).keys()
        ):
            models.prefetch_related_objects([self], "related_links__related", "related_from__work")
        chosen = [row.related for row in self.related_links.all()]
        naming = [row.work for row in sorted(self.related_from.all(), key=lambda row: row.pk)]
        return list({work.pk: work for work in [*chosen, *naming]}.values())

    def note_versions(self) -> None:
        """Bring up to date what the desk's lists show and search of the versions."""
        versions = list(
            self.versions.order_by("pk").values(
                "locale__language_code", "draft_title", "title", "byline", "live"
            )
        )
        headlines = [row["draft_title"] or row["title"] for row in versions]
        source = next(
            (
                headline
                for row, headline in zip(versions, headlines, strict=True)
                if row["locale__language_code"] == "vi"
            ),
            headlines[0] if headlines else "",
        )
        words = [*headlines, *(row["byline"] for row in versions), self.short_id]
        self.headline = source[:255]
        self.desk_words = fold(" · ".join(dict.fromkeys(word for word in words if word)))
        self.language_codes = spaced(row["locale__language_code"] for row in versions)
        self.state = WorkState.DRAFT
        if type(self).objects.filter(pk=self.pk, withdrawn_at__isnull=False).exists():
            self.state = WorkState.WITHDRAWN
        elif any(row["live"] for row in versions):
            self.state = WorkState.PUBLISHED
        # Readers see none of this, so nobody is told.
        type(self).objects.filter(pk=self.pk).update(
            headline=self.headline,
            desk_words=self.desk_words,
            language_codes=self.language_codes,
            state=self.state,
        )

    def is_public_at(self, moment: datetime) -> bool:
        """Whether embargo and withdrawal allow it to be read at a moment (UTC)."""
        return self.withdrawn_at is None and (
            self.embargo_until is None or self.embargo_until <= moment
        )

    def note_publication(self, moment: datetime) -> None:
        """Remember the first publication, unless the source's own time is known already.

        Args:
            moment: When a version went live (UTC).
        """
        if self.published_at is None:
            self.published_at = moment
            # Whoever shows the work is told once, by the publication that this is part of.
            type(self).objects.filter(pk=self.pk).update(published_at=moment)
