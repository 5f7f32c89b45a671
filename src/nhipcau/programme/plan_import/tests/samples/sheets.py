"""Excel plans as offices keep them: filters, month columns, blank rows, notes beside the table."""

# ruff: noqa: E501 - tables and their truth read best one row a line

from datetime import date

from openpyxl import Workbook

from nhipcau.programme.plan_import.tests.samples.building import quarter, sheet, to_bytes, whole
from nhipcau.programme.plan_import.tests.samples.truth import Sample, Truth


def monthly_columns() -> bytes:
    book = Workbook()
    months = [str(n) for n in range(1, 13)]

    def ticks(*marked: int) -> list:
        return ["x" if n in marked else None for n in range(1, 13)]

    sheet(book, "Tien do", [
        ["SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", *["<"] * 15],
        ["TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH THÔNG TIN ĐỐI NGOẠI NĂM 2025", *["<"] * 15],
        ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Tháng thực hiện", *["<"] * 11],
        ["^", "^", "^", "^", *months],
        ["I", "Truyền thông", *[None] * 14],
        [1, "Loạt bài về cà phê", "Báo Đắk Lắk", "Sở Công Thương; Hiệp hội Cà phê Buôn Ma Thuột", *ticks(2, 3)],
        [2, "Tọa đàm trực tuyến", "Sở Ngoại vụ", "Các sở, ban, ngành", *ticks(10)],
        ["II", "Sự kiện", *[None] * 14],
        [3, "Tuần lễ văn hóa Lào", "Liên hiệp các tổ chức hữu nghị tỉnh", "Sở Ngoại vụ, Trường ĐH Tây Nguyên", *ticks(4, 5, 6)],
        [4, "Đưa tin sự kiện đối ngoại", "Báo Đắk Lắk", None, *ticks(*range(1, 13))],
    ], first=True)  # fmt: skip
    return to_bytes(book)


MONTHLY = Sample(
    "monthly columns", monthly_columns, 2025, "",
    (
        Truth("1", "Truyền thông", "Loạt bài", "Báo Đắk Lắk", ("Sở Công Thương", "Hiệp hội Cà phê Buôn Ma Thuột"), date(2025, 2, 1), date(2025, 3, 31)),
        Truth("2", "Truyền thông", "Tọa đàm", "Sở Ngoại vụ", ("Các sở, ban, ngành",), date(2025, 10, 1), date(2025, 10, 31)),
        Truth("3", "Sự kiện", "Tuần lễ", "Liên hiệp các tổ chức hữu nghị tỉnh", ("Sở Ngoại vụ", "Trường ĐH Tây Nguyên"), date(2025, 4, 1), date(2025, 6, 30)),
        Truth("4", "Sự kiện", "Đưa tin", "Báo Đắk Lắk", (), *whole(2025)),
    ),
)  # fmt: skip


def office_sheet() -> bytes:
    """Blank rows between blocks, groups merged in their own column, times typed in many ways."""
    book = Workbook()
    made = sheet(book, "2021", [
        [None] * 8,
        ["UBND TỈNH ĐIỆN BIÊN", None, None, None, "Biểu số 02", None, None, None],
        ["KẾ HOẠCH THÔNG TIN ĐỐI NGOẠI NĂM 2021", *["<"] * 7],
        ["(Ban hành kèm theo Quyết định số 18/QĐ-UBND ngày 05/01/2021)", *["<"] * 7],
        [None] * 8,
        ["TT", "Lĩnh vực", "Nội dung công việc", "CQ chủ trì", "CQ phối hợp", "Thời gian\n(quý/tháng)", "Kinh phí (đồng)", "Nguồn KP"],
        [1, "Báo chí", "Trang tiếng Anh của Báo Điện Biên Phủ", "Báo Điện Biên Phủ", "Sở Ngoại vụ", "QI-QIV", 120000000, "NSĐP"],
        [2, "^", "Phóng sự hợp tác với tỉnh Phongsaly", "Đài PT&TH tỉnh", "Sở Ngoại vụ/Bộ CHBĐBP tỉnh", "T3-T5", 80000000, "NSĐP"],
        [None] * 8,
        [3, "Cửa khẩu", "Sửa pa-nô Tây Trang", "Sở TT&TT", "Ban QL cửa khẩu", date(2021, 6, 30), 45000000, "NSTW"],
        [4, "^", "Phát tờ rơi song ngữ", "BĐBP tỉnh", "Sở TT&TT,\nUBND huyện Điện Biên", "Trước 2/9/2021", None, None],
        [5, "Nhân lực", "Tập huấn phát ngôn", "Sở TT&TT", "Các cơ quan, đơn vị", "Quý 2", 60000000, "NSĐP"],
        [6, "^", "Học tiếng Lào cơ bản", "Trường CĐ Sư phạm", "Sở Nội vụ, Sở GDĐT, Bộ CHQS tỉnh, CA tỉnh", "9 tháng đầu năm", 90000000, "NSĐP"],
        [None, None, "Cộng", None, None, None, 395000000, None],
    ], first=True)  # fmt: skip
    made.auto_filter.ref = "A6:H13"
    return to_bytes(book)


