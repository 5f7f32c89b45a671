"""Checks of the configuration."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core import checks
from django.utils.translation import gettext as _
from wagtail.models import Locale

from nhipcau.accounts.selectors import can_send_mail
from nhipcau.common.health import Finding, Severity


def framework(now: datetime) -> Iterator[Finding]:
    """Django's own system checks, and those of the libraries."""
    for message in checks.run_checks(databases=["default"]):
        if message.is_silenced():
            continue
        is_problem = message.level >= checks.ERROR
        yield Finding(
            message.id or "django",
            Severity.PROBLEM if is_problem else Severity.NOTE,
            str(message.msg),
            str(message.hint or ""),
        )


def languages(now: datetime) -> Iterator[Finding]:
    """Every configured language is one of the site's, and the other way round."""
    configured = {code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES}
    stored = set(Locale.objects.values_list("language_code", flat=True))
    if missing := configured - stored:
        yield Finding(
            "config.language_missing",
            Severity.PROBLEM,
            _("The site has no pages in a configured language: %(languages)s.")
            % {"languages": ", ".join(sorted(missing))},
            _("Start the site once with `nhipcau serve`; it makes what is missing."),
        )
    if extra := stored - configured:
        yield Finding(
            "config.language_not_configured",
            Severity.PROBLEM,
            _("The site has pages in a language that is not configured: %(languages)s.")
            % {"languages": ", ".join(sorted(extra))},
            _("Add it to NHIPCAU_LANGUAGES, or delete the language in the back office."),
        )


def mail(now: datetime) -> Iterator[Finding]:
    """Letters can be sent, under the site's own address."""
    if not can_send_mail():
        yield Finding(
            "config.no_mail",
            Severity.NOTE,
            _("E-mail is off: invitations and password links must be handed over by people."),
            _("Set NHIPCAU_EMAIL_URL and NHIPCAU_EMAIL_FROM."),
        )
    elif settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        yield Finding(
            "config.no_sender",
            Severity.PROBLEM,
            _("E-mail is on but has no sender address; many mail servers will refuse it."),
            _("Set NHIPCAU_EMAIL_FROM."),
        )


def words(now: datetime) -> Iterator[Finding]:
    """The Vietnamese of every app is compiled."""
    folders = [Path(config.path) / "locale" for config in apps.get_app_configs()]
    # By the package, since the libraries too may lie below a folder of its name.
    ours = [folder for folder in folders if folder.is_relative_to(settings.PACKAGE)]
    for folder in {*ours, *map(Path, settings.LOCALE_PATHS)}:
        for catalogue in folder.rglob("*.po"):
            if not catalogue.with_suffix(".mo").exists():
                yield Finding(
                    "config.words_not_compiled",
                    Severity.PROBLEM,
                    _("A message catalogue is not compiled: %(name)s.")
                    % {"name": catalogue.relative_to(settings.PACKAGE)},
                    _("Run: make setup"),
                )
