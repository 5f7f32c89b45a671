"""Where things are used, also where the index of references has fallen behind.

Wagtail keeps its index of references in a task that runs after saving. A thing that is deleted
meanwhile leaves rows behind, and Wagtail's own pages about usage then fail on it; they also read
every user of a thing, of which a page shows twenty.
"""

from collections.abc import Iterator
from typing import Any, cast

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import ReferenceIndex
from wagtail.models.reference_index import ReferenceGroups, ReferenceIndexQuerySet


class LivingReferences(ReferenceGroups):
    """References grouped by the thing that refers; those of things that are gone are left out."""

    def __iter__(self) -> Iterator[tuple[Any, list[ReferenceIndex]]]:
        """Things that refer, each with its references."""
        groups: dict[tuple[int, str], list[ReferenceIndex]] = {}
        for reference in self.qs:
            source = (reference.base_content_type_id, reference.object_id)
            groups.setdefault(source, []).append(reference)
        things: dict[tuple[int, str], Any] = {}
        for kind in {kind for kind, _key in groups}:
            model = ContentType.objects.get_for_id(kind).model_class()
            if model is None:
                continue
            keys = [key for of_kind, key in groups if of_kind == kind]
            for thing in model._base_manager.filter(pk__in=keys):
                things[kind, str(thing.pk)] = thing
        for source, references in groups.items():
            if source in things:
                yield things[source], references

    def __getitem__(self, key: slice) -> list[tuple[Any, list[ReferenceIndex]]]:
        """A page of the groups, for which only its own references are read."""
        if not isinstance(self.qs, QuerySet):
            return list(self)[key]
        sources: dict[int, list[str]] = {}
        for kind, thing in self.qs.values_list("base_content_type", "object_id").distinct()[key]:
            sources.setdefault(kind, []).append(thing)
        wanted = Q(pk__in=[])
        for kind, things in sources.items():
            wanted |= Q(base_content_type=kind, object_id__in=things)
        return list(LivingReferences(self.qs.filter(wanted)))


def install() -> None:
    """Let Wagtail's pages about usage and deletion read references this way."""

    def group(references: QuerySet[ReferenceIndex]) -> LivingReferences:
        return LivingReferences(references)

    cast(Any, ReferenceIndexQuerySet).group_by_source_object = group