OFFICE_SHEET = Sample(
    "office sheet", office_sheet, 2021, "18/QĐ-UBND",
    (
        Truth("1", "Báo chí", "Trang tiếng Anh", "Báo Điện Biên Phủ", ("Sở Ngoại vụ",), *whole(2021)),
        Truth("2", "Báo chí", "Phóng sự", "Đài PT&TH tỉnh", ("Sở Ngoại vụ", "Bộ CHBĐBP tỉnh"), date(2021, 3, 1), date(2021, 5, 31)),
        Truth("3", "Cửa khẩu", "Sửa pa-nô", "Sở TT&TT", ("Ban QL cửa khẩu",), None, date(2021, 6, 30)),
        Truth("4", "Cửa khẩu", "Phát tờ rơi", "BĐBP tỉnh", ("Sở TT&TT", "UBND huyện Điện Biên"), None, date(2021, 9, 2)),
        Truth("5", "Nhân lực", "Tập huấn", "Sở TT&TT", ("Các cơ quan, đơn vị",), *quarter(2, 2021)),
        Truth("6", "Nhân lực", "Học tiếng Lào", "Trường CĐ Sư phạm", ("Sở Nội vụ", "Sở GDĐT", "Bộ CHQS tỉnh", "CA tỉnh"), date(2021, 1, 1), date(2021, 9, 30)),
    ),
    left_out=("395000000",),
)  # fmt: skip


def unmerged_groups() -> bytes:
    """Nobody merged anything: groups once, then blanks; leads once, then blanks."""
    book = Workbook()
    sheet(book, "Sheet1", [
        ["PHỤ LỤC NHIỆM VỤ THÔNG TIN ĐỐI NGOẠI NĂM 2024", None, None, None, None],
        ["Kèm theo Kế hoạch số 233/KH-UBND ngày 28/12/2023", None, None, None, None],
        ["Nhóm nhiệm vụ", "Nhiệm vụ cụ thể", "Chủ trì", "Phối hợp", "Hoàn thành"],
        ["I. Hạ tầng", "1. Nâng cấp trang tiếng Anh", "VP UBND tỉnh", "Sở TT&TT", "Quý II"],
        [None, "2. Kho ảnh dùng chung", "Sở TT&TT", "Báo Đắk Lắk, Đài PTTH tỉnh", "30/9"],
        ["II. Con người", "3. Lớp biên dịch", "Sở Nội vụ", "Sở Ngoại vụ", "Quý III"],
        [None, "4. Lớp nhiếp ảnh", None, "Hội VHNT", "Quý IV"],
    ], first=True)  # fmt: skip
    return to_bytes(book)


UNMERGED = Sample(
    "unmerged groups", unmerged_groups, 2024, "233/KH-UBND",
    (
        Truth("1", "Hạ tầng", "Nâng cấp", "VP UBND tỉnh", ("Sở TT&TT",), *quarter(2, 2024)),
        Truth("2", "Hạ tầng", "Kho ảnh", "Sở TT&TT", ("Báo Đắk Lắk", "Đài PTTH tỉnh"), None, date(2024, 9, 30)),
        Truth("3", "Con người", "Lớp biên dịch", "Sở Nội vụ", ("Sở Ngoại vụ",), *quarter(3, 2024)),
        Truth("4", "Con người", "Lớp nhiếp ảnh", "", ("Hội VHNT",), *quarter(4, 2024)),
    ),
)  # fmt: skip

SAMPLES = [MONTHLY, OFFICE_SHEET, UNMERGED]
