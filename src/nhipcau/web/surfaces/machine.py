"""What machines ask for: robots.txt, security.txt, OpenSearch, the icon."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.timezone import make_aware
from lxml import etree

from nhipcau.common.clock import CIVIL_ZONE, civil
from nhipcau.common.surfaces import Priority, Rendered
from nhipcau.newsroom.selectors import public
from nhipcau.web.rules.addresses import opensearch_address, page_address
from nhipcau.web.selectors.profile import site_profile

_ICON = Path(__file__).resolve().parent.parent / "static" / "web" / "icon.svg"
SECURITY = "/.well-known/security.txt"
TEXT = "text/plain; charset=utf-8"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
# lxml wants None for the default name space, which its types do not know.
_NAMES: dict[Any, str] = {None: OPENSEARCH}


class RobotsSurface:
    """Who may crawl what: everything public, neither search nor forms."""

    name = "web.robots"
    priority = Priority.SITEMAP

    def render(self, address: str, now: datetime) -> Rendered | None:
        """RFC 9309."""
        if address != "/robots.txt":
            return None
        lines = ["User-agent: *"]
        for language in public.languages():
            lines += [f"Disallow: {page_address(kind, language)}" for kind in ("search", "report")]
        lines += ["Disallow: /admin/", f"Sitemap: {settings.NHIPCAU_BASE_URL}/sitemap.xml", ""]
        return Rendered("\n".join(lines).encode(), content_type=TEXT, keys=frozenset({"languages"}))

    def addresses(self, now: datetime) -> Iterator[str]:
        """One address."""
        yield "/robots.txt"


class SecuritySurface:
    """Where to report a weakness; it expires, so that it is never silently out of date."""

    name = "web.security"
    priority = Priority.SITEMAP

    def render(self, address: str, now: datetime) -> Rendered | None:
        """RFC 9116; the expiry moves on with the month, 404 while there is no contact."""
        if address != SECURITY:
            return None
        keys = frozenset(f"chrome:{code}" for code in public.languages())
        languages = public.languages()
        contact = site_profile(languages[0]).contact_email if languages else ""
        if not contact:
            return Rendered(status=404, keys=keys)
        first = civil(now).date().replace(day=1)
        following = (first + timedelta(days=32)).replace(day=1)
        turn = make_aware(datetime(following.year, following.month, 1), CIVIL_ZONE)  # noqa: DTZ001
        expires = turn + timedelta(days=150)
        lines = [
            f"Contact: mailto:{contact}",
            f"Expires: {expires.isoformat()}",
            f"Preferred-Languages: {', '.join(languages)}",
            f"Canonical: {settings.NHIPCAU_BASE_URL}{address}",
            "",
        ]
        return Rendered("\n".join(lines).encode(), content_type=TEXT, keys=keys, valid_until=turn)

    def addresses(self, now: datetime) -> Iterator[str]:
        """One address, once there is a contact."""
        languages = public.languages()
        if languages and site_profile(languages[0]).contact_email:
            yield SECURITY


class IconSurface:
    """The icon of the site."""

    name = "web.icon"
    priority = Priority.SITEMAP

    def render(self, address: str, now: datetime) -> Rendered | None:
        """The drawing itself."""
        if address != "/icon.svg":
            return None
        return Rendered(_ICON.read_bytes(), content_type="image/svg+xml", keys=frozenset({"theme"}))

    def addresses(self, now: datetime) -> Iterator[str]:
        """One address."""
        yield "/icon.svg"


class OpenSearchSurface:
    """Tells browsers and feed readers how to search the site, in each language."""

    name = "web.opensearch"
    priority = Priority.SITEMAP

    def render(self, address: str, now: datetime) -> Rendered | None:
        """OpenSearch 1.1 with its suggestions extension."""
        language = next((c for c in public.languages() if address == opensearch_address(c)), None)
        if language is None:
            return None
        profile, host = site_profile(language), settings.NHIPCAU_BASE_URL
        search = host + page_address("search", language)
        root = etree.Element(f"{{{OPENSEARCH}}}OpenSearchDescription", nsmap=_NAMES)
        for name, text in (
            ("ShortName", profile.site_name[:16]),
            ("LongName", profile.site_name[:48]),
            ("Description", (profile.tagline or profile.site_name)[:1024]),
            ("Language", language),
            ("InputEncoding", "UTF-8"),
        ):
            etree.SubElement(root, f"{{{OPENSEARCH}}}{name}").text = text
        image = etree.SubElement(root, f"{{{OPENSEARCH}}}Image", type="image/svg+xml")
        image.text = f"{host}/icon.svg"
        for kind, template in (
            ("text/html", f"{search}?q={{searchTerms}}"),
            ("application/x-suggestions+json", f"{search}suggest?q={{searchTerms}}"),
        ):
            etree.SubElement(root, f"{{{OPENSEARCH}}}Url", type=kind, template=template)
        return Rendered(
            etree.tostring(root, xml_declaration=True, encoding="UTF-8"),
            content_type="application/xml; charset=utf-8",
            keys=frozenset({f"chrome:{language}"}),
        )

    def addresses(self, now: datetime) -> Iterator[str]:
        """One a language."""
        for language in public.languages():
            yield opensearch_address(language)


SURFACES = (RobotsSurface(), SecuritySurface(), IconSurface(), OpenSearchSurface())
