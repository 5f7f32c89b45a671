"""Whatever the encoding, the same text comes out, composed."""

import unicodedata

import pytest

from nhipcau.newsroom.ingest.encodings import decode
from nhipcau.newsroom.ingest.exceptions import BinarySource, EmptySource
from nhipcau.newsroom.ingest.tests.texts import SEED, tcvn3, windows_1258

FORMS = {
    "utf-8": SEED.encode(),
    "utf-8 with mark": SEED.encode("utf-8-sig"),
    "utf-16 with mark": SEED.encode("utf-16"),
    "utf-16 little-endian": SEED.encode("utf-16-le"),
    "utf-16 big-endian": SEED.encode("utf-16-be"),
    "utf-32": SEED.encode("utf-32"),
    "decomposed": unicodedata.normalize("NFD", SEED).encode(),
    "windows-1258": windows_1258(SEED),
    "windows line ends": SEED.replace("\n", "\r\n").encode(),
    "old mac line ends": SEED.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_text_comes_out(form):
    decoded = decode(FORMS[form])
    assert decoded.text == SEED
    assert not decoded.is_legacy_font


@pytest.mark.parametrize("wrap", [lambda data: data, lambda data: data.decode("latin-1").encode()])
def test_a_legacy_font_is_converted_and_reported(wrap):
    decoded = decode(wrap(tcvn3(SEED)))
    assert decoded.text.lower() == SEED.lower()
    assert decoded.encoding == "TCVN3"
    assert decoded.is_legacy_font


def test_vni_is_converted():
    text = "Ñaéc Laéc ñaåy maïnh coâng taùc thoâng tin ñoái ngoaïi, thu huùt nguoàn löïc"
    assert decode(text.encode()).text == (
        "Đắc Lắc đẩy mạnh công tác thông tin đối ngoại, thu hút nguồn lực"
    )


def test_western_languages_are_left_alone():
    text = "Le président français a été reçu à la préfecture, où il préside la cérémonie"
    assert decode(text.encode("cp1252")).text == text
    assert decode(text.encode()).text == text


def test_a_text_cut_inside_a_letter_is_read_to_there():
    data = SEED.encode()
    cut = data[: data.index("đối ngoại được".encode()) + 1]
    assert decode(cut).text == SEED[: SEED.index("đối ngoại được")]


@pytest.mark.parametrize("data", [b"", b" \n\t \r\n", "\ufeff\n".encode()])
def test_nothing_is_empty(data):
    with pytest.raises(EmptySource):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n" + bytes(1000),
        b"%PDF-1.7\n" + bytes(range(128, 256)) * 40 + bytes(400),
        b"\x7fELF" + bytes([1, 2, 0, 9, 200]) * 300,
    ],
)
def test_binary_is_not_text(data):
    with pytest.raises(BinarySource):
        decode(data)
