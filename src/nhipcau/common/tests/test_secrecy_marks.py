"""Secrecy marks: stamps and headings are found, words in running text are not."""

import unicodedata

import pytest

from nhipcau.common.secrecy import find_mark

MARKED = [
    ("MẬT", "MẬT"),
    ("TỐI MẬT", "TỐI MẬT"),
    ("TUYỆT MẬT", "TUYỆT MẬT"),
    ("  MẬT  ", "MẬT"),
    ("M Ậ T", "MẬT"),
    ("M  Ậ  T", "MẬT"),
    ("T Ố I   M Ậ T", "TỐI MẬT"),
    ("T U Y Ệ T  M Ậ T", "TUYỆT MẬT"),
    ("M.Ậ.T", "MẬT"),
    ("M-Ậ-T", "MẬT"),
    ("(MẬT)", "MẬT"),
    ("[MẬT]", "MẬT"),
    ("“MẬT”", "MẬT"),
    ("*** TỐI MẬT ***", "TỐI MẬT"),
    ("=== MẬT ===", "MẬT"),
    ("— TUYỆT MẬT —", "TUYỆT MẬT"),
    ("Tuyệt mật", "TUYỆT MẬT"),
    ("Tối Mật", "TỐI MẬT"),
    ("MẬT.", "MẬT"),
    ("ＭẬＴ", "MẬT"),
    ("М\u1eacТ", "MẬT"),  # Cyrillic М and Т
    ("M\u200bẬ\u200bT", "MẬT"),
    ("M\u00adẬT", "MẬT"),
    ("𝐌Ậ𝐓", "MẬT"),
    (unicodedata.normalize("NFD", "TỐI MẬT"), "TỐI MẬT"),
    ("MA\u0323\u0302T", "MẬT"),
    ("MA\u0302\u0323T", "MẬT"),
    ("M\u00c2\u0323T", "MẬT"),
    ("Độ mật: Mật", "MẬT"),
    ("ĐỘ MẬT: TỐI MẬT", "TỐI MẬT"),
    ("Mức độ mật: Tuyệt mật", "TUYỆT MẬT"),
    ("MẬT - HỎA TỐC", "MẬT"),
    ("HỎA TỐC\nTỐI MẬT", "TỐI MẬT"),
    ("CƠ QUAN MẪU\tMẬT", "MẬT"),
    ("CƠ QUAN MẪU          TỐI MẬT", "TỐI MẬT"),
    ("| MẬT | Số: 01 |", "MẬT"),
    ("Số: 15/BC-VP (Mật)", "MẬT"),
    ("BÁO CÁO TỔNG HỢP (MẬT)", "MẬT"),
    ("[TUYỆT MẬT] BÁO CÁO TỔNG HỢP", "TUYỆT MẬT"),
    ("Báo cáo năm\nMẬT\nNội dung báo cáo", "MẬT"),
    ("M\nẬ\nT", "MẬT"),
    # What stands under a stamp is the document's kind, not honey.
    ("MẬT\nBÁO CÁO\nvề tình hình", "MẬT"),
    ("MẬT\nNGHỊ QUYẾT", "MẬT"),
    ("MẬT\nHoa Kỳ và khu vực", "MẬT"),
    ("VĂN BẢN MẬT", "MẬT"),
    ("HỒ SƠ TUYỆT MẬT", "TUYỆT MẬT"),
    ("TÀI LIỆU THUỘC LOẠI TỐI MẬT", "TỐI MẬT"),
    ("HỎA TỐC - TỐI MẬT", "TỐI MẬT"),
    ("Bí mật nhà nước độ MẬT", "MẬT"),
    ("Dấu: MẬT", "MẬT"),
    ("Số: 05/BC-CAT-MẬT", "MẬT"),
    ("MËT", "MẬT"),
    ("MAÄT", "MẬT"),
    ("TUYEÄT MAÄT", "TUYỆT MẬT"),
]

ORDINARY = [
    "bí mật",
    "Bí mật của hạt cà phê",
    "BÍ MẬT CỦA HẠT CÀ PHÊ",
    "mật ong",
    "Mật ong Buôn Ma Thuột",
    "MẬT ONG BUÔN MA THUỘT",
    "MẬT\nONG BUÔN MA THUỘT",
    "MẬT ONG",
    "mật độ dân số",
    "MẬT ĐỘ DÂN SỐ",
    "bảo mật",
    "BẢO MẬT THÔNG TIN",
    "An ninh, bảo mật",
    "mật mã",
    "mật khẩu",
    "MẬT KHẨU",
    "mật thiết",
    "trăng mật",
    "Tuần trăng mật ở Đắk Lắk",
    "mật vụ",
    "chè mật",
    "Mật",
    "mật",
    "Mật hoa dừa",
    "Bảo vệ bí mật nhà nước",
    "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "Tài liệu có ba độ mật: tuyệt mật, tối mật và mật.",
    "Văn bản phải đóng dấu “MẬT” theo quy định.",
    "Ông nói đó là chuyện tối mật của nhà máy.",
    "cơ mật viện",
    "MAT",
    "MÁT MẺ",
    "MẮT",
    "MẤT",
    "Thất MẬT mùa hoa cà phê",
    "Độ mật: không",
    "Giữ bí mật (mật) với khách",
    "Hồ sơ tuyệt mật",
    "Tài liệu mật",
    "BÍ MẬT",
    "TẬP HUẤN CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "CUỘC GẶP THÂN MẬT",
    "",
]


@pytest.mark.parametrize(("text", "mark"), MARKED)
def test_stamps_and_headings_are_found(text, mark):
    assert find_mark(text.split("\n")) == mark


@pytest.mark.parametrize("text", ORDINARY)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_ordinary_words_are_not(text, form):
    assert find_mark(unicodedata.normalize(form, text).split("\n")) == ""
