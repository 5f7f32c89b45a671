"""More plans in the wild: rows that run on, two leads, tasks in lettered rows, deadlines in words."""

# ruff: noqa: E501 - tables and their truth read best one row a line

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


def three_levels() -> bytes:
    """I, 1 and a; some tasks stand at level 1, some below; the table is cut by a page and goes on with its heading repeated."""
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NINH", number="12/KH-UBND",
               place="Quảng Ninh, ngày 08 tháng 01 năm 2020")  # fmt: skip
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Triển khai công tác thông tin đối ngoại năm 2020 trên địa bàn tỉnh Quảng Ninh")
    bold(doc, "PHỤ LỤC: CÁC NHIỆM VỤ TRỌNG TÂM NĂM 2020")
    doc.add_paragraph("(Ban hành kèm theo Kế hoạch số 12/KH-UBND ngày 08/01/2020 của UBND tỉnh)")
    head = [
        "TT",
        "Nội dung",
        "Đơn vị chủ trì",
        "Đơn vị phối hợp",
        "Thời gian hoàn thành",
        "Ghi chú",
    ]
    table(doc, [
        head,
        ["I", "Công tác tham mưu, quản lý", "", "", "", ""],
        ["1", "Xây dựng, ban hành văn bản", "", "", "", ""],
        ["a", "Quy chế phối hợp thông tin đối ngoại", "Sở Ngoại vụ", "Sở TT&TT, Sở Tư pháp", "Quý I/2020", ""],
        ["b", "Hướng dẫn tuyên truyền biên giới", "Ban Tuyên giáo Tỉnh ủy", "Các cơ quan báo chí", "Tháng 02/2020", ""],
        ["2", "Kiểm tra hoạt động của phóng viên nước ngoài", "Sở Ngoại vụ", "Công an tỉnh", "Thường xuyên", ""],
    ])  # fmt: skip
    table(doc, [
        head,
        ["II", "Công tác truyền thông", "", "", "", ""],
        ["1", "Sản xuất bộ phim \"Vịnh Hạ Long - Kỳ quan\"", "Trung tâm Truyền thông tỉnh", "Ban Quản lý Vịnh Hạ Long; Sở Du lịch", "Trước ngày 30/11/2020", "Xã hội hóa"],
        ["2", "Thi viết về Hạ Long cho người nước ngoài", "Sở Du lịch", "Hội Nhà báo tỉnh, Trung tâm Truyền thông tỉnh", "Quý IV/2020", ""],
    ])  # fmt: skip
    signature(doc)
    return to_bytes(doc)


_Q1, _Q2 = "Xây dựng, ban hành văn bản", "Công tác truyền thông"
THREE_LEVELS = Sample(
    "three levels", three_levels, 2020, "12/KH-UBND",
    (
        Truth("a", _Q1, "Quy chế", "Sở Ngoại vụ", ("Sở TT&TT", "Sở Tư pháp"), *quarter(1)),
        Truth("b", _Q1, "Hướng dẫn", "Ban Tuyên giáo Tỉnh ủy", ("Các cơ quan báo chí",), date(2020, 2, 1), date(2020, 2, 29)),
        Truth("2", "Công tác tham mưu, quản lý", "Kiểm tra", "Sở Ngoại vụ", ("Công an tỉnh",), *whole(), True),
        Truth("1", _Q2, "Sản xuất", "Trung tâm Truyền thông tỉnh", ("Ban Quản lý Vịnh Hạ Long", "Sở Du lịch"), None, date(2020, 11, 30)),
        Truth("2", _Q2, "Thi viết", "Sở Du lịch", ("Hội Nhà báo tỉnh", "Trung tâm Truyền thông tỉnh"), *quarter(4)),
    ),
)  # fmt: skip


