"""What the publisher is told when the site's own parts have changed."""

import sys
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from nhipcau.agencies.models import Agency, AgencyName, Place, PlaceName
from nhipcau.common.surfaces import announce
from nhipcau.newsroom.models import Section, SectionName, StoryPage, Work
from nhipcau.newsroom.rules.addresses import share_address
from nhipcau.newsroom.selectors.public import languages
from nhipcau.newsroom.signals import version_published, version_unpublished, work_changed
from nhipcau.web.models import (
    FrontPlacement,
    HomePage,
    InformationPage,
    KeyFigure,
    KeyFigureText,
    SearchEntry,
    SiteProfile,
    SiteProfileText,
)
from nhipcau.web.rules.addresses import front_address
from nhipcau.web.services.searching import fill_index, index_page, remove_words
from nhipcau.web.surfaces.machine import SECURITY

# The migration that made the full-text index as it is now.
INDEX_MIGRATION = ("web", "0007_search_by_day")
#: Stories between two lines of progress; fewer are done at once.
STORIES_TOLD = 5_000


def announce_chrome(reason: str) -> None:
    """Say that masthead, navigation or foot changed in every language."""
    announce(
        keys={f"chrome:{code}" for code in languages()},
        addresses={SECURITY},
        reason=reason,
    )


@receiver([post_save, post_delete], sender=Section)
@receiver([post_save, post_delete], sender=SectionName)
@receiver([post_save, post_delete], sender=SiteProfile)
@receiver([post_save, post_delete], sender=SiteProfileText)
def on_frame(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A part of the frame of every page changed."""
    announce_chrome(f"web.{sender._meta.model_name}.changed")
    if isinstance(instance, Section):
        cards = {share_address(code, instance.code) for code in languages()}
        announce(addresses=cards, reason="newsroom.section.changed")


@receiver([post_save, post_delete], sender=Agency)
@receiver([post_save, post_delete], sender=AgencyName)
def on_agency(sender: Any, instance: Any, **kwargs: Any) -> None:
    """The list of agencies changed, and with the publisher the frame of every page."""
    agency = instance.agency if isinstance(instance, AgencyName) else instance
    announce(keys={"agencies"}, reason="agencies.changed")
    if agency.is_publisher:
        announce_chrome("agencies.publisher.changed")


@receiver([post_save, post_delete], sender=InformationPage)
def on_information(sender: Any, instance: InformationPage, **kwargs: Any) -> None:
    """A standing page changed: its title stands in every page's foot."""
    announce(
        keys={f"information:{instance.kind}", f"chrome:{instance.locale.language_code}"},
        addresses={instance.address},
        reason="web.information.changed",
    )


@receiver([post_save, post_delete], sender=FrontPlacement)
def on_placement(sender: Any, instance: FrontPlacement, **kwargs: Any) -> None:
    """An editor placed a story."""
    home = HomePage.objects.select_related("locale").filter(pk=instance.home_id).first()
    if home:
        announce(
            keys={f"front:{home.locale.language_code}"},
            addresses={front_address(home.locale.language_code)},
            reason="web.front.placed",
        )


@receiver([post_save, post_delete], sender=KeyFigure)
@receiver([post_save, post_delete], sender=KeyFigureText)
def on_figure(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A figure about the province changed."""
    announce(keys={"figures"}, reason="web.figure.changed")


@receiver([post_save, post_delete], sender=Place)
@receiver([post_save, post_delete], sender=PlaceName)
def on_place(sender: Any, instance: Any, **kwargs: Any) -> None:
    """The list of official names changed."""
    announce(keys={"places"}, reason="agencies.place.changed")


@receiver([version_published, version_unpublished])
def on_version(sender: Any, page: StoryPage, **kwargs: Any) -> None:
    """A version went live, changed or went off: search follows in the same transaction."""
    index_page(page)


@receiver(work_changed)
def on_work(sender: Any, work: Work, **kwargs: Any) -> None:
    """A work was withdrawn, its section changed or a version of it has moved."""
    for page in work.versions.filter(live=True).select_related("work", "locale"):
        index_page(page)


@receiver(post_delete, sender=SearchEntry)
def on_deleted(sender: Any, instance: SearchEntry, **kwargs: Any) -> None:
    """A version left what is published, or the database: its words leave the index."""
    remove_words(instance)


def on_migrated(sender: Any, using: str, **kwargs: Any) -> None:
    """The database was brought up to date: an index that was made anew gets its words."""
    if using != DEFAULT_DB_ALIAS:
        return
    # Somebody may have gone back to an earlier migration.
    if INDEX_MIGRATION in MigrationRecorder(connection).applied_migrations():
        fill_index(_tell_progress)


def _tell_progress(done: int, total: int) -> None:
    """Say on standard error how far the index is, if it takes a while."""
    if total >= STORIES_TOLD and (done == total or done % STORIES_TOLD == 0):
        sys.stderr.write(f"Search index: {done:,} of {total:,} stories\n")
        sys.stderr.flush()
