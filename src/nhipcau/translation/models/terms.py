"""Official terms: one thing, its dated validity, its wordings in several languages."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from nhipcau.common.clock import now
from nhipcau.common.models import Dated, DatedQuerySet, Identified
from nhipcau.common.text import nfc, sort_key, tokens
from nhipcau.translation.enums import TermKind, TermState, VariantKind

SOURCE_LANGUAGE = "vi"


def order_key(headword: str) -> str:
    """The stored key of Vietnamese alphabetical order: letters first, then tones."""
    letters, tones, _text = sort_key(headword)
    return f"{letters} {tones}"[:520]


class TermQuerySet(DatedQuerySet):
    """Terms by state."""

    def approved(self) -> "TermQuerySet":
        """Terms that are official."""
        return self.filter(state=TermState.APPROVED)

    def proposed(self) -> "TermQuerySet":
        """Terms that wait for a decision."""
        return self.filter(state=TermState.PROPOSED)


class Term(Identified, Dated, ClusterableModel):
    """A name or concept whose translations are laid down.

    Attributes:
        kind: What it names.
        state: Proposed, approved or rejected.
        headword: The preferred Vietnamese wording, kept here for lists and search.
        sort: Key for Vietnamese alphabetical order.
        folded: All wordings without marks, for search as people type.
        domain: Field of use, free word.
        note: For translators.
        source: Where the wording is laid down.
        is_public: Shown in the public glossary once approved.
        proposed_by: Who proposed it.
        decided_by: Who approved or rejected it.
        decided_at: When.
        reason: Why it was rejected.
        updated_at: Last change.
    """

    kind = models.CharField(_("kind"), max_length=12, choices=TermKind, default=TermKind.CONCEPT)
    state = models.CharField(
        _("state"), max_length=10, choices=TermState, default=TermState.PROPOSED, editable=False
    )
    headword = models.CharField(
        _("Vietnamese"), max_length=255, help_text=_("The official Vietnamese wording.")
    )
    sort = models.CharField(max_length=520, editable=False, db_index=True)
    folded = models.TextField(editable=False, default="")
    domain = models.CharField(_("domain"), max_length=60, blank=True)
    note = models.TextField(_("note"), blank=True, help_text=_("For translators."))
    source = models.CharField(
        _("source"), max_length=255, blank=True, help_text=_("Where this wording is laid down.")
    )
    is_public = models.BooleanField(
        _("in the public glossary"), default=True, help_text=_("Shown to readers once approved.")
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("proposed by"),
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=pgettext_lazy("translation", "decided by"),
    )
    decided_at = models.DateTimeField(
        pgettext_lazy("translation", "decided at"), null=True, blank=True, editable=False
    )
    reason = models.CharField(_("reason for rejection"), max_length=255, blank=True, editable=False)
    updated_at = models.DateTimeField(_("updated at"), default=now, editable=False)

    objects: ClassVar[Any] = TermQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["sort", "pk"]
        indexes = [models.Index(fields=["state", "sort"], name="term_state_sort")]

    def __str__(self) -> str:
        return self.headword

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the headword composed and the key of order beside it."""
        self.headword = nfc(self.headword).strip()
        self.sort = order_key(self.headword)
        super().save(*args, **kwargs)


class TermWording(models.Model):
    """A wording of a term in one language.

    Attributes:
        term: The term.
        language: BCP 47 code.
        text: As written.
        kind: Empty for the preferred wording of the language, else what variant it is.
        key: The text's tokens joined by spaces, for conflicts and search.
    """

    term = ParentalKey(Term, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(_("language"), max_length=12, default="en")
    text = models.CharField(_("wording"), max_length=255)
    kind = models.CharField(
        _("role"),
        max_length=12,
        choices=[("", _("Preferred")), *VariantKind.choices],
        blank=True,
        default="",
    )
    key = models.CharField(max_length=255, editable=False, db_index=True)

    class Meta:
        verbose_name = _("wording")
        verbose_name_plural = _("wordings")
        ordering = ["language", "kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "language"],
                condition=models.Q(kind=""),
                name="term_one_preferred",
                violation_error_message=_("A language has one preferred wording."),
            )
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the text composed and its key beside it."""
        self.text = nfc(self.text).strip()
        self.key = " ".join(tokens(self.text))[:255]
        super().save(*args, **kwargs)


class TermStamp(models.Model):
    """A number that differs after every change of a term or a provider's name.

    Processes keep the terms in memory and read them again when this differs, so that a change is
    in force everywhere at once.

    Attributes:
        number: Drawn anew at every change.
    """

    number = models.PositiveBigIntegerField(default=0)


class CheckOverride(Identified):
    """A named editor's decision to publish over open errors, with the reason.

    Attributes:
        subject: Stable key of the document, such as ``work:<uuid>:en``.
        codes: Codes of the errors overridden, separated by spaces.
        digest: SHA-256 of the findings overridden; a different set needs a new decision.
        reason: Why.
        decided_by: The editor.
        decided_at: When.
    """

    subject = models.CharField(
        pgettext_lazy("translation", "document"), max_length=160, db_index=True
    )
    codes = models.CharField(_("checks"), max_length=255)
    digest = models.CharField(max_length=64)
    reason = models.TextField(_("reason"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=pgettext_lazy("translation", "decided by"),
    )
    decided_at = models.DateTimeField(pgettext_lazy("translation", "decided at"))

    class Meta:
        verbose_name = _("check override")
        verbose_name_plural = _("check overrides")
        ordering = ["-decided_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.subject}: {self.codes}"
