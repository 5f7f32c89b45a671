"""What can go wrong with a backup; each sentence says what to do."""

from nhipcau.common.exceptions import DomainError


class BackupError(DomainError):
    """A backup cannot be made or restored."""

    code = "config.backup"
