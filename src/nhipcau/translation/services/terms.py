"""Proposing, approving, rejecting and changing terms."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction
from wagtail.log_actions import log

from nhipcau.accounts.models import User
from nhipcau.common.exceptions import NotPermitted
from nhipcau.common.surfaces import announce
from nhipcau.common.text import fold, nfc
from nhipcau.translation.enums import TermKind, TermState
from nhipcau.translation.exceptions import EmptySegment, TermConflict
from nhipcau.translation.models import Term, TermWording
from nhipcau.translation.permissions import user_can_approve_terms, user_can_propose_terms
from nhipcau.translation.selectors.terms import conflicting_terms

#: What the public glossary depends on.
GLOSSARY_KEY = "list:terms"


@dataclass(frozen=True)
class Wording:
    """A wording on its way into a term; ``kind`` is empty for the preferred one."""

    language: str
    text: str
    kind: str = ""


def announce_change() -> None:
    """Make every process read the terms again; call it inside the transaction of the change."""
    with connection.cursor() as cursor:
        # A random stamp, not a count: after a rollback a count would come up again and a process
        # that read the terms meanwhile would take the undone ones for current.
        cursor.execute(
            "INSERT INTO translation_termstamp (id, number) VALUES (1, %s)"
            " ON CONFLICT (id) DO UPDATE SET number = excluded.number",
            [secrets.randbits(62)],
        )
    announce(keys=[GLOSSARY_KEY], reason="translation.terms.changed")


def propose_term(
    *,
    headword: str,
    wordings: Sequence[Wording],
    actor: User | None,
    now: datetime,
    kind: TermKind = TermKind.CONCEPT,
    note: str = "",
    source: str = "",
    domain: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Term:
    """Propose a term; it is in force only once approved.

    Args:
        headword: The Vietnamese wording.
        wordings: Wordings in other languages, and Vietnamese variants.
        actor: The person; ``None`` for the starter list and commands of the operator.
        now: The moment.
        kind: What it names.
        note: For translators.
        source: Where the wording is laid down.
        domain: Field of use.
        valid_from: First day in force.
        valid_to: Last day in force.

    Raises:
        NotPermitted: if the person may not propose.
        EmptySegment: if there is no headword.
    """
    if actor is not None and not user_can_propose_terms(actor):
        raise NotPermitted
    if not nfc(headword).strip():
        raise EmptySegment
    with transaction.atomic():
        term = Term(
            headword=headword,
            kind=kind,
            note=note,
            source=source,
            domain=domain,
            valid_from=valid_from,
            valid_to=valid_to,
            proposed_by=actor,
            updated_at=now,
        )
        term.full_clean(exclude=["sort", "folded"])
        term.save()
        for wording in wordings:
            TermWording(
                term_id=term.pk, language=wording.language, text=wording.text, kind=wording.kind
            ).save()
        record_change(term=term, now=now)
        log(instance=term, action="translation.term.proposed", user=actor)
    return term


def record_change(*, term: Term, now: datetime) -> None:
    """Bring what is derived from a term's wordings up to date and tell every process.

    Args:
        term: A saved term whose fields or wordings have changed.
        now: The moment.
    """
    texts = TermWording.objects.filter(term_id=term.pk).order_by("pk")
    joined = " | ".join([term.headword, *texts.values_list("text", flat=True)])
    Term.objects.filter(pk=term.pk).update(folded=fold(joined), updated_at=now)
    announce_change()


def approve_term(*, term: Term, actor: User | None, now: datetime) -> Term:
    """Make a term official.

    Args:
        term: The term.
        actor: The person; ``None`` for the starter list.
        now: The moment.

    Raises:
        NotPermitted: if the person may not approve.
        TermConflict: if an approved term says otherwise in the same period.
    """
    return _decide(term=term, state=TermState.APPROVED, actor=actor, now=now, reason="")


def reject_term(*, term: Term, actor: User, now: datetime, reason: str = "") -> Term:
    """Refuse a term; it stays on record so that it is not proposed again unseen.

    Args:
        term: The term.
        actor: The person.
        now: The moment.
        reason: Why.

    Raises:
        NotPermitted: if the person may not decide.
    """
    return _decide(term=term, state=TermState.REJECTED, actor=actor, now=now, reason=reason)


def _decide(
    *, term: Term, state: TermState, actor: User | None, now: datetime, reason: str
) -> Term:
    """Decide on a term under a lock."""
    if actor is not None and not user_can_approve_terms(actor):
        raise NotPermitted
    with transaction.atomic():
        term = Term.objects.select_for_update().get(pk=term.pk)
        if state == TermState.APPROVED and (others := conflicting_terms(term)):
            raise TermConflict(
                f"{TermConflict.message} ({', '.join(other.headword for other in others[:3])})"
            )
        term.state, term.decided_by, term.decided_at = state, actor, now
        term.reason = reason[:255]
        term.save()
        record_change(term=term, now=now)
        log(instance=term, action=f"translation.term.{state.value}", user=actor)
    return term
