"""The first run of a real site: its address, its languages, its publisher, its administrator."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from nhipcau.accounts import selectors as accounts
from nhipcau.accounts import services as accounts_services
from nhipcau.accounts.enums import InvitationState, Role
from nhipcau.accounts.models import Invitation, User
from nhipcau.accounts.types import SYSTEM
from nhipcau.agencies.models import Agency, AgencyName
from nhipcau.common.exceptions import DomainError
from nhipcau.config import env
from nhipcau.config.preparation import DEFAULT_PUBLISHER, is_database_current


class SetupRefused(DomainError):
    """What was asked for would overwrite something, or makes no sense."""

    code = "config.setup_refused"


@dataclass(frozen=True)
class Choices:
    """What the operator decided.

    Attributes:
        names: Official name of the publishing body by language; Vietnamese at least.
        languages: Public languages, the source language first.
        base_url: Address at which readers reach the site.
        administrator_email: Address of the administrator to invite; empty for nobody.
        administrator_name: That person's name.
        administrator_language: Language of the invitation, ``vi`` or ``en``.
    """

    names: Mapping[str, str]
    languages: tuple[str, ...]
    base_url: str
    administrator_email: str
    administrator_name: str
    administrator_language: str

    def as_settings(self) -> dict[str, str]:
        """What is kept in the home folder."""
        return {
            "NHIPCAU_BASE_URL": self.base_url,
            "NHIPCAU_LANGUAGES": ",".join(self.languages),
        }


def read_languages(given: str) -> tuple[str, ...]:
    """Read a comma-separated list of languages.

    Raises:
        SetupRefused: if one is unknown or named twice, or Vietnamese is not first.
    """
    codes = tuple(code.strip().lower() for code in given.split(",") if code.strip())
    known = settings.NHIPCAU_KNOWN_LANGUAGES
    if unknown := [code for code in codes if code not in known]:
        raise SetupRefused(
            _("Unknown language: %(unknown)s. Choose among %(known)s.")
            % {"unknown": ", ".join(unknown), "known": ", ".join(known)}
        )
    if len(set(codes)) != len(codes) or codes[:1] != ("vi",):
        raise SetupRefused(_("Name each language once, Vietnamese (vi) first."))
    return codes


def read_base_url(given: str) -> str:
    """Read the site's address.

    Raises:
        SetupRefused: if it is not an http(s) address of a host alone.
    """
    try:
        return env.base_url(given)
    except ImproperlyConfigured as error:
        raise SetupRefused(
            _("“%(given)s” is no address of a site: write for instance https://tinh.example.vn")
            % {"given": given}
        ) from error


def read_email(given: str) -> str:
    """Read an e-mail address.

    Raises:
        SetupRefused: if it is none.
    """
    try:
        validate_email(given.strip())
    except ValidationError as error:
        raise SetupRefused(_("“%(given)s” is no e-mail address.") % {"given": given}) from error
    return given.strip().lower()


def read_name(given: str) -> str:
    """Read the name of a body or a person.

    Raises:
        SetupRefused: if it is empty or too long.
    """
    name = " ".join(given.split())
    if not name or len(name) > 150:
        raise SetupRefused(_("Write a name of 1 to 150 characters."))
    return name


def refuse_to_overwrite(choices: Choices) -> None:
    """Stop before anything is written that would change what an earlier run decided.

    Raises:
        SetupRefused: if the address, the languages or the publisher differ from those in use.
    """
    kept = env.kept()
    for name, value in choices.as_settings().items():
        if name in kept and kept[name] != value:
            raise SetupRefused(
                _("This site was set up with %(name)s=%(kept)s. To change it, edit %(file)s.")
                % {"name": name, "kept": kept[name], "file": env.home() / env.KEPT_FILE}
            )
    publisher = publisher_names() if is_database_current() else {}
    for language, name in choices.names.items():
        stored = publisher.get(language)
        if stored not in {None, name, DEFAULT_PUBLISHER.get(language)}:
            raise SetupRefused(
                _("The site is published by “%(stored)s”. Change its name in the back office.")
                % {"stored": stored}
            )


def publisher_names() -> dict[str, str]:
    """Names of the publishing body by language; empty when there is none."""
    publisher = Agency.objects.filter(is_publisher=True).first()
    if publisher is None:
        return {}
    return dict(AgencyName.objects.filter(agency=publisher).values_list("language", "name"))


@transaction.atomic
def name_publisher(names: Mapping[str, str]) -> None:
    """Give the publishing body its own names in place of those every new site has.

    Args:
        names: Official name by language.
    """
    publisher = Agency.objects.get(is_publisher=True)
    for language, name in names.items():
        placeholder = DEFAULT_PUBLISHER.get(language, "")
        changed = AgencyName.objects.filter(
            agency=publisher, language=language, name=placeholder
        ).update(name=name)
        if not changed:
            AgencyName.objects.get_or_create(agency=publisher, language=language, name=name)
    # A language without a name of its own shows the source language's, not a placeholder.
    others = AgencyName.objects.filter(agency=publisher).exclude(language__in=names)
    others.filter(name__in=DEFAULT_PUBLISHER.values()).delete()


@dataclass(frozen=True)
class Invited:
    """An administrator's way in.

    Attributes:
        link: Address to open; empty when nobody had to be invited.
        expires_at: Until when it works.
    """

    link: str = ""
    expires_at: datetime | None = None


def invite_administrator(choices: Choices, *, now: datetime) -> Invited:
    """Invite the administrator, or renew an invitation that was not used.

    Args:
        choices: What the operator decided.
        now: The present moment.

    Returns:
        The link; without one when the person is an administrator already or nobody was named.

    Raises:
        SetupRefused: if the address belongs to somebody who is no administrator.
    """
    email = choices.administrator_email
    if not email or accounts.administrators().filter(email=email).exists():
        return Invited()
    if User.objects.filter(email=email).exists():
        raise SetupRefused(
            _("%(email)s has an account without the administrator's role. Name another address.")
            % {"email": email}
        )
    earlier = Invitation.objects.filter(email=email, accepted_at=None).first()
    if earlier and earlier.makes_superuser:
        invitation, token = accounts_services.renew(actor=SYSTEM, invitation=earlier, now=now)
    else:
        if earlier and earlier.state_at(now) is InvitationState.OPEN:
            accounts_services.revoke_invitation(actor=SYSTEM, invitation=earlier, now=now)
        invitation, token = accounts_services.invite(
            actor=SYSTEM,
            email=email,
            full_name=choices.administrator_name,
            roles=[Role.ADMINISTRATOR],
            language=choices.administrator_language,
            now=now,
            makes_superuser=True,
        )
    return Invited(accounts_services.invitation_link(token), invitation.expires_at)
