"""Types that other apps use too."""

from typing import TYPE_CHECKING, Final, Union

if TYPE_CHECKING:
    from nhipcau.accounts.models import User


class System:
    """The program itself as an actor: commands and scheduled work, with every right."""

    def __repr__(self) -> str:
        return "SYSTEM"


SYSTEM: Final = System()

#: Who does something: a person, whose rights are checked, or the program.
Actor = Union["User", System]
