"""Tables whose columns are agencies or quarters, with marks in the cells."""

# ruff: noqa: E501 - tables and their truth read best one row a line
# fmt: off

from datetime import date

from openpyxl import Workbook

from nhipcau.programme.plan_import.tests.samples.building import (
    bold,
    letterhead,
    quarter,
    sheet,
    signature,
    table,
    to_bytes,
    whole,
    word,
)
from nhipcau.programme.plan_import.tests.samples.truth import Sample, Truth


def matrix_legend():
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ", number="57/KH-UBND", place="Phú Thọ, ngày 12 tháng 01 năm 2024")
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Công tác thông tin đối ngoại tỉnh Phú Thọ năm 2024")
    doc.add_paragraph("Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07/9/2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại;")
    bold(doc, "PHỤ LỤC")
    bold(doc, "BẢNG PHÂN CÔNG NHIỆM VỤ NĂM 2024")
    table(doc, [
        ["STT", "Nội dung công việc", "Thời gian", "Cơ quan thực hiện", "<", "<", "<", "<"],
        ["^", "^", "^", "Sở TT&TT", "Sở Ngoại vụ", "Sở VHTT&DL", "Báo Phú Thọ", "Công an tỉnh"],
        ["I", "Thông tin tuyên truyền", "", "", "", "", "", ""],
        ["1", "Xây dựng chuyên trang tiếng Anh", "Quý I", "C", "P", "", "P", ""],
        ["2", "Tuyên truyền di sản Hát Xoan ra nước ngoài", "Tháng 4", "P", "P", "C", "", ""],
        ["II", "Quản lý nhà nước", "", "", "", "", "", ""],
        ["3", "Hướng dẫn phóng viên nước ngoài tác nghiệp", "Thường xuyên", "", "C", "", "", "P"],
        ["4", "Tổ chức đoàn famtrip báo chí", "Quý III", "", "", "C", "P", ""],
    ], bold_rows=(0, 1, 2, 5))
    doc.add_paragraph("Ghi chú: C: Cơ quan chủ trì; P: Cơ quan phối hợp.")
    signature(doc)
    return to_bytes(doc)


LEGEND = Sample("matrix with legend", matrix_legend, 2024, "57/KH-UBND", (
    Truth("1", "Thông tin tuyên truyền", "Xây dựng", "Sở TT&TT", ("Sở Ngoại vụ", "Báo Phú Thọ"), *quarter(1, 2024)),
    Truth("2", "Thông tin tuyên truyền", "Tuyên truyền", "Sở VHTT&DL", ("Sở TT&TT", "Sở Ngoại vụ"), date(2024, 4, 1), date(2024, 4, 30)),
    Truth("3", "Quản lý nhà nước", "Hướng dẫn", "Sở Ngoại vụ", ("Công an tỉnh",), *whole(2024), True),
    Truth("4", "Quản lý nhà nước", "Tổ chức", "Sở VHTT&DL", ("Báo Phú Thọ",), *quarter(3, 2024)),
))


def matrix_two_blocks():
    book = Workbook()
    sheet(book, "PhanCong", [
        ["UBND TỈNH HƯNG YÊN", None, None, None, None, None, None, None, None],
        ["PHÂN CÔNG NHIỆM VỤ THÔNG TIN ĐỐI NGOẠI NĂM 2025", "<", "<", "<", "<", "<", "<", "<", "<"],
        ["(Kèm theo Kế hoạch số 18/KH-UBND ngày 20/01/2025)", "<", "<", "<", "<", "<", "<", "<", "<"],
        ["TT", "Nhiệm vụ", "Chủ trì", "<", "<", "Phối hợp", "<", "<", "Thời hạn"],
        ["^", "^", "Sở Ngoại vụ", "Sở VHTTDL", "Báo Hưng Yên", "Sở Ngoại vụ", "Sở VHTTDL", "Báo Hưng Yên", "^"],
        [1, "Đón đoàn phóng viên nước ngoài", "x", None, None, None, "x", "x", "Trước 30/6"],
        [2, "Quảng bá phố Hiến trên báo chí quốc tế", None, "x", None, "x", None, None, "Quý II, III"],
        [3, "Bản tin tiếng Anh hằng tuần", None, None, "X", None, "X", None, "Cả năm"],
    ], first=True)
    return to_bytes(book)


TWO_BLOCKS = Sample("marks under two headings", matrix_two_blocks, 2025, "18/KH-UBND", (
    Truth("1", "", "Đón đoàn", "Sở Ngoại vụ", ("Sở VHTTDL", "Báo Hưng Yên"), None, date(2025, 6, 30)),
    Truth("2", "", "Quảng bá", "Sở VHTTDL", ("Sở Ngoại vụ",), date(2025, 4, 1), date(2025, 9, 30)),
    Truth("3", "", "Bản tin", "Báo Hưng Yên", ("Sở VHTTDL",), *whole(2025)),
))


