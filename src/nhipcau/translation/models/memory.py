"""Translation memory: approved text, where it came from, and the index that finds it again."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.common.clock import now
from nhipcau.common.models import Identified
from nhipcau.translation.enums import OriginKind


class MemoryOrigin(Identified):
    """Where units came from: a document at the desk, an aligned pair, a file.

    Attributes:
        kind: The way in.
        key: Stable name that the way in knows it by, such as ``work:…:en`` or a file's digest;
            empty origins share one record a kind, name and domain.
        name: What people call it: a headline, a file name.
        domain: Field of use, such as ``investment``; free word.
        note: Remarks, such as the licence of an imported memory.
        added_by: Who brought it in.
        added_at: When.
    """

    kind = models.CharField(_("kind"), max_length=12, choices=OriginKind, default=OriginKind.DESK)
    key = models.CharField(_("key"), max_length=120, blank=True, db_index=True)
    name = models.CharField(_("name"), max_length=255)
    domain = models.CharField(_("domain"), max_length=60, blank=True)
    note = models.CharField(_("note"), max_length=255, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("added by"),
    )
    added_at = models.DateTimeField(_("added at"), default=now)

    class Meta:
        verbose_name = _("memory origin")
        verbose_name_plural = _("memory origins")
        ordering = ["-added_at", "-pk"]

    def __str__(self) -> str:
        return self.name


class MemorySegment(models.Model):
    """One text in one language; each text is stored once however many units use it.

    Attributes:
        language: BCP 47 code.
        text: Plain text in Unicode NFC.
        digest: 64-bit hash of language and normal form; equal texts differ at most in case,
            punctuation and spelling habit.
        skeleton: The same hash with numbers masked, for texts with numbers.
    """

    language = models.CharField(_("language"), max_length=12)
    text = models.TextField(_("text"))
    digest = models.BigIntegerField(db_index=True)
    skeleton = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("memory segment")
        verbose_name_plural = _("memory segments")
        indexes = [
            models.Index(
                fields=["skeleton"],
                name="memory_skeleton",
                condition=models.Q(skeleton__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.text


class MemoryUnit(models.Model):
    """A pair of segments that a person approved as translations of each other.

    Attributes:
        source: The text translated.
        target: Its translation.
        origin: Where the pair came from.
        is_block: A whole paragraph, not a sentence.
        before: Digest of the source sentence before it, for the context bonus.
        after: Digest of the source sentence after it.
        approved_by: Who approved it; empty for imported units, whose origin answers for them.
        approved_at: When.
    """

    # The unique constraint begins with the source and is its index.
    source = models.ForeignKey(
        MemorySegment, on_delete=models.PROTECT, related_name="as_source", db_index=False
    )
    target = models.ForeignKey(MemorySegment, on_delete=models.PROTECT, related_name="as_target")
    origin = models.ForeignKey(MemoryOrigin, on_delete=models.PROTECT, related_name="units")
    is_block = models.BooleanField(_("whole block"), default=False)
    before = models.BigIntegerField(null=True)
    after = models.BigIntegerField(null=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approved by"),
        db_index=False,
    )
    approved_at = models.DateTimeField(_("approved at"))

    objects: Any = models.Manager()

    class Meta:
        verbose_name = _("memory unit")
        verbose_name_plural = _("memory units")
        constraints = [
            models.UniqueConstraint(fields=["source", "target"], name="memory_unit_pair")
        ]

    def __str__(self) -> str:
        return f"{self.source} = {self.target}"


class MemoryGram(models.Model):
    """Index of the memory: which segments have a hash among their eight smallest.

    Packing entries into rows keeps a segment under 500 bytes on PostgreSQL too; see
    :mod:`nhipcau.translation.rules.postings`.

    Attributes:
        bucket: The leading 14 bits of the hashes in this row.
        chunk: Counts the rows of one bucket from 0; only the last has room.
        postings: Entries of eight bytes: the rest of a hash and a segment's number.
    """

    pk = models.CompositePrimaryKey("bucket", "chunk")
    bucket = models.SmallIntegerField()
    chunk = models.SmallIntegerField()
    postings = models.BinaryField()

    class Meta:
        verbose_name = _("memory index row")
        verbose_name_plural = _("memory index rows")


class MemoryIndexState(models.Model):
    """Which normaliser the index was made with; another version means it must be rebuilt.

    Attributes:
        normaliser_version: Version of the text normaliser and sketch.
        rebuilt_at: When it was last rebuilt.
    """

    normaliser_version = models.PositiveSmallIntegerField()
    rebuilt_at = models.DateTimeField(default=now)
