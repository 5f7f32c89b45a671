"""The sample province of the demo: Đắk Lắk, in our own words from public facts."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from django.core.files.images import ImageFile
from django.db import connection, transaction
from wagtail.models import Locale

from nhipcau.agencies.models import Agency, AgencyName, Place, PlaceName
from nhipcau.common.surfaces import announced_at_once
from nhipcau.library.models import Image
from nhipcau.newsroom.enums import ApprovalBasis, Origin
from nhipcau.newsroom.models import (
    FulfilledTask,
    RelatedWork,
    Section,
    SectionName,
    StoryPage,
    Topic,
    TopicName,
    Work,
)
from nhipcau.newsroom.services.publication import publish_from_archive
from nhipcau.newsroom.services.works import add_version, create_work
from nhipcau.programme.models import Classification, Task
from nhipcau.programme.services.sample_content import key_of
from nhipcau.web import sample
from nhipcau.web.models import (
    FrontPlacement,
    HomePage,
    KeyFigure,
    KeyFigureText,
    SiteProfile,
    SiteProfileText,
)
from nhipcau.web.sample.pictures import draw
from nhipcau.web.sample.reading import SampleVersion, SampleWork, read_works
from nhipcau.web.services.standing_pages import ensure_standing_pages

PROVINCE = Path(sample.__file__).resolve().parent / "province.json"
# Code of a sample work: handle and year of the task of a sample plan that it carries out.
SAMPLE_TASKS = {
    "festival-2019": ("le-hoi-ca-phe", 2019),
    "review-conference-2020": ("tuyen-truyen", 2020),
}
BYLINES = {"vi": "Bài mẫu", "en": "Sample story", "fr": "Article d’exemple"}
CREDITS = {
    "vi": "Hình vẽ bằng mã lệnh, không phải ảnh chụp",
    "en": "Drawn by code; not a photograph",
    "fr": "Image dessinée par un programme, non une photographie",
}


def is_sample_loaded() -> bool:
    """Whether the sample works are there."""
    return Work.objects.filter(origin=Origin.SAMPLE).exists()


def load_sample(*, now: datetime, texts: list[SampleWork] | None = None) -> int:
    """Write the sample province; what is there already stays as it is.

    Args:
        now: Moment of loading.
        texts: Works to write; all of the sample's when left out.

    Returns:
        How many works were written.
    """
    province = json.loads(PROVINCE.read_text())
    with transaction.atomic(), announced_at_once("web.sample.loaded"):
        _bodies(province)
        _places(province)
        _sections(province)
        _profile(province)
        _figures(province)
        ensure_standing_pages()
    works = [
        work
        for work in (read_works() if texts is None else texts)
        if not Work.objects.filter(origin_key=f"sample:{work.code}").exists()
    ]
    pictures = _pictures({work.picture for work in works}, province["pictures"])
    languages = set(Locale.objects.values_list("language_code", flat=True))
    with transaction.atomic(), announced_at_once("web.sample.loaded"):
        for work in works:
            _write(work, pictures, languages)
        _topics(province["topics"])
        _front(province["front"])
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return len(works)


def link_sample_tasks() -> int:
    """Say which sample works carry out which tasks of the sample plans, once both are there.

    Returns:
        How many links are there now.
    """
    for code, (slug, year) in SAMPLE_TASKS.items():
        work = Work.objects.filter(origin_key=f"sample:{code}").first()
        task = Task.objects.filter(task_key=key_of(slug), plan__first_year=year).first()
        if work and task:
            FulfilledTask.objects.get_or_create(work=work, task=task)
    return FulfilledTask.objects.count()


def _day(value: str | None) -> date | None:
    """An ISO date, or nothing."""
    return date.fromisoformat(value) if value else None


def _names(model: Any, owner: dict[str, Any], names: list[dict[str, str]]) -> None:
    """Add the names that a body or place does not have yet."""
    for name in names:
        model.objects.get_or_create(
            **owner,
            language=name["language"],
            name=name["name"],
            defaults={
                "short_name": name.get("short_name", ""),
                "source": name.get("source", ""),
                "valid_from": _day(name.get("from")),
                "valid_to": _day(name.get("to")),
            },
        )


def _bodies(province: dict[str, Any]) -> None:
    """The committee's members and the bodies they took over from."""
    publisher = Agency.objects.get(is_publisher=True)
    for entry in province["agencies"]:
        agency, _created = Agency.objects.get_or_create(
            code=entry["code"],
            defaults={
                "kind": entry["kind"],
                "document_system": entry.get("document_system", "state"),
                "is_committee_member": entry.get("member", True),
                "parent": publisher if entry.get("under_committee") else None,
                "valid_from": _day(entry.get("from")),
                "valid_to": _day(entry.get("to")),
            },
        )
        _names(AgencyName, {"agency": agency}, entry["names"])
        agency.predecessors.add(*Agency.objects.filter(code__in=entry.get("predecessors", [])))


def _places(province: dict[str, Any]) -> None:
    """Places of the province and partners abroad."""
    for entry in province["places"]:
        place, _created = Place.objects.get_or_create(
            code=entry["code"],
            defaults={
                "kind": entry["kind"],
                "parent": Place.objects.filter(code=entry.get("parent", "")).first(),
                "country_code": entry.get("country_code", ""),
                "is_partner": entry.get("partner", False),
                "valid_to": _day(entry.get("to")),
            },
        )
        _names(
            PlaceName,
            {"place": place},
            [{"language": code, "name": name} for code, name in entry["names"].items()],
        )
        place.predecessors.add(*Place.objects.filter(code__in=entry.get("predecessors", [])))


