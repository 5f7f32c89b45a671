"""Who needs a second factor, who may use the demo, what an invitation is worth: in tables."""

from datetime import UTC, datetime, timedelta

import pytest

from nhipcau.accounts.enums import InvitationState, Role
from nhipcau.accounts.rules import (
    Verdict,
    invitation_state,
    is_demo_visitor,
    second_factor_verdict,
)

DEMANDED = ["administrator", "office", "editor", "reviser", "leader"]
NOT_DEMANDED = [Role.REPORTER, Role.TRANSLATOR, Role.FOCAL_POINT]


@pytest.mark.parametrize("is_demo_sample", [False, True])
@pytest.mark.parametrize(
    ("has_factor", "is_verified", "if_demanded", "if_not"),
    [
        (False, False, Verdict.ENROL, Verdict.PASS),
        # A session verified with a factor that is gone counts for nothing.
        (False, True, Verdict.ENROL, Verdict.PASS),
        (True, False, Verdict.VERIFY, Verdict.VERIFY),
        (True, True, Verdict.PASS, Verdict.PASS),
    ],
)
@pytest.mark.parametrize("role", list(Role))
def test_second_factor(role, has_factor, is_verified, if_demanded, if_not, is_demo_sample):
    verdict = second_factor_verdict(
        roles={role.value},
        is_superuser=False,
        demanded_of=DEMANDED,
        has_factor=has_factor,
        is_verified=is_verified,
        is_demo_sample=is_demo_sample,
    )
    expected = if_not if role in NOT_DEMANDED else if_demanded
    assert verdict is (Verdict.PASS if is_demo_sample else expected)


@pytest.mark.parametrize(
    ("roles", "is_superuser", "demanded_of", "expected"),
    [
        ({"reporter", "editor"}, False, DEMANDED, Verdict.ENROL),
        (set(), False, DEMANDED, Verdict.PASS),
        (set(), True, [], Verdict.ENROL),
        ({"reporter"}, False, ["all"], Verdict.ENROL),
        (set(), False, ["all"], Verdict.ENROL),
        ({"administrator"}, False, [], Verdict.PASS),
    ],
)
def test_second_factor_of_several_roles(roles, is_superuser, demanded_of, expected):
    assert expected is second_factor_verdict(
        roles=roles,
        is_superuser=is_superuser,
        demanded_of=demanded_of,
        has_factor=False,
        is_verified=False,
        is_demo_sample=False,
    )


@pytest.mark.parametrize(
    ("is_demo", "address", "host", "is_forwarded", "expected"),
    [
        (True, "127.0.0.1", "localhost:8000", False, True),
        (True, "127.0.0.1", "LOCALHOST", False, True),
        (True, "::1", "[::1]:8000", False, True),
        (True, "::1", "[::1]", False, True),
        (True, "127.0.0.1", "127.0.0.1:8000", False, True),
        (False, "127.0.0.1", "localhost:8000", False, False),
        (True, "192.0.2.7", "localhost:8000", False, False),
        (True, "127.0.0.1", "tinh.example.vn", False, False),
        (True, "127.0.0.1", "localhost.example.vn:8000", False, False),
        (True, "127.0.0.1", "localhost:8000", True, False),
        (True, "", "localhost:8000", False, False),
        (True, "127.0.0.1", "", False, False),
    ],
)
def test_demo_visitor(is_demo, address, host, is_forwarded, expected):
    assert expected is is_demo_visitor(
        is_demo=is_demo, remote_address=address, host=host, is_forwarded=is_forwarded
    )


NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("expires_at", "accepted_at", "revoked_at", "expected"),
    [
        (NOW + DAY, None, None, InvitationState.OPEN),
        (NOW, None, None, InvitationState.EXPIRED),
        (NOW - DAY, None, None, InvitationState.EXPIRED),
        (NOW + DAY, NOW, None, InvitationState.ACCEPTED),
        (NOW - DAY, NOW, None, InvitationState.ACCEPTED),
        (NOW + DAY, None, NOW, InvitationState.REVOKED),
        (NOW - DAY, None, NOW, InvitationState.REVOKED),
    ],
)
def test_invitation_state(expires_at, accepted_at, revoked_at, expected):
    assert expected is invitation_state(
        expires_at=expires_at, accepted_at=accepted_at, revoked_at=revoked_at, now=NOW
    )
