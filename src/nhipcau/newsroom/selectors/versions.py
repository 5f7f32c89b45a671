"""How the language versions of a work stand to each other."""

from wagtail.models import Revision

from nhipcau.newsroom.models import DeskText, StoryPage

# The fields whose change makes a translation older than its source.
TEXT_FIELDS = ("title", "kicker", "lead", "body")


def source_version(page: StoryPage) -> StoryPage | None:
    """The version that a translation is made from; ``None`` for the source itself."""
    is_translation = page.source_revision_id is not None or (
        DeskText.objects.filter(page_id=page.pk).exists()
    )
    if not is_translation:
        return None
    return (
        page.work.versions.exclude(pk=page.pk)
        .filter(source_revision_id=None, desk_text=None)
        .select_related("locale", "work", "live_revision")
        .first()
    )


def is_different_text(old_revision_id: int, new_revision_id: int) -> bool:
    """Whether two revisions of a version differ in what readers read.

    A revision that was cleared on schedule counts as different.
    """
    found = Revision.objects.in_bulk([old_revision_id, new_revision_id])
    old, new = found.get(old_revision_id), found.get(new_revision_id)
    if old is None or new is None:
        return True
    return any(old.content.get(name) != new.content.get(name) for name in TEXT_FIELDS)


def is_older_than_source(page: StoryPage) -> bool:
    """Whether the source's text was published anew after this translation was made."""
    source = source_version(page)
    if source is None or source.live_revision_id is None or page.source_revision_id is None:
        return False
    if source.live_revision_id == page.source_revision_id:
        return False
    return is_different_text(page.source_revision_id, source.live_revision_id)
