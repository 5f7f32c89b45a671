"""Which state may follow which, for plan versions and reports."""

from nhipcau.programme.enums import ReportState, VersionState
from nhipcau.programme.exceptions import WrongState

VERSION_MOVES: dict[str, frozenset[str]] = {
    VersionState.GUIDANCE: frozenset({VersionState.DRAFT}),
    VersionState.DRAFT: frozenset({VersionState.COMMENTS, VersionState.APPROVED}),
    VersionState.COMMENTS: frozenset({VersionState.DRAFT, VersionState.APPROVED}),
    VersionState.APPROVED: frozenset({VersionState.AMENDED}),
    VersionState.AMENDED: frozenset(),
}

REPORT_MOVES: dict[str, frozenset[str]] = {
    ReportState.DRAFT: frozenset({ReportState.SUBMITTED}),
    ReportState.SUBMITTED: frozenset({ReportState.ACCEPTED, ReportState.RETURNED}),
    ReportState.RETURNED: frozenset({ReportState.SUBMITTED}),
    # A mistake found later goes back to the agency; frozen figures then show the change.
    ReportState.ACCEPTED: frozenset({ReportState.RETURNED}),
}


def check_version_move(*, old: str, new: str) -> None:
    """Refuse a step of a plan version that does not exist.

    Args:
        old: Present :class:`VersionState`.
        new: Wanted one.

    Raises:
        WrongState: if the step is not in ``VERSION_MOVES``.
    """
    if new not in VERSION_MOVES[old]:
        raise WrongState


def check_report_move(*, old: str, new: str) -> None:
    """Refuse a step of a report that does not exist.

    Args:
        old: Present :class:`ReportState`.
        new: Wanted one.

    Raises:
        WrongState: if the step is not in ``REPORT_MOVES``.
    """
    if new not in REPORT_MOVES[old]:
        raise WrongState
