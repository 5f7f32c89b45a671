"""Text that XML can hold."""

# What XML 1.0 §2.2 does not allow, as a table for str.translate.
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))


def xml_text(value: str) -> str:
    """Text without the characters that XML 1.0 forbids, such as form feeds from old documents."""
    return value.translate(_FORBIDDEN)
