"""Checks of what keeps the site safe."""

import stat
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from nhipcau.common.health import Finding, Severity

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def transport(now: datetime) -> Iterator[Finding]:
    """The site's address is encrypted, and a proxy in front is known."""
    address = urlsplit(settings.NHIPCAU_BASE_URL)
    if address.scheme != "https" and address.hostname not in LOOPBACK:
        yield Finding(
            "security.no_https",
            Severity.PROBLEM,
            _("The site's address is %(address)s: passwords would travel unencrypted.")
            % {"address": settings.NHIPCAU_BASE_URL},
            _("Put a web server with HTTPS in front and set NHIPCAU_BASE_URL to https://…"),
        )
    if address.scheme == "https" and settings.ALLAUTH_TRUSTED_PROXY_COUNT == 0:
        yield Finding(
            "security.no_proxy",
            Severity.NOTE,
            _("With HTTPS there is a web server in front, but NHIPCAU_PROXIES is 0."),
            _("Set it to 1, or all visitors share one limit of sign-in attempts."),
        )


def secret(now: datetime) -> Iterator[Finding]:
    """Only the owner of the site reads the secret in the home folder."""
    path = settings.HOME / "secret-key"
    if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
        yield Finding(
            "security.secret_readable",
            Severity.PROBLEM,
            _("Other users of this machine can read the file %(path)s.") % {"path": path},
            _("Run: chmod 600 %(path)s") % {"path": path},
        )


def debug(now: datetime) -> Iterator[Finding]:
    """Error pages tell visitors nothing."""
    if settings.DEBUG:
        yield Finding(
            "security.debug",
            Severity.PROBLEM,
            _("Debug mode is on: error pages show secrets to visitors."),
            _("Use the settings of the program itself."),
        )


def demo(now: datetime) -> Iterator[Finding]:
    """The demo's one-click sign-ins are not served to the world."""
    if settings.NHIPCAU_DEMO and urlsplit(settings.NHIPCAU_BASE_URL).hostname not in LOOPBACK:
        yield Finding(
            "security.demo",
            Severity.PROBLEM,
            _("The demo runs under a public address."),
            _("Remove NHIPCAU_DEMO; use the demo on your own machine only."),
        )
