"""Checks of the data."""

import shutil
from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from nhipcau.agencies.models import Agency
from nhipcau.common.health import Finding, Severity
from nhipcau.config.preparation import DEFAULT_PUBLISHER, is_database_current
from nhipcau.library.models import Document, Image

FREE_BYTES = 1024**3


def database(now: datetime) -> Iterator[Finding]:
    """The database is whole and of this version."""
    if not is_database_current():
        yield Finding(
            "data.migrations",
            Severity.PROBLEM,
            _("The database has not been brought to this version of the program."),
            _("Run: nhipcau migrate"),
        )
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        answers = [row[0] for row in cursor.execute("PRAGMA quick_check").fetchall()]
        broken_links = cursor.execute("PRAGMA foreign_key_check").fetchall()
    if answers != ["ok"]:
        yield Finding(
            "data.damaged",
            Severity.PROBLEM,
            _("The database file is damaged: %(what)s.") % {"what": answers[0]},
            _("Stop the site and restore the last good backup."),
        )
    if broken_links:
        yield Finding(
            "data.broken_links",
            Severity.PROBLEM,
            _("%(count)d rows point to records that do not exist, the first in table %(table)s.")
            % {"count": len(broken_links), "table": broken_links[0][0]},
            _("Keep a copy of the database and restore the last good backup."),
        )


def pages(now: datetime) -> Iterator[Finding]:
    """The page tree is in order and has one site on top."""
    if any(Page.find_problems()):
        yield Finding(
            "data.page_tree",
            Severity.PROBLEM,
            _("The page tree is out of order."),
            _("Make a backup, then run: nhipcau fixtree"),
        )
    if Site.objects.count() != 1:
        yield Finding(
            "data.sites",
            Severity.PROBLEM,
            _("There must be exactly one site; there are %(count)d.")
            % {"count": Site.objects.count()},
            _("Delete the others in the back office under Settings → Sites."),
        )


def publisher(now: datetime) -> Iterator[Finding]:
    """One body stands behind the site, under its own name."""
    publishers = list(Agency.objects.filter(is_publisher=True))
    if len(publishers) != 1:
        yield Finding(
            "data.publisher",
            Severity.PROBLEM,
            _("Exactly one body must publish the site; there are %(count)d.")
            % {"count": len(publishers)},
            _("Run: nhipcau setup"),
        )
    elif not settings.NHIPCAU_DEMO and publishers[0].name("vi") == DEFAULT_PUBLISHER["vi"]:
        yield Finding(
            "data.publisher_unnamed",
            Severity.NOTE,
            _("The publishing body still has the name that every new site has."),
            _("Run: nhipcau setup"),
        )


def originals(now: datetime) -> Iterator[Finding]:
    """The file of every photo and document is there."""
    for model in (Image, Document):
        records = model.objects.only("file").iterator(chunk_size=2000)
        missing = [
            record.file.name
            for record in records
            if not record.file.storage.exists(record.file.name)
        ]
        if missing:
            yield Finding(
                "data.missing_files",
                Severity.PROBLEM,
                _("%(count)d files of %(kind)s are missing, the first: %(name)s.")
                % {
                    "count": len(missing),
                    "kind": model._meta.verbose_name_plural,
                    "name": missing[0],
                },
                _("Bring them back from a backup, or delete the records."),
            )


def disk(now: datetime) -> Iterator[Finding]:
    """There is room to write."""
    free = shutil.disk_usage(settings.HOME).free
    if free < FREE_BYTES:
        yield Finding(
            "data.disk",
            Severity.PROBLEM,
            _("Only %(free)d MB are free where the site keeps its data.")
            % {"free": free // 1024**2},
            _("Make room, or move NHIPCAU_HOME to a larger disk."),
        )
