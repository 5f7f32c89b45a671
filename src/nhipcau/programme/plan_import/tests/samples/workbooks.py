"""Excel plans."""

# ruff: noqa: E501 - tables and their truth read best one row a line

from datetime import date

from openpyxl import Workbook

from nhipcau.programme.plan_import.tests.samples.building import quarter, sheet, to_bytes, whole
from nhipcau.programme.plan_import.tests.samples.truth import Sample, Truth

_SIX = ["<"] * 5


def two_sheets() -> bytes:
    book = Workbook()
    first = sheet(book, "Trong nước", [
        ["UBND TỈNH ĐẮK LẮK", "<", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "<", "<"],
        ["PHỤ LỤC I: HOẠT ĐỘNG THÔNG TIN ĐỐI NGOẠI NĂM 2023", *_SIX],
        ["(Kèm theo Kế hoạch số 147/KH-UBND ngày 05 tháng 10 năm 2022 của UBND tỉnh)", *_SIX],
        [None] * 6,
        ["STT", "Nội dung hoạt động", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Ghi chú"],
        ["A", "Tin, bài, phóng sự", "<", "<", "<", "<"],
        [1, "Bản tin tiếng Anh trên truyền hình", "Đài PTTH tỉnh", "Sở Ngoại vụ", "Hàng tuần", None],
        [2, "Phóng sự về cà phê đặc sản", "^", "Sở NN&PTNT;\nHiệp hội Cà phê Buôn Ma Thuột", date(2023, 3, 10), None],
        [3, "Việc đã hủy", "Báo Đắk Lắk", None, "Quý I", "bỏ"],
        ["B", "Ấn phẩm", "<", "<", "<", "<"],
        [4, "Sách ảnh Đắk Lắk", "Sở TT&TT", "VP UBND tỉnh, Hội VHNT tỉnh", date(2023, 8, 1), None],
        [5.1, "Bản đồ du lịch", "Sở VHTTDL", "Các sở, ban, ngành và UBND các huyện, TX, TP", "Quý 3,4", None],
        ["Nơi nhận:", None, None, "TM. ỦY BAN NHÂN DÂN", None, None],
        ["- Như trên;", None, None, "KT. CHỦ TỊCH", None, None],
    ], first=True)  # fmt: skip
    first.row_dimensions[9].hidden = True
    first["E11"].number_format = "mm/yyyy"
    first["E8"].number_format = "dd/mm/yyyy"
    sheet(book, "Ngoài nước", [
        ["PHỤ LỤC II: HOẠT ĐỘNG Ở NƯỚC NGOÀI NĂM 2023", *_SIX],
        ["TT", "Hoạt động", "Địa điểm", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian dự kiến"],
        ["1.", "Tuần văn hóa tại Champasak", "Lào", "Sở Văn hóa, Thể thao và Du lịch", "Sở Ngoại vụ", "Tháng 11, 12"],
        ["2.", "Xúc tiến du lịch tại Jeollabuk", "Hàn Quốc", "Trung tâm Xúc tiến Thương mại, Đầu tư và Du lịch", None, "Từ ngày 5/9 đến ngày 12/9"],
    ])  # fmt: skip
    secret = sheet(
        book, "Nháp", [["STT", "Nội dung", "Chủ trì", "Thời gian"], [1, "Nháp", "Sở A", "Quý I"]]
    )
    secret.sheet_state = "hidden"
    return to_bytes(book)


TWO_SHEETS = Sample(
    "two sheets", two_sheets, 2023, "147/KH-UBND",
    (
        Truth("1", "Tin, bài, phóng sự", "Bản tin", "Đài PTTH tỉnh", ("Sở Ngoại vụ",), *whole(2023), True),
        Truth("2", "Tin, bài, phóng sự", "Phóng sự", "Đài PTTH tỉnh", ("Sở NN&PTNT", "Hiệp hội Cà phê Buôn Ma Thuột"), None, date(2023, 3, 10)),
        Truth("4", "Ấn phẩm", "Sách ảnh", "Sở TT&TT", ("VP UBND tỉnh", "Hội VHNT tỉnh"), date(2023, 8, 1), date(2023, 8, 31)),
        Truth("5.1", "Ấn phẩm", "Bản đồ", "Sở VHTTDL", ("Các sở, ban, ngành", "UBND các huyện, TX, TP"), date(2023, 7, 1), date(2023, 12, 31)),
        Truth("1", "", "Tuần văn hóa", "Sở Văn hóa, Thể thao và Du lịch", ("Sở Ngoại vụ",), date(2023, 11, 1), date(2023, 12, 31)),
        Truth("2", "", "Xúc tiến du lịch", "Trung tâm Xúc tiến Thương mại, Đầu tư và Du lịch", (), date(2023, 9, 5), date(2023, 9, 12)),
    ),
    left_out=("Việc đã hủy", "Nháp"),
)  # fmt: skip


def ticked_quarters() -> bytes:
    book = Workbook()
    sheet(book, "KH 2022", [
        ["KẾ HOẠCH CÔNG TÁC THÔNG TIN ĐỐI NGOẠI NĂM 2022", *["<"] * 7],
        ["Số: 21/KH-BCĐ", *[None] * 7],
        ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện", "<", "<", "<"],
        ["^", "^", "^", "^", "Quý I", "Quý II", "Quý III", "Quý IV"],
        ["I", "TẬP HUẤN", None, None, None, None, None, None],
        [1, "Lớp kỹ năng viết tin tiếng Anh", "Hội Nhà báo tỉnh", "Báo Đắk Lắk; Đài PTTH tỉnh", None, "x", None, None],
        [2, "Lớp cho cán bộ biên phòng", "BĐBP tỉnh", "Sở Ngoại vụ, Sở TT&TT", None, "x", "x", None],
        ["II", "SỰ KIỆN", None, None, None, None, None, None],
        [3, "Ngày văn hóa các dân tộc", "Sở VHTTDL", "UBND TP Buôn Ma Thuột", None, None, None, "X"],
        [4, "Họp báo quý", "Sở TT&TT", "Văn phòng UBND tỉnh", "x", "x", "x", "x"],
        ["Ghi chú: thời gian có thể thay đổi theo tình hình dịch bệnh", *["<"] * 7],
    ], first=True)  # fmt: skip
    return to_bytes(book)


TICKED = Sample(
    "ticked quarters", ticked_quarters, 2022, "21/KH-BCĐ",
    (
        Truth("1", "TẬP HUẤN", "Lớp kỹ năng", "Hội Nhà báo tỉnh", ("Báo Đắk Lắk", "Đài PTTH tỉnh"), *quarter(2, 2022)),
        Truth("2", "TẬP HUẤN", "Lớp cho cán bộ", "BĐBP tỉnh", ("Sở Ngoại vụ", "Sở TT&TT"), date(2022, 4, 1), date(2022, 9, 30)),
        Truth("3", "SỰ KIỆN", "Ngày văn hóa", "Sở VHTTDL", ("UBND TP Buôn Ma Thuột",), *quarter(4, 2022)),
        Truth("4", "SỰ KIỆN", "Họp báo quý", "Sở TT&TT", ("Văn phòng UBND tỉnh",), *whole(2022)),
    ),
    left_out=("thời gian có thể thay đổi",),
)  # fmt: skip


def begin_and_end() -> bytes:
    book = Workbook()
    sheet(book, "Sheet1", [
        [None, "BAN CHỈ ĐẠO CÔNG TÁC TTĐN TỈNH", None, None, None, None],
        [None, "BẢNG PHÂN CÔNG NHIỆM VỤ NĂM 2024", None, None, None, None],
        [None, "(Ban hành kèm theo Kế hoạch số 06-KH/BCĐTTĐN ngày 12/01/2024)", None, None, None, None],
        [None, None, None, None, None, None],
        [None, "Nội dung", "Trách nhiệm thực hiện", "<", "Thời gian", "<"],
        [None, "^", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc"],
        [None, "1. Chuyên đề biên giới hữu nghị", None, None, None, None],
        [None, "1.1 Làm phim tài liệu về cửa khẩu Đắk Ruê", "Bộ Chỉ huy BĐBP tỉnh", "Đài PTTH tỉnh", date(2024, 2, 1), date(2024, 6, 30)],
        [None, "1.2 Tặng sách tiếng Khmer", "Sở Ngoại vụ", "Các sở: Tài chính, Giáo dục và Đào tạo; Tỉnh đoàn", "01/8/2024", "15/9/2024"],
        [None, "2. Chuyên đề nông sản", None, None, None, None],
        [None, "2.1 Hội thảo cà phê đặc sản", "Sở Công Thương", "Sở NN&PTNT", "Tháng 3", "Tháng 4"],
    ], first=True)  # fmt: skip
    return to_bytes(book)


BEGIN_END = Sample(
    "begin and end", begin_and_end, 2024, "06-KH/BCĐTTĐN",
    (
        Truth("1.1", "Chuyên đề biên giới hữu nghị", "Làm phim", "Bộ Chỉ huy BĐBP tỉnh", ("Đài PTTH tỉnh",), date(2024, 2, 1), date(2024, 6, 30)),
        Truth("1.2", "Chuyên đề biên giới hữu nghị", "Tặng sách", "Sở Ngoại vụ", ("Sở Tài chính", "Sở Giáo dục và Đào tạo", "Tỉnh đoàn"), date(2024, 8, 1), date(2024, 9, 15)),
        Truth("2.1", "Chuyên đề nông sản", "Hội thảo", "Sở Công Thương", ("Sở NN&PTNT",), date(2024, 3, 1), date(2024, 4, 30)),
    ),
)  # fmt: skip

SAMPLES = [TWO_SHEETS, TICKED, BEGIN_END]
