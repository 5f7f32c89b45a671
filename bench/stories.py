"""A large archive in little time: works and language versions written in bulk.

A few stories are made by the ordinary services; the rest are rows of the same shape, with other
words. They have what readers' pages, feeds, wire items and search read, but no revisions.
"""

import json
import random
import uuid
from datetime import datetime, timedelta
from typing import Any

from django.core.management.color import no_style
from django.db import connection, transaction

from bench.corpus import Corpus
from bench.reporting import progress

HOURS_APART = 3
BATCH = 1_000
SENTENCES = 3_000
SECTIONS = 8


def fill(stories: int, now: datetime) -> list[str]:
    """Write an archive with a story every three hours up to now; half of them in two languages.

    Args:
        stories: How many works.
        now: When the newest was published.

    Returns:
        Addresses of the Vietnamese versions, the oldest first.
    """
    from wagtail.models import Page

    from nhipcau.newsroom.models import Section, SectionName
    from nhipcau.web.services.searching import fill_index

    sections = []
    for number in range(SECTIONS):
        section = Section.objects.create(code=f"muc-{number}", sort_order=number)
        for language in ("vi", "en"):
            SectionName.objects.create(
                section=section,
                language=language,
                name=f"Chuyên mục {number}",
                slug=f"muc-{number}",
            )
        sections.append(section.pk)
    writer = _Writer(sections, now)
    addresses: list[str] = []
    for start in range(0, stories, BATCH):
        with transaction.atomic():
            addresses += writer.write(start, min(BATCH, stories - start), stories)
        if start % 10_000 == 0:
            progress(f"{start} of {stories} stories written")
    fill_index()
    with connection.cursor() as cursor:
        # Pages were written with numbers of our own; the next one is the database's again.
        for statement in connection.ops.sequence_reset_sql(no_style(), [Page]):
            cursor.execute(statement)
        cursor.execute("ANALYZE")
    return addresses


class _Writer:
    def __init__(self, sections: list[int], now: datetime) -> None:
        from wagtail.models import Page

        from nhipcau.agencies.selectors import site_publisher
        from nhipcau.newsroom.models import NewsIndexPage, StoryPage

        self.sections, self.now = sections, now
        self.random = random.Random(1)
        self.sentences = Corpus().sentences(SENTENCES)
        self.publisher = site_publisher()
        self.indexes = {
            index.locale.language_code: index
            for index in NewsIndexPage.objects.select_related("locale")
        }
        self.content_type = StoryPage.__name__.lower()
        self.next_page = (Page.objects.order_by("-pk").values_list("pk", flat=True)[0]) + 1
        self.steps = dict.fromkeys(self.indexes, 0)

    def write(self, start: int, count: int, total: int) -> list[str]:
        from django.contrib.contenttypes.models import ContentType
        from wagtail.models import Page

        from nhipcau.newsroom.models import NewsIndexPage, StoryPage, Work
        from nhipcau.publishing.models import WireItem

        content_type = ContentType.objects.get_for_model(StoryPage)
        works = Work.objects.bulk_create(
            Work(
                publisher=self.publisher,
                section_id=self.sections[number % len(self.sections)],
                published_at=self.now - timedelta(hours=HOURS_APART * (total - number)),
                origin="ingested",
                secrecy_checked_at=self.now,
            )
            for number in range(start, start + count)
        )
        pages, stories, items, texts = [], [], [], []
        for work in works:
            languages = ("vi", "en") if work.pk % 2 else ("vi",)
            key = uuid.uuid4()
            for language in languages:
                page, story, text = self._version(work, language, key, content_type)
                pages.append(page)
                stories.append(story)
                texts.append((page, work, language, text))
                items.append(
                    WireItem(
                        guid=uuid.uuid5(work.uuid, language),
                        page_id=page.pk,
                        language=language,
                        changed_at=work.published_at,
                    )
                )
        Page.objects.bulk_create(pages)
        insert_rows(StoryPage, stories)
        for language, index in self.indexes.items():
            NewsIndexPage.objects.filter(pk=index.pk).update(numchild=self.steps[language])
        WireItem.objects.bulk_create(items)
        _index(texts)
        return [f"/vi/tin-tuc/{page.slug}/" for page, _, language, _ in texts if language == "vi"]

    def _version(
        self, work: Any, language: str, key: uuid.UUID, content_type: Any
    ) -> tuple[Any, dict[str, Any], str]:
        from wagtail.models import Page

        index = self.indexes[language]
        self.steps[language] += 1
        title = self.random.choice(self.sentences)[:90]
        lead = " ".join(self.random.choices(self.sentences, k=2))
        paragraphs = [" ".join(self.random.choices(self.sentences, k=4)) for _ in range(6)]
        body = [
            {"type": "paragraph", "value": f"<p>{text}</p>", "id": str(uuid.uuid4())}
            for text in paragraphs
        ]
        page = Page(
            pk=self.next_page,
            path=index.path + Page._int2str(self.steps[language]).rjust(Page.steplen, "0"),
            depth=index.depth + 1,
            numchild=0,
            title=title,
            draft_title=title,
            slug=f"tin-{self.steps[language]}-{work.short_id}",
            url_path=f"{index.url_path}tin-{self.steps[language]}-{work.short_id}/",
            content_type=content_type,
            live=True,
            locale_id=index.locale_id,
            translation_key=key,
            first_published_at=work.published_at,
            last_published_at=work.published_at,
        )
        self.next_page += 1
        story = {
            "page_ptr_id": page.pk,
            "work_id": work.pk,
            "kicker": "",
            "lead": lead,
            "body": json.dumps(body),
            "byline": "Phóng viên",
            "source_revision_id": None,
            "is_machine_draft": False,
            "updated_at": None,
        }
        return page, story, "\n".join([lead, *paragraphs])


def insert_rows(model: Any, rows: list[dict[str, Any]]) -> None:
    """Write rows of a model's own table, past its parent's.

    Args:
        model: Such as the page of a story.
        rows: Values of every column by the column's name.
    """
    columns = [field.column for field in model._meta.local_concrete_fields]
    names = ", ".join(f'"{column}"' for column in columns)
    places = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({places})',
            [[row[column] for column in columns] for row in rows],
        )


def _index(texts: list[tuple[Any, Any, str, str]]) -> None:
    from nhipcau.web.models import SearchEntry

    SearchEntry.objects.bulk_create(
        SearchEntry(
            page_id=page.pk,
            language=language,
            section_id=work.section_id,
            published_at=work.published_at,
            headline=page.title,
            text=text,
        )
        for page, work, language, text in texts
    )
