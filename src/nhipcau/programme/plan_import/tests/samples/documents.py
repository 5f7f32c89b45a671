"""Word plans with task tables."""

# ruff: noqa: E501 - tables and their truth read best one row a line

from datetime import date

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from nhipcau.programme.plan_import.tests.samples.building import (
    bold,
    letterhead,
    quarter,
    signature,
    table,
    to_bytes,
    whole,
    word,
)
from nhipcau.programme.plan_import.tests.samples.truth import Sample, Truth


def annex_with_groups() -> bytes:
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK", number="88/KH-UBND",
               place="Đắk Lắk, ngày 13 tháng 3 năm 2020")  # fmt: skip
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Công tác thông tin đối ngoại trên địa bàn tỉnh năm 2020")
    doc.add_paragraph("Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07/9/2015 của Chính phủ;")
    doc.add_paragraph(
        "Căn cứ Kế hoạch số 11165/KH-UBND ngày 19/12/2018 của UBND tỉnh, UBND tỉnh ban hành Kế hoạch như sau:"
    )
    bold(doc, "I. MỤC ĐÍCH, YÊU CẦU")
    doc.add_paragraph("1. Nâng cao nhận thức của các cấp, các ngành về thông tin đối ngoại.")
    bold(doc, "II. NỘI DUNG, NHIỆM VỤ")
    doc.add_paragraph("Chi tiết tại Phụ lục kèm theo.")
    bold(doc, "III. TỔ CHỨC THỰC HIỆN")
    doc.add_paragraph(
        "1. Sở Thông tin và Truyền thông chủ trì, phối hợp với các sở, ngành theo dõi, đôn đốc việc thực hiện Kế hoạch."
    )
    signature(doc)
    bold(doc, "PHỤ LỤC")
    bold(doc, "DANH MỤC NHIỆM VỤ THÔNG TIN ĐỐI NGOẠI NĂM 2020")
    doc.add_paragraph("(Kèm theo Kế hoạch số 88/KH-UBND ngày 13/3/2020 của UBND tỉnh)")
    table(doc, [
        ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"],
        ["I", "Thông tin chính thức về tỉnh", "<", "<", "<"],
        ["1", "Tổ chức họp báo định kỳ thông tin tình hình kinh tế - xã hội", "Văn phòng UBND tỉnh", "Sở Thông tin và Truyền thông, Báo Đắk Lắk, Đài Phát thanh và Truyền hình tỉnh", "Hằng quý"],
        ["2", "Cập nhật Cổng thông tin điện tử tỉnh bằng tiếng Anh", "Văn phòng UBND tỉnh", "Các sở, ban, ngành; UBND các huyện, thị xã, thành phố", "Thường xuyên"],
        ["II", "Quảng bá hình ảnh địa phương", "<", "<", "<"],
        ["1", "Biên soạn tập gấp giới thiệu Đắk Lắk bằng tiếng Anh và tiếng Hàn", "Sở Ngoại vụ", "Sở Văn hóa, Thể thao và Du lịch", "Quý II"],
        ["2", "Sản xuất phim ngắn giới thiệu không gian văn hóa cồng chiêng", "Sở Văn hóa, Thể thao và Du lịch", "Đài Phát thanh và Truyền hình tỉnh và các cơ quan, đơn vị liên quan", "Quý III-IV/2020"],
        ["3", "Hội nghị xúc tiến đầu tư", "Sở Kế hoạch và Đầu tư", "Sở Công Thương; Sở Ngoại vụ; Trung tâm Xúc tiến Thương mại, Đầu tư và Du lịch", "6 tháng đầu năm"],
        ["III", "Giải thích, làm rõ thông tin sai lệch", "<", "<", "<"],
        ["1", "Cung cấp tư liệu cho cơ quan báo chí khi có thông tin sai lệch", "Sở Thông tin và Truyền thông", "Công an tỉnh, Ban Tuyên giáo Tỉnh ủy", "Thường xuyên"],
    ], bold_rows=(0, 1, 4, 8))  # fmt: skip
    return to_bytes(doc)


