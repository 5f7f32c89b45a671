"""Sample texts, in the forms that reach a newsroom. All of it is made up for the tests."""

import unicodedata

SEED = """Tăng cường hợp tác hữu nghị với các địa phương nước bạn
17:14, 04/03/2020
Ngày 4-3, cơ quan thường trực đã tổ chức hội nghị tổng kết công tác năm 2019.
Đại diện lãnh đạo cơ quan chủ trì hội nghị.
Trong năm 2019, công tác thông tin đối ngoại được các cấp quan tâm, đạt nhiều kết quả quan trọng.
Các đại biểu dự hội nghị. |
Nhiều sự kiện đối ngoại quan trọng đã được tổ chức trên địa bàn tỉnh.
Đại biểu thảo luận tại hội nghị. |
Tại hội nghị, các đại biểu đề xuất một số giải pháp để nâng cao hiệu quả công tác.
Người chủ trì phát biểu kết luận hội nghị. |
Kết luận hội nghị, người chủ trì nhấn mạnh vai trò của công tác thông tin đối ngoại.
Lan Anh
Ý kiến bạn đọc
"""

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """Text as Windows wrote Vietnamese before Unicode: letters, then tone marks."""
    out = bytearray()
    for letter in unicodedata.normalize("NFC", text):
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES))
            out += (base + "".join(p for p in parts if p in _TONES)).encode("cp1258")
    return bytes(out)


def tcvn3(text: str) -> bytes:
    """Text in the font code TCVN3, whose capitals with tone marks are small letters."""
    from nhipcau.newsroom.ingest.encodings import _TCVN3

    code = {letter: byte for byte, letter in _TCVN3.items()}
    letters = unicodedata.normalize("NFC", text)
    return "".join(
        code.get(letter) or code.get(letter.lower()) or letter for letter in letters
    ).encode("latin-1")