def _sections(province: dict[str, Any]) -> None:
    """Sections with their names in each language."""
    for order, entry in enumerate(province["sections"]):
        section, _created = Section.objects.get_or_create(
            code=entry["code"], defaults={"sort_order": order}
        )
        for language, (name, slug) in entry["names"].items():
            SectionName.objects.get_or_create(
                section=section, language=language, defaults={"name": name, "slug": slug}
            )


def _profile(province: dict[str, Any]) -> None:
    """Who stands behind the sample site."""
    entry = province["profile"]
    profile = SiteProfile.objects.first() or SiteProfile.objects.create(
        contact_email=entry["contact_email"],
        reply_working_days=entry["reply_working_days"],
        is_sample=True,
    )
    for language, texts in entry["texts"].items():
        SiteProfileText.objects.get_or_create(profile=profile, language=language, defaults=texts)


def _figures(province: dict[str, Any]) -> None:
    """Figures with their sources."""
    for order, entry in enumerate(province["figures"]):
        figure, created = KeyFigure.objects.get_or_create(
            code=entry["code"],
            defaults={
                "as_of": date.fromisoformat(str(entry["as_of"])),
                "source_name": entry["source"],
                "sort_order": order,
            },
        )
        if created:
            for language, text in entry["texts"].items():
                KeyFigureText.objects.create(figure=figure, language=language, **text)


def _jpeg(name: str) -> bytes:
    """Draw a picture."""
    buffer = BytesIO()
    draw(name).save(buffer, "JPEG", quality=88, optimize=True)
    return buffer.getvalue()


def _pictures(names: set[str], texts: dict[str, str]) -> dict[str, Image]:
    """Draw the pictures that the library does not hold yet.

    Args:
        names: Scenes wanted.
        texts: What each scene shows, in Vietnamese.
    """
    files = {name: f"sample-{name}.jpg" for name in sorted(names)}
    found = {name: Image.objects.filter(title=files[name]).first() for name in files}
    missing = [name for name, image in found.items() if image is None]
    with ThreadPoolExecutor(max_workers=2) as pool:
        for name, content in zip(missing, pool.map(_jpeg, missing), strict=True):
            image = Image(
                title=files[name],
                description=texts[name],
                caption=texts[name],
                credit=CREDITS["vi"],
                file=ImageFile(BytesIO(content), name=files[name]),
            )
            image.save()
            found[name] = image
    return {name: image for name, image in found.items() if image}


def _blocks(version: SampleVersion, image: Image) -> list[tuple[str, Any]]:
    """The body of a version: its picture, then the text."""
    photo = {
        "image": image,
        "alternative_text": version.alternative_text,
        "caption": version.caption,
        "credit": CREDITS[version.language],
    }
    return [("photo", photo), *version.body]


def _write(entry: SampleWork, pictures: dict[str, Image], languages: set[str]) -> None:
    """Write a work and publish its versions in the site's languages."""
    source, *others = entry.versions
    image = pictures[entry.picture]
    page = create_work(
        actor=None,
        headline=source.headline,
        lead=source.lead,
        body=_blocks(source, image),
        kicker=source.kicker,
        byline=BYLINES["vi"],
        published_at=entry.published_at,
        origin=Origin.SAMPLE,
        origin_key=f"sample:{entry.code}",
    )
    work = page.work
    work.section = Section.objects.get(code=entry.section)
    work.information_kind = Classification.objects.filter(
        scheme="information_kind", code=entry.kind
    ).first()
    work.form = Classification.objects.filter(scheme="form", code=entry.form).first()
    work.save()
    work.agencies.set(Agency.objects.filter(code__in=entry.agencies))
    work.places.set(Place.objects.filter(code__in=entry.places))
    publish_from_archive(page=page, actor=None, basis=ApprovalBasis.SAMPLE)
    revision_id = StoryPage.objects.values_list("live_revision_id", flat=True).get(pk=page.pk)
    for version in others:
        if version.language not in languages:
            continue
        translated = add_version(
            work=work,
            actor=None,
            language=version.language,
            headline=version.headline,
            lead=version.lead,
            body=_blocks(version, image),
            kicker=version.kicker,
            byline=BYLINES[version.language],
        )
        translated.source_revision_id = revision_id
        translated.save_revision()
        publish_from_archive(page=translated, actor=None, basis=ApprovalBasis.SAMPLE)


def _topics(topics: list[dict[str, Any]]) -> None:
    """Topics with the works that belong to them; works of a topic follow one another."""
    for order, entry in enumerate(topics):
        topic, created = Topic.objects.get_or_create(
            code=entry["code"], defaults={"sort_order": order}
        )
        if not created:
            continue
        for language, (name, slug, introduction) in entry["names"].items():
            TopicName.objects.create(
                topic=topic, language=language, name=name, slug=slug, introduction=introduction
            )
        keys = [f"sample:{code}" for code in entry["works"]]
        found = {work.origin_key: work for work in Work.objects.filter(origin_key__in=keys)}
        works = [found[key] for key in keys if key in found]
        for place, work in enumerate(works):
            work.topics.add(topic)
            # The two that follow; each is named at the other's page, so this makes a ring of four.
            for related in [*works[place + 1 :], *works[:place]][:2]:
                RelatedWork.objects.get_or_create(work=work, related=related)


def _front(codes: list[str]) -> None:
    """Place stories on the front pages that have no placements yet."""
    for home in HomePage.objects.select_related("locale"):
        if home.placements.exists():
            continue
        stories = StoryPage.objects.filter(
            locale=home.locale, work__origin_key__in=[f"sample:{code}" for code in codes]
        ).select_related("work")
        by_code = {story.work.origin_key.removeprefix("sample:"): story for story in stories}
        for order, code in enumerate(code for code in codes if code in by_code):
            FrontPlacement.objects.create(home=home, story=by_code[code], sort_order=order)
