"""Aligning archive documents and sending confirmed pairs to the memory."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from nhipcau.accounts.models import User
from nhipcau.common.exceptions import NotPermitted
from nhipcau.common.text import nfc, sentences
from nhipcau.translation.enums import AlignmentState, OriginKind, PairState
from nhipcau.translation.exceptions import AlreadyDecided, EmptySegment, SameLanguage
from nhipcau.translation.models import AlignedPair, Alignment
from nhipcau.translation.permissions import user_can_align, user_can_maintain_memory
from nhipcau.translation.rules.alignment import Bead, align
from nhipcau.translation.selectors.terms import terms_in
from nhipcau.translation.services.memory import memory_origin, remember_many
from nhipcau.translation.types import Pair


def aligned_texts(
    source: str, target: str, source_language: str, target_language: str
) -> list[tuple[str, str, Bead]]:
    """Align two texts with the help of the official terms.

    Args:
        source: Plain text of the document.
        target: Plain text of its translation.
        source_language: BCP 47 code.
        target_language: BCP 47 code.

    Returns:
        Source sentences, target sentences (each joined by a space) and their bead, in order.

    Raises:
        EmptySegment: if a text has no sentence.
        SameLanguage: if both languages are the same.
    """
    if source_language == target_language:
        raise SameLanguage
    left, right = sentences(nfc(source)), sentences(nfc(target))
    if not left or not right:
        raise EmptySegment
    # Terms and official names of the Vietnamese side are the best dictionary there is.
    vietnamese, code = (source, target_language)
    if not source_language.startswith("vi"):
        vietnamese, code = (target, source_language)
    extra = {
        (entry.source, entry.target)
        for match in terms_in(vietnamese, "vi", code)
        for entry in match.entries
    }
    beads = align(left, right, source_language, target_language, extra=sorted(extra))
    return [
        (
            " ".join(left[position] for position in bead.source),
            " ".join(right[position] for position in bead.target),
            bead,
        )
        for bead in beads
    ]


def align_documents(
    *,
    name: str,
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    actor: User | None,
    now: datetime,
    domain: str = "",
) -> Alignment:
    """Align two documents and keep the pairs for confirmation.

    Args:
        name: What to call it.
        source: Plain text of the document.
        target: Plain text of its translation.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
        actor: The person; ``None`` for the operator at the command line.
        now: The moment.
        domain: Field of use.

    Raises:
        NotPermitted: if the person may not align.
    """
    if actor is not None and not user_can_align(actor):
        raise NotPermitted
    rows = aligned_texts(source, target, source_language, target_language)
    with transaction.atomic():
        alignment = Alignment.objects.create(
            name=name[:255],
            source_language=source_language,
            target_language=target_language,
            domain=domain,
            created_by=actor,
            created_at=now,
        )
        AlignedPair.objects.bulk_create(
            AlignedPair(
                alignment=alignment,
                position=position,
                source=left,
                target=right,
                confidence=bead.confidence,
                is_doubtful=bead.is_doubtful,
            )
            for position, (left, right, bead) in enumerate(rows)
        )
        log(instance=alignment, action="translation.alignment.made", user=actor)
    return alignment


def decide_pairs(
    *, alignment: Alignment, decisions: dict[int, tuple[PairState, str, str]], actor: User
) -> int:
    """Record what a person says about pairs.

    Args:
        alignment: An open alignment.
        decisions: Primary key of a pair to its state and both texts as corrected.
        actor: The person.

    Returns:
        How many pairs changed.

    Raises:
        NotPermitted: if the person may not align.
        AlreadyDecided: if the alignment is closed.
        EmptySegment: if a kept pair lacks a side.
    """
    if not user_can_align(actor):
        raise NotPermitted
    with transaction.atomic():
        _open(alignment)
        changed = []
        for pair in alignment.pairs.filter(pk__in=decisions):
            state, source, target = decisions[pair.pk]
            source, target = nfc(source).strip(), nfc(target).strip()
            if state == PairState.KEPT and not (source and target):
                raise EmptySegment
            if (pair.state, pair.source, pair.target) != (state, source, target):
                pair.state, pair.source, pair.target = state, source, target
                changed.append(pair)
        AlignedPair.objects.bulk_update(changed, ["state", "source", "target"], batch_size=200)
    return len(changed)


def _open(alignment: Alignment) -> Alignment:
    """The alignment under a lock, if it is open."""
    locked = Alignment.objects.select_for_update().get(pk=alignment.pk)
    if locked.state != AlignmentState.OPEN:
        raise AlreadyDecided
    return locked


def confirm_alignment(*, alignment: Alignment, actor: User, now: datetime) -> int:
    """Send kept pairs, and undecided ones that are not doubtful, to the memory.

    Args:
        alignment: An open alignment.
        actor: The approving person; needs the right to maintain the memory.
        now: The moment.

    Returns:
        How many pairs the memory gained.

    Raises:
        NotPermitted: if the person may not approve text.
        AlreadyDecided: if the alignment is closed.
    """
    if not user_can_maintain_memory(actor):
        raise NotPermitted
    with transaction.atomic():
        locked = _open(alignment)
        pairs = [pair for pair in locked.pairs.order_by("position") if _is_taken(pair)]
        origin = memory_origin(
            kind=OriginKind.ALIGNMENT,
            key=f"alignment:{locked.uuid}",
            name=locked.name,
            domain=locked.domain,
            added_by=actor,
            now=now,
        )
        done = remember_many(
            pairs=_with_context(pairs),
            source_language=locked.source_language,
            target_language=locked.target_language,
            approved_by=actor,
            origin=origin,
            now=now,
        )
        locked.state, locked.decided_by, locked.decided_at = AlignmentState.CONFIRMED, actor, now
        locked.origin = origin
        locked.save()
        log(
            instance=locked,
            action="translation.alignment.confirmed",
            user=actor,
            data={"added": done.added},
        )
    return done.added


def _is_taken(pair: AlignedPair) -> bool:
    """Whether a pair goes to the memory: kept by a person, or sure and not dropped."""
    if not pair.source or not pair.target or pair.state == PairState.DROPPED:
        return False
    return pair.state == PairState.KEPT or not pair.is_doubtful


def _with_context(pairs: Sequence[AlignedPair]) -> list[Pair]:
    """Pairs with the source text before and after each."""
    texts = ["", *(pair.source for pair in pairs), ""]
    return [
        Pair(pair.source, pair.target, before=texts[index], after=texts[index + 2])
        for index, pair in enumerate(pairs)
    ]


def discard_alignment(*, alignment: Alignment, actor: User, now: datetime) -> None:
    """Close an alignment without using it.

    Raises:
        NotPermitted: if the person may not align.
        AlreadyDecided: if the alignment is closed.
    """
    if not user_can_align(actor):
        raise NotPermitted
    with transaction.atomic():
        locked = _open(alignment)
        locked.state, locked.decided_by, locked.decided_at = AlignmentState.DISCARDED, actor, now
        locked.save()
        log(instance=locked, action="translation.alignment.discarded", user=actor)