_A1, _A2, _A3 = (
    "Thông tin chính thức về tỉnh",
    "Quảng bá hình ảnh địa phương",
    "Giải thích, làm rõ thông tin sai lệch",
)
ANNEX = Sample(
    "annex with groups", annex_with_groups, 2020, "88/KH-UBND",
    (
        Truth("1", _A1, "Tổ chức họp báo", "Văn phòng UBND tỉnh", ("Sở Thông tin và Truyền thông", "Báo Đắk Lắk", "Đài Phát thanh và Truyền hình tỉnh"), *whole(), True),
        Truth("2", _A1, "Cập nhật Cổng", "Văn phòng UBND tỉnh", ("Các sở, ban, ngành", "UBND các huyện, thị xã, thành phố"), *whole(), True),
        Truth("1", _A2, "Biên soạn tập gấp", "Sở Ngoại vụ", ("Sở Văn hóa, Thể thao và Du lịch",), *quarter(2)),
        Truth("2", _A2, "Sản xuất phim ngắn", "Sở Văn hóa, Thể thao và Du lịch", ("Đài Phát thanh và Truyền hình tỉnh", "các cơ quan, đơn vị liên quan"), date(2020, 7, 1), date(2020, 12, 31)),
        Truth("3", _A2, "Hội nghị xúc tiến", "Sở Kế hoạch và Đầu tư", ("Sở Công Thương", "Sở Ngoại vụ", "Trung tâm Xúc tiến Thương mại, Đầu tư và Du lịch"), date(2020, 1, 1), date(2020, 6, 30)),
        Truth("1", _A3, "Cung cấp tư liệu", "Sở Thông tin và Truyền thông", ("Công an tỉnh", "Ban Tuyên giáo Tỉnh ủy"), *whole(), True),
    ),
    left_out=("theo dõi, đôn đốc việc thực hiện Kế hoạch",),
)  # fmt: skip


