"""Files in the shapes that other tools write: Weblate, OmegaT, Trados, memoQ, Okapi.

Each sample keeps what is particular to its tool: encoding, line ends, header, properties,
namespaces and inline codes. The sentences are ours.
"""

from pathlib import Path

import pytest

from nhipcau.translation.rules.exchange.records import Reading
from nhipcau.translation.rules.exchange.terms import read_tbx
from nhipcau.translation.rules.exchange.texts import read_po, read_tmx, read_xliff

SAMPLES = Path(__file__).parent / "fixtures" / "tools"
READERS = {".tmx": read_tmx, ".po": read_po}


def pairs_of(path):
    reading = Reading()
    reader = READERS.get(path.suffix, read_xliff)
    return [(pair.source, pair.target) for pair in reader(path, "vi", "en", reading)], reading


BOLD = ("Lễ hội Cà phê lần thứ 8 & cồng chiêng", "The eighth Coffee Festival & gongs")
PLAIN = ("Hội nghị bế mạc.", "The conference concluded.")


@pytest.mark.parametrize(
    ("name", "expected", "refused"),
    [
        ("weblate.tmx", [BOLD, PLAIN], 0),
        ("weblate.po", [BOLD, PLAIN], 2),
        ("weblate-1.2.xliff", [BOLD, PLAIN], 1),
        ("omegat-level2.tmx", [BOLD, PLAIN, ("Khai mạc", "Opening")], 0),
        ("trados-utf16.tmx", [BOLD, PLAIN], 1),
        ("trados.sdlxliff", [BOLD, PLAIN], 1),
        ("memoq.tmx", [BOLD, PLAIN], 0),
        ("memoq.mqxliff", [BOLD, PLAIN], 2),
        ("okapi.tmx", [BOLD, PLAIN], 1),
        ("okapi-1.2.xlf", [BOLD, PLAIN], 0),
        ("okapi-2.1.xlf", [BOLD, PLAIN], 1),
    ],
)
def test_a_file_of_another_tool_gives_its_finished_pairs(name, expected, refused):
    found, reading = pairs_of(SAMPLES / name)
    assert found == expected
    assert len(reading.refused) == refused


@pytest.mark.parametrize("name", ["martif.tbx", "dca.tbx", "dct.tbx"])
def test_a_termbase_of_another_tool_keeps_what_is_preferred_and_what_is_not(name):
    reading = Reading()
    (record,) = read_tbx(SAMPLES / name, reading)
    assert record.headword == "Sở Ngoại vụ"
    assert set(record.wordings) == {
        ("en", "Department of Foreign Affairs", ""),
        ("en", "Foreign Office", "forbidden"),
    }
    assert record.domain == "administration"
    assert reading.refused == []
