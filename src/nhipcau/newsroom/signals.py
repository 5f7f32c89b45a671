"""Facts the newsroom announces."""

from django.dispatch import Signal

#: A language version has gone live or been published anew. Arguments: ``page`` (StoryPage).
version_published = Signal()

#: A language version is no longer live. Arguments: ``page`` (StoryPage).
version_unpublished = Signal()

#: Something of a work that every version shows has changed, or a version stands at another
#: address, perhaps in another language. Arguments: ``work`` (Work).
work_changed = Signal()