def two_row_heading() -> bytes:
    doc = word()
    letterhead(
        doc,
        issuer="UBND TỈNH ĐẮK LẮK\nSỞ NGOẠI VỤ",
        number="12/KH-SNgV",
        place="Đắk Lắk, ngày 06 tháng 02 năm 2021",
    )
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Triển khai công tác thông tin đối ngoại năm 2021")
    doc.add_paragraph(
        "Thực hiện Kế hoạch số 34/KH-UBND ngày 29/01/2021 của UBND tỉnh, Sở Ngoại vụ xây dựng Kế hoạch như sau:"
    )
    bold(doc, "II. NHIỆM VỤ CỤ THỂ")
    table(doc, [
        ["TT", "Nhiệm vụ", "Đơn vị thực hiện", "<", "Thời gian\nhoàn thành", "Sản phẩm", "Ghi chú"],
        ["^", "^", "Chủ trì", "Phối hợp", "^", "^", "^"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        ["A", "HOẠT ĐỘNG TRONG NƯỚC", "", "", "", "", ""],
        ["1", "Tập huấn nghiệp vụ thông tin đối ngoại cho cán bộ cấp huyện", "Phòng Hợp tác quốc tế", "Văn phòng Sở", "Trước ngày 15/6", "01 lớp", ""],
        ["2", "Đón đoàn phóng viên nước ngoài thường trú tại Việt Nam", "^", "- Công an tỉnh\n- Bộ Chỉ huy BĐBP tỉnh\n- UBND các huyện, TX, TP", "30/9/2021", "Chương trình", ""],
        ["3", "Rà soát biển chỉ dẫn song ngữ", "^", "Thanh tra Sở", "nt", "Báo cáo", ""],
        ["B", "HOẠT ĐỘNG Ở NƯỚC NGOÀI", "", "", "", "", ""],
        ["4", "Gặp gỡ cộng đồng người Việt tại Mondulkiri", "Phòng Lãnh sự", "-", "Tháng 10/2021", "Đoàn ra", ""],
        ["5", "Gửi ấn phẩm cho cơ quan đại diện", "Văn phòng Sở", "Không", "Quý IV", "Ấn phẩm", ""],
    ], bold_rows=(0, 1, 3, 7))  # fmt: skip
    signature(doc, "GIÁM ĐỐC")
    return to_bytes(doc)


TWO_ROWS = Sample(
    "two-row heading", two_row_heading, 2021, "12/KH-SNgV",
    (
        Truth("1", "HOẠT ĐỘNG TRONG NƯỚC", "Tập huấn", "Phòng Hợp tác quốc tế", ("Văn phòng Sở",), None, date(2021, 6, 15)),
        Truth("2", "HOẠT ĐỘNG TRONG NƯỚC", "Đón đoàn", "Phòng Hợp tác quốc tế", ("Công an tỉnh", "Bộ Chỉ huy BĐBP tỉnh", "UBND các huyện, TX, TP"), None, date(2021, 9, 30)),
        Truth("3", "HOẠT ĐỘNG TRONG NƯỚC", "Rà soát", "Phòng Hợp tác quốc tế", ("Thanh tra Sở",), None, date(2021, 9, 30)),
        Truth("4", "HOẠT ĐỘNG Ở NƯỚC NGOÀI", "Gặp gỡ", "Phòng Lãnh sự", (), date(2021, 10, 1), date(2021, 10, 31)),
        Truth("5", "HOẠT ĐỘNG Ở NƯỚC NGOÀI", "Gửi ấn phẩm", "Văn phòng Sở", (), *quarter(4, 2021)),
    ),
)  # fmt: skip


def tables_under_headings() -> bytes:
    doc = word()
    letterhead(
        doc,
        issuer="ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN",
        number="173/KH-UBND",
        place="Lạng Sơn, ngày 26 tháng 11 năm 2019",
    )
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Hoạt động thông tin đối ngoại tỉnh Lạng Sơn năm 2020")
    bold(doc, "II. NỘI DUNG")
    head = ["Số\nTT", "Nội dung", "Đơn vị\nchủ trì", "Đơn vị\nphối hợp", "Tiến độ\nthực hiện"]
    bold(doc, "1. Thông tin qua báo chí trong nước")
    table(doc, [
        head,
        ["1.1", "Mở chuyên mục song ngữ trên báo in", "Báo Lạng Sơn", "Sở TT&TT", "Từ tháng 3 đến tháng 5"],
        ["1.2", "Phát sóng bản tin tiếng Trung", "Đài PTTH tỉnh", "Sở Ngoại vụ, BĐBP tỉnh", "Hàng tháng"],
    ])  # fmt: skip
    doc.add_paragraph("")
    bold(doc, "2. Thông tin tại cửa khẩu")
    table(doc, [
        head,
        ["2.1", "Dựng cụm pa-nô song ngữ tại cửa khẩu", "Sở VHTTDL", "BĐBP tỉnh; UBND huyện Cao Lộc", "Trong quý I"],
        ["2.2", "Cấp phát bản tin tại điểm thông tin", "BĐBP tỉnh", "", "cả năm"],
    ])  # fmt: skip
    bold(doc, "3. Đào tạo, bồi dưỡng")
    table(doc, [
        head,
        ["3.1", "Bồi dưỡng kỹ năng phát ngôn", "Sở Nội vụ", "Sở TT&TT, Ban Tuyên giáo Tỉnh ủy", "Ngày 20/5/2020"],
    ])  # fmt: skip
    # The last table continues on the next page without a heading.
    table(
        doc,
        [
            [
                "3.2",
                "Biên soạn sổ tay thuật ngữ",
                "Sở Ngoại vụ",
                "Sở GD&ĐT",
                "Tháng 3/2020 - 12/2020",
            ]
        ],
        bold_rows=(),
    )
    signature(doc)
    return to_bytes(doc)


HEADINGS = Sample(
    "tables under headings", tables_under_headings, 2020, "173/KH-UBND",
    (
        Truth("1.1", "Thông tin qua báo chí trong nước", "Mở chuyên mục", "Báo Lạng Sơn", ("Sở TT&TT",), date(2020, 3, 1), date(2020, 5, 31)),
        Truth("1.2", "Thông tin qua báo chí trong nước", "Phát sóng", "Đài PTTH tỉnh", ("Sở Ngoại vụ", "BĐBP tỉnh"), *whole(), True),
        Truth("2.1", "Thông tin tại cửa khẩu", "Dựng cụm", "Sở VHTTDL", ("BĐBP tỉnh", "UBND huyện Cao Lộc"), *quarter(1)),
        Truth("2.2", "Thông tin tại cửa khẩu", "Cấp phát", "BĐBP tỉnh", (), *whole()),
        Truth("3.1", "Đào tạo, bồi dưỡng", "Bồi dưỡng", "Sở Nội vụ", ("Sở TT&TT", "Ban Tuyên giáo Tỉnh ủy"), date(2020, 5, 20), date(2020, 5, 20)),
        Truth("3.2", "Đào tạo, bồi dưỡng", "Biên soạn sổ tay", "Sở Ngoại vụ", ("Sở GD&ĐT",), date(2020, 3, 1), date(2020, 12, 31)),
    ),
)  # fmt: skip


def party_plan() -> bytes:
    doc = word()
    letterhead(doc, issuer="TỈNH ỦY ĐẮK LẮK\nBAN CHỈ ĐẠO CÔNG TÁC THÔNG TIN ĐỐI NGOẠI", number="53-KH/BCĐ",
               place="Đắk Lắk, ngày 20 tháng 01 năm 2019", party=True)  # fmt: skip
    bold(doc, "KẾ HOẠCH")
    bold(doc, "công tác thông tin đối ngoại năm 2019")
    bold(doc, "II- NHIỆM VỤ TRỌNG TÂM")
    table(doc, [
        ["Nội dung nhiệm vụ", "Cơ quan chủ trì, phối hợp", "Thời gian", "Kết quả dự kiến"],
        ["1. Định hướng tuyên truyền Lễ hội Cà phê Buôn Ma Thuột lần thứ 7", "Ban Tuyên giáo Tỉnh ủy chủ trì, phối hợp với Sở Văn hóa, Thể thao và Du lịch, Báo Đắk Lắk", "Tháng 3", "Hướng dẫn"],
        ["2. Giao ban báo chí", "Chủ trì: Ban Tuyên giáo Tỉnh ủy\nPhối hợp: Sở Thông tin và Truyền thông; Hội Nhà báo tỉnh", "Định kỳ hằng tháng", ""],
        ["3. Xuất bản bản tin thông tin đối ngoại", "Chủ trì: Sở Thông tin và Truyền thông", "Quý II, III", "02 số"],
        ["4. Tham mưu tổng kết công tác năm", "Cơ quan Thường trực Ban Chỉ đạo", "Trước 15/12/2019", "Báo cáo"],
    ])  # fmt: skip
    signature(doc, "T/M BAN CHỈ ĐẠO\nTRƯỞNG BAN")
    return to_bytes(doc)


PARTY = Sample(
    "party plan", party_plan, 2019, "53-KH/BCĐ",
    (
        Truth("1", "", "Định hướng", "Ban Tuyên giáo Tỉnh ủy", ("Sở Văn hóa, Thể thao và Du lịch", "Báo Đắk Lắk"), date(2019, 3, 1), date(2019, 3, 31)),
        Truth("2", "", "Giao ban", "Ban Tuyên giáo Tỉnh ủy", ("Sở Thông tin và Truyền thông", "Hội Nhà báo tỉnh"), *whole(2019), True),
        Truth("3", "", "Xuất bản", "Sở Thông tin và Truyền thông", (), date(2019, 4, 1), date(2019, 9, 30)),
        Truth("4", "", "Tham mưu", "Cơ quan Thường trực Ban Chỉ đạo", (), None, date(2019, 12, 15)),
    ),
)  # fmt: skip


def group_column() -> bytes:
    doc = word()
    letterhead(
        doc,
        issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK",
        number="11165/KH-UBND",
        place="Đắk Lắk, ngày 19 tháng 12 năm 2018",
    )
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Thông tin đối ngoại tỉnh Đắk Lắk giai đoạn 2018 - 2020")
    made = table(doc, [
        ["STT", "Nhóm nhiệm vụ", "Nhiệm vụ cụ thể", "Chủ trì", "Phối hợp", "Thời gian", "Kinh phí (triệu đồng)"],
        ["", "Hạ tầng thông tin", "Xây dựng cơ sở dữ liệu hình ảnh", "Sở Thông tin và Truyền thông", "Các sở, ngành, địa phương", "2018-2019", "500"],
        ["", "^", "Nâng cấp trang tiếng Anh", "Văn phòng UBND tỉnh", "Sở Ngoại vụ", "Quý IV/2019", "300"],
        ["", "Nguồn nhân lực", "Đào tạo biên dịch viên", "Sở Nội vụ", "Sở Ngoại vụ, Trường Đại học Tây Nguyên", "Hằng năm", "150"],
        ["", "^", "Tham quan học tập kinh nghiệm", "^", "^", "Tháng 8/2020", "100"],
        ["", "Tổng cộng", "", "", "", "", "1.050"],
    ])  # fmt: skip
    numbering = doc.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for name, value in (("w:start", "1"), ("w:numFmt", "decimal"), ("w:lvlText", "%1.")):
        child = OxmlElement(name)
        child.set(qn("w:val"), value)
        level.append(child)
    abstract.append(level)
    numbering.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "77")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "77")
    number.append(link)
    numbering.append(number)
    for row in range(1, 5):
        properties = made.cell(row, 0).paragraphs[0]._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = 77
    return to_bytes(doc)


