"""Removing a work from everywhere."""

import re
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex, Revision

from nhipcau.common.purging import Target, delete_with_dependants
from nhipcau.common.surfaces import announce
from nhipcau.library.rules import public_addresses
from nhipcau.newsroom.models import PublishedFile, PublishedImage, StoryPage, Work
from nhipcau.newsroom.rules.addresses import public_file_address
from nhipcau.translation.services.purge import forget_translations

_SHORT_ID = re.compile(r"(?:^|[-/\s])([0-9a-z]{8})/?$")
_PAGE = re.compile(r"/pages/(\d+)/")
_SHORTEST_TEXT = 25


class WorkPurger:
    """Removes all language versions of a work, with history, translations and traces."""

    kind = "work"
    label = _("Work (a story in all languages)")
    hint = _("Its public address, its address in the back office, or its short id.")

    def find(self, text: str) -> Target | None:
        """The work at an address or with a short id."""
        text = text.strip()
        work = None
        if match := _PAGE.search(text):
            page = StoryPage.objects.filter(pk=int(match[1])).select_related("work").first()
            work = page.work if page else None
        elif match := _SHORT_ID.search(text.split("?")[0]):
            work = Work.objects.filter(short_id=match[1]).first()
        if work is None:
            return None
        version = work.versions.order_by("pk").first()
        return Target(work.uuid, version.title if version else work.short_id)

    def texts(self, uuid: UUID) -> list[str]:
        """Headlines, leads and paragraphs of every version and of its history."""
        found: set[str] = set()
        for page in StoryPage.objects.filter(work__uuid=uuid):
            found |= {page.title, page.lead}
            for block in page.body.get_prep_value():
                value = block["value"]
                text = value if isinstance(value, str) else str(dict(value or {}).get("caption"))
                found.add(re.sub(r"<[^>]+>", "", text))
        return sorted(text for text in found if len(text) >= _SHORTEST_TEXT)

    @transaction.atomic
    def remove(self, uuid: UUID) -> dict[str, int]:
        """Delete versions, revisions, translations, log texts and the work itself."""
        work = Work.objects.filter(uuid=uuid).first()
        if work is None:
            return {}
        pages = list(work.versions.order_by("-pk"))
        counts = {
            str(_("Segments and memory")): forget_translations(
                keys={page.translation_key for page in pages}, origin_key=f"work:{uuid}"
            )
        }
        images = PublishedImage.objects.filter(page__work=work).values_list("image__uuid")
        addresses = {page.address for page in pages}
        addresses |= {address for row in images for address in public_addresses(row[0])}
        files = PublishedFile.objects.filter(page__work=work).select_related(
            "recording", "document"
        )
        addresses |= {public_file_address(row.medium.uuid, row.medium.file.name) for row in files}
        keys = {work.key, *(f"list:news:{page.language}" for page in pages)}
        content_types = [
            ContentType.objects.get_for_model(model, for_concrete_model=False)
            for model in (StoryPage, *StoryPage.__bases__)
            if hasattr(model, "_meta") and not model._meta.abstract
        ]
        ids = [str(page.pk) for page in pages]
        revisions = Revision.objects.filter(
            base_content_type__in=content_types, object_id__in=ids
        ) | Revision.objects.filter(content_type__in=content_types, object_id__in=ids)
        counts[str(_("Revisions"))] = revisions.count()
        StoryPage.objects.filter(work=work).update(live_revision=None, latest_revision=None)
        revisions.delete()
        for page in pages:
            ReferenceIndex.remove_for_object(page)
            delete_with_dependants(page)
        delete_with_dependants(work)
        counts[str(_("Language versions"))] = len(pages)
        counts[str(_("Log entries made unreadable"))] = _silence_log(work, ids)
        announce(keys=keys, addresses=addresses, reason="config.purge")
        return counts


def _silence_log(work: Work, page_ids: list[str]) -> int:
    """Leave in the log that something happened and who did it, not what the text was."""
    of_work = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Work), label=str(work)
    )
    return PageLogEntry.objects.filter(page_id__in=page_ids).update(
        label=work.short_id, data={}
    ) + of_work.update(data={})
