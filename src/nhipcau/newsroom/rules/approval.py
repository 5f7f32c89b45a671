"""Who may approve what. Source: the two-person rule of the design; silence never approves."""

from collections.abc import Collection


def is_own_text(*, approver: int, authors: Collection[int | None]) -> bool:
    """Whether a person would approve text of their own.

    Args:
        approver: Database id of the person who approves.
        authors: Ids of everybody who wrote or changed the text since it was last approved;
            ``None`` stands for the program itself.
    """
    return approver in authors