GROUP_COLUMN = Sample(
    "group column", group_column, 2018, "11165/KH-UBND",
    (
        Truth("1", "Hạ tầng thông tin", "Xây dựng", "Sở Thông tin và Truyền thông", ("Các sở, ngành, địa phương",), date(2018, 1, 1), date(2019, 12, 31)),
        Truth("2", "Hạ tầng thông tin", "Nâng cấp", "Văn phòng UBND tỉnh", ("Sở Ngoại vụ",), *quarter(4, 2019)),
        Truth("3", "Nguồn nhân lực", "Đào tạo", "Sở Nội vụ", ("Sở Ngoại vụ", "Trường Đại học Tây Nguyên"), date(2018, 1, 1), date(2020, 12, 31), True),
        Truth("4", "Nguồn nhân lực", "Tham quan", "Sở Nội vụ", ("Sở Ngoại vụ", "Trường Đại học Tây Nguyên"), date(2020, 8, 1), date(2020, 8, 31)),
    ),
    left_out=("1.050",),
)  # fmt: skip


def nested_numbers() -> bytes:
    doc = word()
    letterhead(
        doc,
        issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK",
        number="0147/KH-UBND",
        place="Đắk Lắk, ngày 15 tháng 9 năm 2025",
    )
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Công tác thông tin đối ngoại năm 2026")
    table(doc, [
        ["STT", "Nội dung, nhiệm vụ", "Cơ quan, đơn vị chủ trì thực hiện", "Cơ quan, đơn vị phối hợp", "Thời hạn hoàn thành"],
        ["I", "CÔNG TÁC CHỈ ĐẠO", "", "", ""],
        ["1", "Ban hành văn bản chỉ đạo, hướng dẫn", "Sở Văn hóa, Thể thao và Du lịch", "Các sở, ban, ngành tỉnh; UBND các xã, phường", "Trước ngày 31/01/2026"],
        ["2", "Kiểm tra việc thực hiện quy chế phát ngôn", "", "", ""],
        ["2.1", "Kiểm tra tại sở, ngành", "Sở Văn hóa, Thể thao và Du lịch", "Thanh tra tỉnh", "Quý II/2026"],
        ["2.2", "Kiểm tra tại xã, phường", "UBND các xã, phường", "Sở Nội vụ", "Quý III/2026"],
        ["3", "Báo cáo tổng kết năm", "Sở Văn hóa, Thể thao và Du lịch", "", "Chậm nhất ngày 10/12/2026"],
        ["II", "CÔNG TÁC QUẢNG BÁ", "", "", ""],
        ["1", "Lễ hội Cà phê:", "", "", ""],
        ["a)", "Trung tâm báo chí của lễ hội", "Báo và Phát thanh, Truyền hình Đắk Lắk", "Sở Ngoại vụ và Hội Nhà báo tỉnh", "Từ ngày 08 đến ngày 13/3/2026"],
        ["b)", "Ấn phẩm song ngữ", "Sở Công Thương", "Sở Ngoại vụ,\nSở Nông nghiệp và Môi trường", "Tháng 02/2026"],
        ["2", "Tuần văn hóa hữu nghị", "Liên hiệp các tổ chức hữu nghị tỉnh", "Sở Dân tộc và Tôn giáo", "6 tháng cuối năm"],
    ], bold_rows=(0, 1, 7))  # fmt: skip
    signature(doc)
    return to_bytes(doc)