def sub_bullets_with_details() -> bytes:
    """A task whose stages are bullet rows with their own time; a lead over all of them."""
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG", number="310/KH-UBND",
               place="Cao Bằng, ngày 03 tháng 02 năm 2023")  # fmt: skip
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Thông tin đối ngoại tỉnh Cao Bằng năm 2023")
    table(doc, [
        ["STT", "NỘI DUNG CÔNG VIỆC", "CHỦ TRÌ", "PHỐI HỢP", "THỜI GIAN"],
        ["I", "QUẢNG BÁ CÔNG VIÊN ĐỊA CHẤT", "", "", ""],
        ["1", "Lễ hội thác Bản Giốc", "Sở VHTTDL", "UBND huyện Trùng Khánh", "Tháng 10"],
        ["2", "Bộ ấn phẩm ba thứ tiếng", "Ban Quản lý Công viên địa chất", "Sở Ngoại vụ; Sở TTTT", "Quý II, quý III"],
        ["II", "HỢP TÁC BÁO CHÍ VỚI QUẢNG TÂY", "", "", ""],
        ["3", "Trao đổi chương trình truyền hình", "Đài PT-TH Cao Bằng", "-nt-", "Cả năm 2023"],
        ["4", "Đoàn phóng viên sang Bách Sắc", "Hội Nhà báo tỉnh", "Sở Ngoại vụ, Báo Cao Bằng, Đài PT-TH Cao Bằng", "15 - 20/9/2023"],
        ["5", "Tổng kết, báo cáo", "Sở TTTT", "Các đơn vị liên quan", "Trước ngày 05 tháng 12 năm 2023"],
    ], bold_rows=(0, 1, 4))  # fmt: skip
    signature(doc)
    return to_bytes(doc)


SUB_BULLETS = Sample(
    "capitals and dashes", sub_bullets_with_details, 2023, "310/KH-UBND",
    (
        Truth("1", "QUẢNG BÁ CÔNG VIÊN ĐỊA CHẤT", "Lễ hội", "Sở VHTTDL", ("UBND huyện Trùng Khánh",), date(2023, 10, 1), date(2023, 10, 31)),
        Truth("2", "QUẢNG BÁ CÔNG VIÊN ĐỊA CHẤT", "Bộ ấn phẩm", "Ban Quản lý Công viên địa chất", ("Sở Ngoại vụ", "Sở TTTT"), date(2023, 4, 1), date(2023, 9, 30)),
        Truth("3", "HỢP TÁC BÁO CHÍ VỚI QUẢNG TÂY", "Trao đổi", "Đài PT-TH Cao Bằng", ("Sở Ngoại vụ", "Sở TTTT"), *whole(2023)),
        Truth("4", "HỢP TÁC BÁO CHÍ VỚI QUẢNG TÂY", "Đoàn phóng viên", "Hội Nhà báo tỉnh", ("Sở Ngoại vụ", "Báo Cao Bằng", "Đài PT-TH Cao Bằng"), date(2023, 9, 15), date(2023, 9, 20)),
        Truth("5", "HỢP TÁC BÁO CHÍ VỚI QUẢNG TÂY", "Tổng kết", "Sở TTTT", ("Các đơn vị liên quan",), None, date(2023, 12, 5)),
    ),
)  # fmt: skip


