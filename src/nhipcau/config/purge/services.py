"""Asking for a purge, deciding on it, carrying it out."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from nhipcau.accounts.models import User
from nhipcau.common.exceptions import NotPermitted
from nhipcau.common.purging import purger
from nhipcau.config.models import PurgeRequest, PurgeState, Tombstone
from nhipcau.config.purge import tombstones
from nhipcau.config.purge.exceptions import PurgeError
from nhipcau.config.purge.leftovers import clean_storage, copies_left, refresh_derived
from nhipcau.config.purge.scrubbing import count_words, scrub_words
from nhipcau.config.purge.words import matcher_for

logger = logging.getLogger(__name__)
WORDS = "words"
MAY_ASK = "config.add_purgerequest"
MAY_DECIDE = "config.decide_purgerequest"


@transaction.atomic
def ask_for_purge(
    *, kind: str, named: str, reason: str, actor: User, now: datetime
) -> PurgeRequest:
    """Ask that something be removed from everywhere; nothing is removed yet.

    Args:
        kind: Kind of thing, or ``words``.
        named: Its address, number or identifier; the words themselves for words.
        reason: Why, without repeating what must go.
        actor: Who asks.
        now: The moment.

    Raises:
        NotPermitted: if the person may not ask.
        PurgeError: if nothing is named, or the words are too short.
    """
    if not actor.has_perm(MAY_ASK):
        raise NotPermitted
    request = PurgeRequest(kind=kind, reason=reason.strip(), requested_by=actor, requested_at=now)
    if kind == WORDS:
        request.title = named.strip()
        request.report = {"found": count_words(matcher_for(named))}
    else:
        target = purger(kind).find(named)
        if target is None:
            raise PurgeError.not_found()
        request.title, request.target_uuid = target.title, target.uuid
    request.save()
    log(request, "config.purge.asked", user=actor, data={"kind": kind})
    return request


def decide(*, request: PurgeRequest, actor: User, agrees: bool, now: datetime) -> PurgeRequest:
    """Agree to a purge or refuse it; agreeing does not carry it out yet.

    Args:
        request: The request.
        actor: The second person.
        agrees: Yes or no.
        now: The moment.

    Raises:
        NotPermitted: if the person may not decide.
        PurgeError: if it is the person who asked, or it was decided before.
    """
    if not actor.has_perm(MAY_DECIDE):
        raise NotPermitted
    with transaction.atomic():
        row = PurgeRequest.objects.select_for_update().get(pk=request.pk)
        if row.requested_by_id == actor.pk:
            raise PurgeError.same_person()
        if row.state not in {PurgeState.WAITING, PurgeState.FAILED}:
            raise PurgeError.decided()
        row.state = PurgeState.APPROVED if agrees else PurgeState.REFUSED
        row.decided_by, row.decided_at = actor, now
        if not agrees and row.kind == WORDS:
            row.title = ""
        row.save()
        log(row, f"config.purge.{'agreed' if agrees else 'refused'}", user=actor)
    return row


def carry_out(
    *, request: PurgeRequest, now: datetime, on_step: Callable[[str], object] = str
) -> PurgeRequest:
    """Remove what two people agreed to remove; doing it again finishes what was left.

    Args:
        request: An agreed request.
        now: The moment.
        on_step: Told what is being done.

    Raises:
        PurgeError: if nobody has agreed to it.
    """
    request.refresh_from_db()
    if request.state == PurgeState.DONE:
        return request
    if request.state not in {PurgeState.APPROVED, PurgeState.FAILED} or not request.decided_by_id:
        raise PurgeError(_("A second person has not agreed to this purge."))
    try:
        _remove(request, now, on_step)
    except Exception as error:
        request.state = PurgeState.FAILED
        request.report = {"error": type(error).__name__}
        request.save(update_fields=["state", "report"])
        logger.exception("A purge was not finished.", extra={"event": "purge_failed"})
        raise
    return request


def _remove(request: PurgeRequest, now: datetime, on_step: Callable[[str], object]) -> None:
    """Remove, remember, clean up and look what is left."""
    report: dict[str, Any] = {}
    if request.kind == WORDS:
        matcher = matcher_for(request.title)
        stone = Tombstone(kind=WORDS, matcher=matcher.as_json(), made_at=now)
        tombstones.keep(stone)
        report["removed"] = scrub_words(matcher, on_step=on_step)
        texts = [request.title]
    else:
        what = purger(request.kind)
        assert request.target_uuid is not None  # noqa: S101 - things have one
        texts = what.texts(request.target_uuid)
        stone = Tombstone(kind=request.kind, target_uuid=request.target_uuid, made_at=now)
        # First of all: were the power to fail now, a restore would still remove it.
        tombstones.keep(stone)
        report["removed"] = what.remove(request.target_uuid)
    stone.save()
    refresh_derived(has_changed_texts=request.kind == WORDS)
    report["left"] = copies_left(texts, on_step=on_step)
    request.title = ""
    request.state, request.done_at, request.report = PurgeState.DONE, now, report
    request.save()
    log(request, "config.purge.done", user=request.decided_by)
    clean_storage()