NESTED = Sample(
    "nested numbers", nested_numbers, 2026, "0147/KH-UBND",
    (
        Truth("1", "CÔNG TÁC CHỈ ĐẠO", "Ban hành", "Sở Văn hóa, Thể thao và Du lịch", ("Các sở, ban, ngành tỉnh", "UBND các xã, phường"), None, date(2026, 1, 31)),
        Truth("2.1", "Kiểm tra việc thực hiện quy chế phát ngôn", "Kiểm tra tại sở", "Sở Văn hóa, Thể thao và Du lịch", ("Thanh tra tỉnh",), *quarter(2, 2026)),
        Truth("2.2", "Kiểm tra việc thực hiện quy chế phát ngôn", "Kiểm tra tại xã", "UBND các xã, phường", ("Sở Nội vụ",), *quarter(3, 2026)),
        Truth("3", "CÔNG TÁC CHỈ ĐẠO", "Báo cáo tổng kết", "Sở Văn hóa, Thể thao và Du lịch", (), None, date(2026, 12, 10)),
        Truth("a", "Lễ hội Cà phê", "Trung tâm báo chí", "Báo và Phát thanh, Truyền hình Đắk Lắk", ("Sở Ngoại vụ", "Hội Nhà báo tỉnh"), date(2026, 3, 8), date(2026, 3, 13)),
        Truth("b", "Lễ hội Cà phê", "Ấn phẩm", "Sở Công Thương", ("Sở Ngoại vụ", "Sở Nông nghiệp và Môi trường"), date(2026, 2, 1), date(2026, 2, 28)),
        Truth("2", "CÔNG TÁC QUẢNG BÁ", "Tuần văn hóa", "Liên hiệp các tổ chức hữu nghị tỉnh", ("Sở Dân tộc và Tôn giáo",), date(2026, 7, 1), date(2026, 12, 31)),
    ),
)  # fmt: skip

SAMPLES = [ANNEX, TWO_ROWS, HEADINGS, PARTY, GROUP_COLUMN, NESTED]
