"""A newsroom of many years, written in bulk: works, versions, revisions, drafts, approvals due.

Rows are written past the services, which would take an hour, but they are the rows that the
services would write: pages in the tree, a revision each, search words, states.
"""

import json
import random
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bench.reporting import progress

SYLLABLES = (
    "tỉnh đắk lắk buôn ma thuột cà phê hội nghị hợp tác quốc tế văn hóa du lịch đầu tư phát triển "
    "kinh xã người dân nước bạn ngày tháng năm lễ công tác thông tin đối ngoại chính sách giáo dục"
).split()
BATCH = 2000


@dataclass(frozen=True)
class Newsroom:
    """What was written.

    Attributes:
        people: A user by role.
        published: A work in the middle of the list that is public.
    """

    people: dict[str, Any]
    published: Any


def fill(works: int, translated: int) -> Newsroom:
    """Write a newsroom.

    Args:
        works: How many works; one in forty is a draft, one in four hundred awaits approval.
        translated: How many have an English version.
    """
    from nhipcau.accounts.enums import Role
    from nhipcau.accounts.tests.factories import make_user
    from nhipcau.newsroom.models import Section, SectionName, Topic, TopicName
    from nhipcau.web.services.structure import ensure_site

    chance = random.Random(11)
    ensure_site(
        languages=["vi", "en"],
        publisher_names={"vi": "Ban Chỉ đạo thông tin đối ngoại", "en": "Steering Committee"},
    )
    people = {role.value: make_user(role) for role in Role}
    sections = []
    for number in range(8):
        section = Section.objects.create(code=f"muc-{number}", sort_order=number)
        for language in ("vi", "en"):
            SectionName.objects.create(
                section=section, language=language, name=f"Mục {number}", slug=f"muc-{number}"
            )
        sections.append(section)
    for number in range(30):
        topic = Topic.objects.create(code=f"chu-de-{number}")
        TopicName.objects.create(
            topic=topic, language="vi", name=f"Chủ đề {number}", slug=f"chu-de-{number}"
        )
    ids = _works(works, chance, people, sections)
    _topics(ids, chance)
    _versions(ids, "vi", chance, people)
    _versions(ids[works // 2 : works // 2 + translated], "en", chance, people)
    from nhipcau.newsroom.models import Work

    return Newsroom(people, Work.objects.get(pk=ids[works // 2]))


def kept(works: int, translated: int) -> Newsroom | None:
    """The newsroom that a kept database holds; None when it is empty.

    Args:
        works: How many works were asked for then, beside those a measurement has published since.
        translated: How many have an English version.

    Raises:
        ValueError: It holds another number of them, or was not filled to the end.
    """
    from nhipcau.accounts.enums import Role
    from nhipcau.accounts.models import User
    from nhipcau.newsroom.models import StoryPage, Work

    # Only what a measurement published was written by nobody.
    written = Work.objects.exclude(origin="written", created_by=None).count()
    if not written:
        return None
    if written != works or (
        StoryPage.objects.filter(locale__language_code="en").count() != translated
    ):
        raise ValueError("the kept database holds another newsroom; drop it first")
    people = {role.value: User.objects.filter(groups__name=role.value).first() for role in Role}
    return Newsroom(people, Work.objects.get(short_id=f"b{works // 2:x}"))


def _headline(chance: random.Random, number: int) -> str:
    return f"{' '.join(chance.choices(SYLLABLES, k=10)).capitalize()} {number}"


def _is_draft(number: int) -> bool:
    return number % 40 == 0


def _works(count: int, chance: random.Random, people: dict[str, Any], sections: list) -> list[int]:
    from nhipcau.agencies.selectors import site_publisher
    from nhipcau.common import clock
    from nhipcau.common.text import fold
    from nhipcau.newsroom.models import Work
    from nhipcau.programme.models import Classification

    kinds = list(Classification.objects.filter(scheme="information_kind"))
    authors = [people["reporter"], people["editor"], people["office"], None]
    publisher, begin = site_publisher(), clock.now() - timedelta(hours=count)
    ids: list[int] = []
    for start in range(0, count, BATCH):
        rows = []
        for number in range(start, min(count, start + BATCH)):
            headline, at = _headline(chance, number), begin + timedelta(hours=number)
            rows.append(
                Work(
                    short_id=f"b{number:x}",
                    publisher=publisher,
                    section=chance.choice(sections),
                    information_kind=chance.choice(kinds),
                    created_by=authors[number % 4],
                    created_at=at,
                    published_at=None if _is_draft(number) else at,
                    deadline=at + timedelta(days=30) if number % 20 == 0 else None,
                    headline=headline,
                    desk_words=fold(f"{headline} · b{number:x}"),
                    state="draft" if _is_draft(number) else "published",
                    origin="ingested" if authors[number % 4] is None else "written",
                )
            )
        ids += [row.pk for row in Work.objects.bulk_create(rows)]
        progress(f"{len(ids)} works")
    return ids


def _topics(ids: list[int], chance: random.Random) -> None:
    from nhipcau.newsroom.models import Topic, Work

    topics = list(Topic.objects.values_list("pk", flat=True))
    through = Work.topics.through
    through.objects.bulk_create(
        (through(work_id=pk, topic_id=chance.choice(topics)) for pk in ids), batch_size=BATCH
    )


def _versions(ids: list[int], language: str, chance: random.Random, people: dict[str, Any]) -> None:
    """Pages of a language under its index, a revision each, and approvals that are due."""
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection
    from wagtail.models import Page, Revision

    from nhipcau.newsroom.models import NewsIndexPage, StoryPage, Work
    from nhipcau.newsroom.rules.languages import spaced

    index = NewsIndexPage.objects.get(locale__language_code=language)
    kind = ContentType.objects.get_for_model(StoryPage)
    base = ContentType.objects.get_for_model(Page)
    works = Work.objects.in_bulk(ids) if len(ids) < 5000 else None
    sentence = " ".join(chance.choices(SYLLABLES, k=60))
    body = json.dumps(
        [{"type": "paragraph", "id": str(n), "value": f"<p>{sentence}</p>"} for n in range(5)]
    )
    insert = (
        "INSERT INTO newsroom_storypage (page_ptr_id, work_id, kicker, lead, body, byline, "
        "is_machine_draft, source_revision_id) VALUES (%s, %s, '', %s, %s, '', %s, %s)"
    )
    due: list[Page] = []
    for start in range(0, len(ids), BATCH):
        part = ids[start : start + BATCH]
        found = works or Work.objects.in_bulk(part)
        pages = []
        for offset, pk in enumerate(part):
            work, number = found[pk], start + offset
            is_live = work.state == "published"
            pages.append(
                Page(
                    path=Page._get_path(index.path, index.depth + 1, number + 1),
                    depth=index.depth + 1,
                    content_type=kind,
                    locale_id=index.locale_id,
                    title=work.headline,
                    draft_title=work.headline,
                    slug=f"{work.desk_words.split(' · ')[0].replace(' ', '-')}-{work.short_id}",
                    url_path=f"{index.url_path}{work.short_id}/",
                    owner_id=work.created_by_id,
                    live=is_live,
                    has_unpublished_changes=not is_live,
                    first_published_at=work.published_at,
                    last_published_at=work.published_at,
                    latest_revision_created_at=work.created_at,
                )
            )
        Page.objects.bulk_create(pages)
        revisions = Revision.objects.bulk_create(
            Revision(
                content_type=kind,
                base_content_type=base,
                object_id=str(page.pk),
                created_at=page.latest_revision_created_at,
                user_id=page.owner_id,
                object_str=page.title,
                content={"pk": page.pk, "title": page.title, "lead": sentence, "body": body},
            )
            for page in pages
        )
        for page, revision in zip(pages, revisions, strict=True):
            page.latest_revision = revision
            page.live_revision = revision if page.live else None
        Page.objects.bulk_update(pages, ["latest_revision", "live_revision"], batch_size=500)
        with connection.cursor() as cursor:
            cursor.executemany(
                insert,
                [
                    (page.pk, pk, sentence, body, False, 1 if language != "vi" else None)
                    for page, pk in zip(pages, part, strict=True)
                ],
            )
        Work.objects.filter(pk__in=part).update(language_codes=spaced({"vi", language}))
        due += [page for number, page in enumerate(pages, start) if number % 400 == 0]
        progress(f"{start + len(part)} versions in {language}")
    Page.objects.filter(pk=index.pk).update(numchild=len(ids))
    if language == "vi":
        _submit(due, people)


def _submit(pages: list[Any], people: dict[str, Any]) -> None:
    from nhipcau.newsroom.models import StoryPage

    for page in StoryPage.objects.filter(pk__in=[page.pk for page in pages]):
        page.get_workflow().start(page, people["reporter"])
