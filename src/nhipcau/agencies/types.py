"""What an import of bodies and places understood."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class SheetRow:
    """One row of a sheet.

    Attributes:
        number: Row number in the sheet, as spreadsheet programs count.
        values: Text by column name.
    """

    number: int
    values: dict[str, str]

    @property
    def summary(self) -> str:
        """What stands in it, for people."""
        return " · ".join(value for value in self.values.values() if value)


@dataclass
class ImportOutcome:
    """What an import did, or would do.

    Attributes:
        created: Codes of new things.
        changed: Codes of things that got a new name or field.
        unchanged: Codes that were already so.
        problems: (row number, sentence) of rows that were left alone.
        is_dry_run: Nothing was written.
    """

    created: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)
    is_dry_run: bool = False