def matrix_crosses():
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM", number="301/KH-UBND", place="Hà Nam, ngày 15 tháng 02 năm 2023")
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Hoạt động thông tin đối ngoại năm 2023")
    table(doc, [
        ["TT", "Nhiệm vụ", "Sở TT&TT", "Sở Ngoại vụ", "Đài PT-TH", "Thời gian"],
        ["1", "Phim tài liệu về Tam Chúc", "", "X", "X", "Quý III"],
        ["2", "Sổ tay tuyên truyền biển đảo", "X", "", "", "Quý II"],
    ])
    signature(doc)
    return to_bytes(doc)


CROSSES = Sample("crosses without a word", matrix_crosses, 2023, "301/KH-UBND", (
    Truth("1", "", "Phim tài liệu", "", ("Sở Ngoại vụ", "Đài PT-TH"), *quarter(3, 2023)),
    Truth("2", "", "Sổ tay", "Sở TT&TT", (), *quarter(2, 2023)),
))


def matrix_words():
    doc = word()
    letterhead(doc, issuer="TỈNH ỦY NINH BÌNH\nBAN CHỈ ĐẠO CÔNG TÁC TTĐN", number="11-KH/BCĐ", place="Ninh Bình, ngày 06 tháng 02 năm 2025", party=True)
    bold(doc, "KẾ HOẠCH")
    bold(doc, "hoạt động của Ban Chỉ đạo năm 2025")
    table(doc, [
        ["TT", "Nội dung", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Văn phòng Tỉnh ủy", "Sở Du lịch", "Sở Ngoại vụ", "Hoàn thành"],
        ["1", "Hội nghị báo cáo viên chuyên đề đối ngoại", "Chủ trì", "Phối hợp", "", "Phối hợp", "Trước ngày 20/5/2025"],
        ["2", "Cuộc thi ảnh Tràng An cho người nước ngoài", "Phối hợp", "", "Chủ trì", "", "Quý IV"],
        ["3", "Tổng kết công tác năm 2025", "CT", "PH", "", "PH", "Tháng 12"],
    ])
    signature(doc, "T/M BAN CHỈ ĐẠO\nTRƯỞNG BAN")
    return to_bytes(doc)


WORDS = Sample("marks in words", matrix_words, 2025, "11-KH/BCĐ", (
    Truth("1", "", "Hội nghị", "Ban Tuyên giáo và Dân vận Tỉnh ủy", ("Văn phòng Tỉnh ủy", "Sở Ngoại vụ"), None, date(2025, 5, 20)),
    Truth("2", "", "Cuộc thi", "Sở Du lịch", ("Ban Tuyên giáo và Dân vận Tỉnh ủy",), *quarter(4, 2025)),
    Truth("3", "", "Tổng kết", "Ban Tuyên giáo và Dân vận Tỉnh ủy", ("Văn phòng Tỉnh ủy", "Sở Ngoại vụ"), date(2025, 12, 1), date(2025, 12, 31)),
))


def month_columns():
    book = Workbook()
    sheet(book, "KH 2025", [
        ["KẾ HOẠCH CÔNG TÁC THÔNG TIN ĐỐI NGOẠI NĂM 2025", "<", "<", "<", "<", "<", "<", "<"],
        ["(Ban hành kèm theo Quyết định số 40/QĐ-UBND ngày 10/01/2025)", "<", "<", "<", "<", "<", "<", "<"],
        ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Quý I", "Quý II", "Quý III", "Quý IV"],
        [1, "Tập huấn nghiệp vụ", "Sở Nội vụ", "Sở VHTTDL", None, "x", None, None],
        [2, "Chuyên đề biên giới", "Báo Kiên Giang", "BĐBP tỉnh", "x", "x", "x", "x"],
        [3, "Hội thi tuyên truyền viên", "Ban TGDV Tỉnh ủy", "Tỉnh đoàn", None, None, "x", "x"],
        [4, "Khảo sát", "Sở Ngoại vụ", None, "x", None, "x", None],
    ], first=True)
    return to_bytes(book)


QUARTERS = Sample("quarters as columns", month_columns, 2025, "40/QĐ-UBND", (
    Truth("1", "", "Tập huấn", "Sở Nội vụ", ("Sở VHTTDL",), *quarter(2, 2025)),
    Truth("2", "", "Chuyên đề", "Báo Kiên Giang", ("BĐBP tỉnh",), *whole(2025)),
    Truth("3", "", "Hội thi", "Ban TGDV Tỉnh ủy", ("Tỉnh đoàn",), date(2025, 7, 1), date(2025, 12, 31)),
    Truth("4", "", "Khảo sát", "Sở Ngoại vụ", (), date(2025, 1, 1), date(2025, 9, 30)),
))

SAMPLES = [LEGEND, TWO_BLOCKS, CROSSES, WORDS, QUARTERS]
