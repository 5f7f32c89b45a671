"""Recording in the index what has been stored."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from nhipcau.common.surfaces import Priority
from nhipcau.publishing.models import AnswerKey, StaleAddress, StoredAnswer
from nhipcau.publishing.rules import answers
from nhipcau.publishing.services.addresses import note_lost
from nhipcau.publishing.services.bulk import json_text, moment, write_rows
from nhipcau.publishing.types import Failure, Outcome

UPDATED = [
    "status",
    "content_type",
    "headers",
    "location",
    "digest",
    "size_bytes",
    "priority",
    "valid_until",
    "rendered_at",
    "modified_at",
]


def record(outcomes: Sequence[Outcome], failures: Sequence[Failure], *, now: datetime) -> None:
    """Bring the index up to date and take the addresses off the list of stale ones.

    Only with the renderer's lock: nobody may look up keys between a rendering and its record,
    or a change announced meanwhile would miss the new keys.

    Args:
        outcomes: Of ``render_and_store``; at most a few hundred.
        failures: Likewise.
        now: The moment they were rendered for.
    """
    kept = [outcome for outcome in outcomes if answers.is_kept(outcome.rendered)]
    done = [outcome.address for outcome in outcomes]
    dropped = set(done) - {outcome.address for outcome in kept}
    lost = [
        outcome.address
        for outcome in outcomes
        if outcome.was_there
        and outcome.rendered.status == 404
        and outcome.rendered.valid_until is None
        # A story that is not there at all was purged, and must leave no trace.
        and outcome.priority != Priority.OWN_PAGE
        and outcome.address.endswith("/")
    ]
    with transaction.atomic():
        if kept:
            _save(kept, now)
        if dropped:
            StoredAnswer.objects.filter(address__in=dropped).delete()
        # A page that readers have seen does not simply vanish: it is rendered once more, as gone.
        gone = set(note_lost(lost, now=now))
        StaleAddress.objects.filter(address__in=set(done) - gone).delete()
        if failures:
            _note_failures(failures, now)


def _save(kept: Sequence[Outcome], now: datetime) -> None:
    write_rows(
        StoredAnswer,
        ["address", *UPDATED],
        [_row(outcome, now) for outcome in kept],
        unique="address",
        updated=UPDATED,
    )
    identifiers = dict(
        StoredAnswer.objects.filter(address__in=[o.address for o in kept]).values_list(
            "address", "pk"
        )
    )
    wanted = {
        (identifiers[outcome.address], key) for outcome in kept for key in outcome.rendered.keys
    }
    found = {
        (answer, key): pk
        for pk, answer, key in AnswerKey.objects.filter(
            answer_id__in=identifiers.values()
        ).values_list("pk", "answer_id", "key")
    }
    superfluous = [pk for pair, pk in found.items() if pair not in wanted]
    for start in range(0, len(superfluous), 500):
        AnswerKey.objects.filter(pk__in=superfluous[start : start + 500]).delete()
    write_rows(AnswerKey, ["answer_id", "key"], sorted(wanted - found.keys()))


def _row(outcome: Outcome, now: datetime) -> list[Any]:
    """The values of ``address`` and of what is updated."""
    rendered = outcome.rendered
    return [
        outcome.address,
        rendered.status,
        rendered.content_type,
        json_text([list(pair) for pair in sorted(rendered.headers)]),
        rendered.location,
        outcome.digest,
        outcome.size_bytes,
        int(outcome.priority),
        moment(rendered.valid_until),
        moment(now),
        moment(outcome.modified_at),
    ]


def _note_failures(failures: Sequence[Failure], now: datetime) -> None:
    errors = {failure.address: failure.error for failure in failures}
    rows = list(StaleAddress.objects.filter(address__in=errors))
    for row in rows:
        row.attempts += 1
        row.last_error = errors[row.address][:4000]
        row.not_before = now + answers.pause_after(row.attempts)
        row.is_dead = row.attempts >= answers.ATTEMPTS_BEFORE_GIVING_UP
    StaleAddress.objects.bulk_update(rows, ["attempts", "last_error", "not_before", "is_dead"])