def tasks_by_sentence() -> bytes:
    """Numbered prose, several assignments in one paragraph, agencies abbreviated and bracketed."""
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH GIA LAI", number="365/KH-UBND",
               place="Gia Lai, ngày 21 tháng 02 năm 2022")  # fmt: skip
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Công tác thông tin đối ngoại năm 2022")
    doc.add_paragraph(
        "Thực hiện Công văn số 4780/BTTTT-TTĐN ngày 30/11/2021 của Bộ Thông tin và Truyền thông, UBND tỉnh xây dựng Kế hoạch như sau:"
    )
    doc.add_paragraph("I. MỤC ĐÍCH, YÊU CẦU")
    doc.add_paragraph("1. Mục đích")
    doc.add_paragraph("Giới thiệu Gia Lai với bạn bè quốc tế.")
    doc.add_paragraph("II. NHIỆM VỤ CỤ THỂ")
    doc.add_paragraph("1. Thông tin tuyên truyền")
    doc.add_paragraph(
        "1.1. Sở Thông tin và Truyền thông chủ trì, phối hợp với Báo Gia Lai, Đài PTTH tỉnh xây dựng 04 chuyên đề song ngữ trong quý II và quý III."
    )
    doc.add_paragraph(
        "1.2. Báo Gia Lai chủ trì, phối hợp với Sở Ngoại vụ mở chuyên trang tiếng Anh trước ngày 30/6/2022."
    )
    doc.add_paragraph("2. Đối ngoại biên giới")
    doc.add_paragraph(
        "2.1. Bộ Chỉ huy Bộ đội Biên phòng tỉnh chủ trì, phối hợp với UBND các huyện Đức Cơ, Chư Prông, Ia Grai tổ chức giao lưu kết nghĩa cụm dân cư hai bên biên giới, định kỳ hằng quý."
    )
    doc.add_paragraph(
        "2.2. Giao Sở Ngoại vụ chủ trì tham mưu ký kết bản ghi nhớ với tỉnh Ratanakiri, hoàn thành trong tháng 9/2022."
    )
    doc.add_paragraph("III. TỔ CHỨC THỰC HIỆN")
    doc.add_paragraph(
        "Các sở, ban, ngành báo cáo kết quả về Sở Thông tin và Truyền thông trước ngày 10/12/2022."
    )
    signature(doc)
    return to_bytes(doc)


