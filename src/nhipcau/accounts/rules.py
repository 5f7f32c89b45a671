"""Decisions about sign-in, without database and without request."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from ipaddress import ip_address

from nhipcau.accounts.enums import InvitationState

#: In the setting: every role must use a second factor.
EVERY_ROLE = "all"
DEMO_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})


class Verdict(StrEnum):
    """What a signed-in session may do in the back office as far as second factors go."""

    PASS = "pass"  # noqa: S105 - a verdict, not a password
    #: The person has no second factor yet and must set one up before anything else.
    ENROL = "enrol"
    #: The person has one but this session has not shown it.
    VERIFY = "verify"


def second_factor_verdict(
    *,
    roles: Collection[str],
    is_superuser: bool,
    demanded_of: Collection[str],
    has_factor: bool,
    is_verified: bool,
    is_demo_sample: bool,
) -> Verdict:
    """Decide whether a session may enter the back office.

    Args:
        roles: Values of the person's roles.
        is_superuser: Whether the person administers the machine; always needs a second factor.
        demanded_of: Values of the roles that need a second factor, or ``all``.
        has_factor: Whether the person has set up an authenticator app or a passkey.
        is_verified: Whether this session has shown a second factor the person still has.
        is_demo_sample: Whether this is a sample person in the demo, who has none by design.

    Returns:
        What the session may do. A person who set up a factor freely must show it too.
    """
    if is_demo_sample or (has_factor and is_verified):
        return Verdict.PASS
    if has_factor:
        return Verdict.VERIFY
    is_demanded = (
        is_superuser or EVERY_ROLE in demanded_of or not set(roles).isdisjoint(demanded_of)
    )
    return Verdict.ENROL if is_demanded else Verdict.PASS


def is_demo_visitor(*, is_demo: bool, remote_address: str, host: str, is_forwarded: bool) -> bool:
    """Decide whether a visitor may sign in as a sample person by one click.

    Args:
        is_demo: Whether the program was started as the demo.
        remote_address: Address of the other end of the connection.
        host: The ``Host`` header, with or without a port.
        is_forwarded: Whether a proxy passed the request on: then the visitor may be anywhere.

    Returns:
        True only in the demo, for somebody at this very machine.
    """
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    if not is_demo or is_forwarded or name.lower() not in DEMO_HOSTS:
        return False
    try:
        return ip_address(remote_address).is_loopback
    except ValueError:
        return False


def invitation_state(
    *,
    expires_at: datetime,
    accepted_at: datetime | None,
    revoked_at: datetime | None,
    now: datetime,
) -> InvitationState:
    """Decide what an invitation is worth at a moment.

    Args:
        expires_at: First moment at which it no longer holds.
        accepted_at: When it was used.
        revoked_at: When it was taken back.
        now: The moment asked about.
    """
    if accepted_at:
        return InvitationState.ACCEPTED
    if revoked_at:
        return InvitationState.REVOKED
    return InvitationState.EXPIRED if now >= expires_at else InvitationState.OPEN
