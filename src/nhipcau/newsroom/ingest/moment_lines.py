"""Lines that state when something was published, and often by whom."""

import re

from nhipcau.newsroom.ingest.moments import Moment, read_moment
from nhipcau.newsroom.ingest.phrases import byline, without_views

# “Đắk Lắk, ngày 5 tháng 3 năm 2020”, as documents and letters end.
_PLACE_AND_DATE = re.compile(
    r"^[^,\d]{2,40},\s*(?P<day>ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+20\d\d)\.?$", re.I
)
_POSTED_BY = re.compile(
    r"^(?:(?:được\s+)?(?:đăng|viết)\s+bởi|bởi|posted\s+by)\s*:?\s+(?P<name>.{2,60}?)\s+"
    r"(?P<time>(?:vào\s+lúc|vào|lúc|ngày|on|at)\s+.{6,60})$",
    re.I,
)


def split_moment_line(line: str) -> tuple[Moment, str] | None:
    """A line that states a time and an author, such as ``Đăng Triều - 17:14, 04/03/2020``.

    Returns:
        The moment and the author, empty when the line states the time alone; ``None`` for lines
        without a time.
    """
    line = without_views(line).strip("| ")
    if moment := read_moment(line):
        return moment, ""
    if place := _PLACE_AND_DATE.match(line):
        moment = read_moment(place["day"])
        return (moment, "") if moment else None
    if posted := _POSTED_BY.match(line):
        moment, name = read_moment(posted["time"]), byline(posted["name"])
        if moment and name:
            return moment, name
    for mark in (r"\s*\|\s*", r"\s+[-–—•·]\s+", r"\s*[•·]\s*", r"\s*,\s+", r"\s*[-–—]\s*"):
        parts = [part for part in re.split(mark, line) if part]
        for size in range(len(parts) - 1, 0, -1):
            for head, tail in ((parts[:size], parts[size:]), (parts[size:], parts[:size])):
                moment = read_moment(" ".join(head))
                name = byline(" ".join(tail)) if moment else None
                if moment and name:
                    return moment, name
    return None
