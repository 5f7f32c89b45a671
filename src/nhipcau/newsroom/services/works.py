"""Making works and their first language version."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Locale

from nhipcau.accounts.models import User
from nhipcau.agencies.models import Agency
from nhipcau.agencies.selectors import site_publisher
from nhipcau.newsroom.enums import Origin, Republication
from nhipcau.newsroom.models import NewsIndexPage, StoryPage, Work


@transaction.atomic
def create_work(
    *,
    actor: User | None,
    headline: str,
    lead: str = "",
    body: Sequence[tuple[str, Any]] = (),
    kicker: str = "",
    byline: str = "",
    language: str = "vi",
    published_at: datetime | None = None,
    publisher: Agency | None = None,
    source_name: str = "",
    source_address: str = "",
    republication: str = Republication.OWN,
    origin: str = Origin.WRITTEN,
    origin_key: str | None = None,
    origin_digest: str = "",
) -> StoryPage:
    """Make a work with its first language version, as a draft.

    Args:
        actor: Who makes it; ``None`` for the program itself.
        headline: Headline, plain text.
        lead: First paragraph, plain text.
        body: Blocks as (type, value) pairs of :class:`nhipcau.newsroom.blocks.BodyBlock`.
        kicker: Short line above the headline.
        byline: Author as printed.
        language: BCP 47 code of this version.
        published_at: The source's own time of publication, for works brought in.
        publisher: In whose name; the site's publisher when left out.
        source_name: Newspaper it was taken from.
        source_address: Where it stood there.
        republication: Whether we may publish it.
        origin: How it came in.
        origin_key: Stable name of the source item.
        origin_digest: Digest of what was read.

    Returns:
        The draft, with one revision.

    Raises:
        NoPublisher: if the site has no publisher yet.
    """
    work = Work.objects.create(
        publisher=publisher or site_publisher(),
        created_by=actor,
        published_at=published_at,
        source_name=source_name,
        source_address=source_address,
        republication=republication,
        origin=origin,
        origin_key=origin_key,
        origin_digest=origin_digest,
    )
    return add_version(
        work=work,
        actor=actor,
        language=language,
        headline=headline,
        lead=lead,
        body=body,
        kicker=kicker,
        byline=byline,
    )


@transaction.atomic
def add_version(
    *,
    work: Work,
    actor: User | None,
    language: str,
    headline: str,
    lead: str = "",
    body: Sequence[tuple[str, Any]] = (),
    kicker: str = "",
    byline: str = "",
) -> StoryPage:
    """Add a language version to a work, as a draft.

    Args:
        work: The work.
        actor: Who adds it; ``None`` for the program itself.
        language: BCP 47 code; the work has no version in it yet.
        headline: Headline, plain text.
        lead: First paragraph, plain text.
        body: Blocks as (type, value) pairs.
        kicker: Short line above the headline.
        byline: Author as printed.

    Returns:
        The draft, with one revision.
    """
    index = NewsIndexPage.objects.get(locale__language_code=language)
    page = StoryPage(
        title=headline,
        draft_title=headline,
        lead=lead,
        body=list(body),
        kicker=kicker,
        byline=byline,
        work=work,
        owner=actor,
        live=False,
        has_unpublished_changes=True,
        locale=Locale.objects.get(language_code=language),
    )
    if sibling := work.versions.order_by("pk").first():
        page.translation_key = sibling.translation_key
    index.add_child(instance=page)
    page.save_revision(user=actor, log_action=True)
    return page
