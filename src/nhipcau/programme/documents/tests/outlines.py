"""Outlines for the writers to set."""

# ruff: noqa: E501 - identifiers are long

from dataclasses import replace
from datetime import date
from decimal import Decimal

from nhipcau.agencies.enums import DocumentSystem
from nhipcau.programme.types import (
    FigureOutline,
    Header,
    IndicatorOutline,
    LetterOutline,
    Passage,
    PlanOutline,
    ReportForm,
    ReportFormRow,
    ReportOutline,
    ReportRow,
    TaskOutline,
)

STATE = Header(
    issuer="Ủy ban nhân dân tỉnh Đắk Lắk",
    place="Đắk Lắk",
    symbol="KH-UBND",
    authority="TM. ỦY BAN NHÂN DÂN",
    signatory_title="Phó Chủ tịch",
    recipients=("Các thành viên Ban Chỉ đạo",),
    archive="Lưu: VT",
)
PARTY = Header(
    system=DocumentSystem.PARTY,
    superior="Tỉnh ủy Đắk Lắk",
    issuer="Ban Chỉ đạo công tác thông tin đối ngoại",
    place="Đắk Lắk",
    symbol="KH/BCĐ",
    authority="T/M BAN CHỈ ĐẠO",
    signatory_title="Trưởng ban",
)
TASKS = (
    TaskOutline(
        "1",
        "Thông tin chính thức",
        "Tổ chức họp báo định kỳ #hashtag *không phải mã* $x$",
        "Văn phòng UBND tỉnh",
        ("Sở Thông tin và Truyền thông", "Báo Đắk Lắk"),
        date(2020, 1, 1),
        date(2020, 12, 31),
        recurring=True,
        budget_dong=120_000_000,
        budget_source="Ngân sách tỉnh",
    ),
    TaskOutline(
        "2",
        "Quảng bá hình ảnh",
        "Xây dựng chương trình tiếng Anh",
        "Đài Phát thanh và Truyền hình tỉnh",
        ("Sở Ngoại vụ",),
        date(2020, 4, 1),
        date(2020, 6, 30),
        product="12 số",
    ),
    TaskOutline(
        "3",
        "Quảng bá hình ảnh",
        "Tập huấn nghiệp vụ",
        "Sở Thông tin và Truyền thông",
        (),
        None,
        date(2020, 10, 30),
    ),
)
PLAN = PlanOutline(
    year=2020,
    title="Công tác thông tin đối ngoại năm 2020",
    header=STATE,
    legal_bases=("Căn cứ Nghị định số 72/2015/NĐ-CP",),
    purposes=("1. Nâng cao hiệu quả thông tin đối ngoại.",),
    indicators=(IndicatorOutline("Tin, bài tiếng nước ngoài", "tin", target=Decimal(1200)),),
    tasks=TASKS,
    organisation=("Các sở, ban, ngành tổ chức thực hiện Kế hoạch này.",),
)
PARTY_PLAN = replace(PLAN, header=PARTY)
REPORT = ReportOutline(
    replace(STATE, symbol="BC-UBND"),
    "Kết quả công tác thông tin đối ngoại quý I năm 2020",
    "Quý I năm 2020",
    date(2019, 12, 15),
    date(2020, 3, 14),
    (Passage("Kết quả thực hiện", ("Các cơ quan triển khai 2 nhiệm vụ.",)),),
    (
        FigureOutline("Tin, bài", "tin", Decimal("1234.5"), source="Báo Đắk Lắk"),
        FigureOutline("Đoàn phóng viên", "đoàn", None),
        FigureOutline("Lớp tập huấn", "lớp", Decimal(0), is_confirmed=False),
    ),
    (
        ReportRow(
            "1",
            "Nhóm",
            "Tổ chức họp báo",
            "Văn phòng UBND tỉnh",
            date(2020, 3, 31),
            "Đang thực hiện",
            ("Đã họp 01 cuộc.",),
            (FigureOutline("Cuộc họp", "cuộc", Decimal(1), Decimal(4), is_confirmed=False),),
            ("thong-cao.pdf",),
            is_reported=True,
        ),
        ReportRow("2", "Nhóm", "Cập nhật Cổng", "Sở Ngoại vụ", date(2020, 3, 1), is_overdue=True),
    ),
    ("Sở Ngoại vụ",),
    "ab" * 32,
)
LETTER = LetterOutline(
    replace(STATE, symbol="UBND-TTĐN"),
    "báo cáo quý I năm 2020",
    "Sở Ngoại vụ",
    ("Đề nghị Quý cơ quan gửi báo cáo.",),
    TASKS,
    date(2020, 3, 20),
)
FORM = ReportForm(
    "so-ngoai-vu",
    "Sở Ngoại vụ",
    "0198c0de-0000-7000-8000-000000000001",
    "Quý I năm 2020",
    date(2020, 3, 20),
    (
        ReportFormRow(
            "0198c0de-0000-7000-8000-00000000000a",
            "1",
            "Đón đoàn phóng viên nước ngoài",
            (
                IndicatorOutline("Số đoàn", "đoàn", target=Decimal(4), key="0198c0de-0000-7000-8000-0000000000b1"),
                IndicatorOutline("Số tin đã đăng", "tin", key="0198c0de-0000-7000-8000-0000000000b2"),
            ),
        ),
        ReportFormRow("0198c0de-0000-7000-8000-00000000000c", "2", "Biên soạn tập gấp song ngữ"),
    ),
)  # fmt: skip