SENTENCES = Sample(
    "plain numbered sentences", tasks_by_sentence, 2022, "365/KH-UBND",
    (
        Truth("1.1", "Thông tin tuyên truyền", "xây dựng 04", "Sở Thông tin và Truyền thông", ("Báo Gia Lai", "Đài PTTH tỉnh"), date(2022, 4, 1), date(2022, 9, 30)),
        Truth("1.2", "Thông tin tuyên truyền", "mở chuyên trang", "Báo Gia Lai", ("Sở Ngoại vụ",), None, date(2022, 6, 30)),
        Truth("2.1", "Đối ngoại biên giới", "tổ chức giao lưu", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh", ("UBND các huyện Đức Cơ, Chư Prông, Ia Grai",), *whole(2022), True),
        Truth("2.2", "Đối ngoại biên giới", "tham mưu ký kết", "Sở Ngoại vụ", (), date(2022, 9, 1), date(2022, 9, 30)),
    ),
)  # fmt: skip


def wide_workbook() -> bytes:
    """Two heading rows with sub-headings, groups with Roman numbers in their own merged rows, budgets in millions, and a sheet of abbreviations."""
    book = Workbook()
    nine = ["<"] * 9
    sheet(book, "PL1", [
        ["PHỤ LỤC 1", *nine],
        ["NHIỆM VỤ VÀ KINH PHÍ THÔNG TIN ĐỐI NGOẠI GIAI ĐOẠN 2021-2025", *nine],
        ["(Kèm theo Kế hoạch số 2145/KH-UBND ngày 15/7/2021 của UBND tỉnh Thừa Thiên Huế)", *nine],
        ["Đơn vị tính: Triệu đồng", *nine],
        ["STT", "Nội dung", "Cơ quan\nthực hiện", "<", "Thời gian", "<", "Kinh phí", "<", "<", "Ghi chú"],
        ["^", "^", "Chủ trì", "Phối hợp", "Từ", "Đến", "Tổng", "NSTW", "NSĐP", "^"],
        ["I", "Thông tin về Huế ra thế giới", "<", "<", "<", "<", 500, 100, 400, None],
        [1, "Cổng thông tin 5 ngôn ngữ", "Sở TT&TT", "VP UBND tỉnh, Sở Du lịch", 2021, 2023, 300, 100, 200, None],
        [2, "Kênh video Huế trên nền tảng số", "Đài TRT", "Sở VH&TT", 2022, 2025, 200, None, 200, None],
        ["II", "Nâng cao năng lực", "<", "<", "<", "<", 120, None, 120, None],
        [1, "Tập huấn hằng năm", "Sở Ngoại vụ", "Các sở, ban, ngành; UBND các huyện, thị xã, thành phố Huế", 2021, 2025, 120, None, 120, None],
        ["Tổng cộng", "<", None, None, None, None, 620, 100, 520, None],
    ], first=True)  # fmt: skip
    sheet(
        book,
        "Viết tắt",
        [
            ["Chữ viết tắt", "Nghĩa"],
            ["TRT", "Đài Phát thanh và Truyền hình Thừa Thiên Huế"],
            ["NSTW", "Ngân sách trung ương"],
        ],
    )
    return to_bytes(book)


WIDE = Sample(
    "wide workbook", wide_workbook, 2021, "2145/KH-UBND",
    (
        Truth("1", "Thông tin về Huế ra thế giới", "Cổng thông tin", "Sở TT&TT", ("VP UBND tỉnh", "Sở Du lịch"), date(2021, 1, 1), date(2023, 12, 31)),
        Truth("2", "Thông tin về Huế ra thế giới", "Kênh video", "Đài TRT", ("Sở VH&TT",), date(2022, 1, 1), date(2025, 12, 31)),
        Truth("1", "Nâng cao năng lực", "Tập huấn", "Sở Ngoại vụ", ("Các sở, ban, ngành", "UBND các huyện, thị xã, thành phố Huế"), date(2021, 1, 1), date(2025, 12, 31)),
    ),
    left_out=("620",),
)  # fmt: skip


def merged_text_two_leads() -> bytes:
    """One task shared by two leading agencies in two rows; a lead cell with two names; a lone task column."""
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH TÂY NINH", number="501/KH-UBND",
               place="Tây Ninh, ngày 22 tháng 02 năm 2021")  # fmt: skip
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Thông tin, tuyên truyền đối ngoại năm 2021")
    table(doc, [
        ["STT", "Nội dung nhiệm vụ", "Cơ quan, đơn vị chủ trì", "Cơ quan, đơn vị phối hợp", "Thời gian thực hiện"],
        ["1", "Tuyên truyền kỷ niệm 54 năm quan hệ Việt Nam - Campuchia (24/6/1967 - 24/6/2021)", "Sở Ngoại vụ", "Ban Tuyên giáo Tỉnh uỷ; Hội Hữu nghị Việt Nam - Campuchia tỉnh", "Tháng 6"],
        ["2", "Thông tin về cửa khẩu Mộc Bài, Xa Mát", "Ban Quản lý Khu kinh tế; Bộ đội Biên phòng tỉnh", "Sở Công Thương", "Quý I, II, III, IV"],
        ["3", "Cung cấp thông tin cho báo Bình Minh (Campuchia)", "Báo Tây Ninh", "Các sở, ngành, UBND các huyện, thị xã, thành phố", "Định kỳ 01 tháng/lần"],
        ["4", "Đưa tin về Đại hội Đảng, bầu cử Quốc hội khóa XV", "Sở TT&TT", "Các cơ quan báo chí, Cổng TTĐT tỉnh", "Trước, trong và sau bầu cử (23/5/2021)"],
    ])  # fmt: skip
    signature(doc)
    return to_bytes(doc)


TWO_LEADS = Sample(
    "two leads", merged_text_two_leads, 2021, "501/KH-UBND",
    (
        Truth("1", "", "Tuyên truyền kỷ niệm", "Sở Ngoại vụ", ("Ban Tuyên giáo Tỉnh uỷ", "Hội Hữu nghị Việt Nam - Campuchia tỉnh"), date(2021, 6, 1), date(2021, 6, 30)),
        Truth("2", "", "Thông tin về", "Ban Quản lý Khu kinh tế", ("Sở Công Thương",), *whole(2021)),
        Truth("3", "", "Cung cấp", "Báo Tây Ninh", ("Các sở, ngành", "UBND các huyện, thị xã, thành phố"), *whole(2021), True),
        Truth("4", "", "Đưa tin", "Sở TT&TT", ("Các cơ quan báo chí", "Cổng TTĐT tỉnh"), date(2021, 5, 23), date(2021, 5, 23)),
    ),
)  # fmt: skip

SAMPLES = [THREE_LEVELS, SUB_BULLETS, SENTENCES, WIDE, TWO_LEADS]
