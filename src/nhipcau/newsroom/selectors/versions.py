"""How the language versions of a work stand to each other."""

from wagtail.models import Revision

from nhipcau.newsroom.models import StoryPage, Work

# The fields whose change makes a translation older than its source.
TEXT_FIELDS = ("title", "kicker", "lead", "body")


def versions_of(work: Work) -> list[StoryPage]:
    """All language versions of a work in the order of the tree, as read ahead or now."""
    if "versions" in getattr(work, "_prefetched_objects_cache", {}):
        return list(work.versions.all())
    return list(work.versions.select_related("desk_text", "locale", "work"))


def source_version(page: StoryPage) -> StoryPage | None:
    """The version that a translation is made from; ``None`` for the source itself."""
    versions = versions_of(page.work)
    at_desk = {version.pk for version in versions if getattr(version, "desk_text", None)}
    if page.source_revision_id is None and page.pk not in at_desk:
        return None
    sources = (
        version
        for version in versions
        if version.pk != page.pk
        and version.source_revision_id is None
        and version.pk not in at_desk
    )
    return next(sources, None)


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
