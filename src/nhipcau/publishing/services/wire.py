"""Versions of wire items: one more with every change that other newsrooms must know."""

from datetime import datetime
from uuid import UUID

from nhipcau.common.evidence import digest
from nhipcau.newsroom.models import StoryPage, Work
from nhipcau.publishing.models import WireItem
from nhipcau.publishing.rules.guids import version_guid


def note_wire_change(*, page: StoryPage, now: datetime) -> list[WireItem]:
    """Give a language version's wire item a new version if something of it has changed.

    Called inside the transaction of the change. A version that was filed under the wrong language
    is another item from now on; the item that others know is cancelled.

    Args:
        page: The language version as it now stands.
        now: The moment of the change.

    Returns:
        The item, and those that it was before; none while the version was never public.
    """
    if page.first_published_at is None:
        return []
    work = page.work
    state = _state(page, work)
    guid = UUID(version_guid(work.uuid, page.language))
    former = list(WireItem.objects.filter(page=page).exclude(guid=guid))
    for item in former:
        _cancel(item, now)
    # Under embargo it is out from the embargo's end, and newer than all that is out before.
    moment = max(now, work.embargo_until) if work.embargo_until else now
    item, is_new = WireItem.objects.get_or_create(
        guid=guid,
        defaults={
            "page": page,
            "language": page.language,
            "changed_at": moment,
            "state": state,
        },
    )
    if not is_new and (item.state != state or item.page_id != page.pk):
        item.page, item.state = page, state
        item.number, item.changed_at = item.number + 1, moment
        item.save()
    return [item, *former]


def note_wire_deletion(*, page: StoryPage, now: datetime) -> WireItem | None:
    """Cancel the wire item of a language version that has been deleted.

    Args:
        page: The version, already gone from the database.
        now: The moment of the change.

    Returns:
        The item, or ``None`` if others never had it.
    """
    item = WireItem.objects.filter(guid=UUID(version_guid(page.work.uuid, page.language))).first()
    if item is not None:
        _cancel(item, now)
    return item


def _cancel(item: WireItem, now: datetime) -> None:
    """Say that nobody may use an item any more."""
    item.page, item.state = None, "deleted"
    item.number, item.changed_at = item.number + 1, now
    item.save()


def _state(page: StoryPage, work: Work) -> str:
    return digest(
        {
            "is_live": page.live,
            "revision": page.live_revision_id,
            "section": work.section_id,
            "embargo_until": work.embargo_until.isoformat() if work.embargo_until else "",
            "withdrawn_at": work.withdrawn_at.isoformat() if work.withdrawn_at else "",
            "withdrawal_reason": work.withdrawal_reason,
        }
    )
