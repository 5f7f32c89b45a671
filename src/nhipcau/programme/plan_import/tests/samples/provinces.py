"""Word plans of provinces: landscape annexes, months as rows, agencies as groups, footnotes."""

# ruff: noqa: E501 - tables and their truth read best one row a line

from datetime import date

from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

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


def landscape_annex() -> bytes:
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", number="34/KH-UBND",
               place="Lào Cai, ngày 29 tháng 01 năm 2021")  # fmt: skip
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Thông tin đối ngoại tỉnh Lào Cai năm 2021")
    doc.add_paragraph(
        "Thực hiện Quyết định số 1486/QĐ-TTg ngày 06/11/2018 của Thủ tướng Chính phủ;"
    )
    bold(doc, "I. MỤC ĐÍCH, YÊU CẦU")
    doc.add_paragraph("1. Mục đích")
    doc.add_paragraph("- Tiếp tục nâng cao hiệu quả công tác thông tin đối ngoại.")
    bold(doc, "IV. TỔ CHỨC THỰC HIỆN")
    doc.add_paragraph("1. Sở Thông tin và Truyền thông")
    doc.add_paragraph("- Là cơ quan đầu mối tham mưu UBND tỉnh triển khai Kế hoạch.")
    doc.add_paragraph("2. Các sở, ban, ngành; UBND các huyện, thị xã, thành phố")
    doc.add_paragraph("- Căn cứ chức năng, nhiệm vụ được giao, chủ động triển khai thực hiện.")
    signature(doc)
    section = doc.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    bold(doc, "Phụ lục")
    bold(doc, "PHÂN CÔNG NHIỆM VỤ THỰC HIỆN KẾ HOẠCH THÔNG TIN ĐỐI NGOẠI NĂM 2021")
    doc.add_paragraph(
        "(Kèm theo Kế hoạch số 34/KH-UBND ngày 29 tháng 01 năm 2021 của Ủy ban nhân dân tỉnh Lào Cai)"
    )
    table(doc, [
        ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Kinh phí\n(triệu đồng)", "<", "Ghi chú"],
        ["^", "^", "^", "^", "^", "NS tỉnh", "Nguồn khác", "^"],
        ["I", "Công tác tuyên truyền", "", "", "", "320", "", ""],
        ["1", "Xuất bản bản tin đối ngoại song ngữ Việt - Trung", "Sở Ngoại vụ", "Sở TT&TT; Báo Lào Cai; các sở, ngành liên quan", "Quý II-III", "120", "", ""],
        ["2", "Duy trì chuyên mục \"Lào Cai - Vân Nam\" trên sóng truyền hình", "Đài Phát thanh - Truyền hình tỉnh", "Sở Ngoại vụ, Công an tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "Hằng tháng", "200", "", "12 số"],
        ["II", "Hoạt động tại cửa khẩu", "", "", "", "150", "50", ""],
        ["1", "Thay nội dung 04 cụm pa-nô biên giới", "Sở TT&TT", "Các huyện Bát Xát, Mường Khương, Si Ma Cai, Bảo Thắng", "Tháng 3 và tháng 9", "100", "", ""],
        ["2", "Nâng cấp điểm thông tin đối ngoại tại cửa khẩu quốc tế", "Ban Quản lý Khu kinh tế tỉnh", "Các Sở: TT&TT, VHTT&DL, Tài chính; BĐBP tỉnh", "Trước 15/6", "50", "50", "Xã hội hóa"],
        ["3", "Tiếp đoàn báo chí Vân Nam", "Hội Nhà báo tỉnh", "Sở Ngoại vụ + Sở TT&TT", "Cả năm", "", "", ""],
        ["", "Tổng cộng (I + II)", "", "", "", "470", "50", ""],
    ], bold_rows=(0, 1, 2, 5, 9))  # fmt: skip
    return to_bytes(doc)


_L1, _L2 = "Công tác tuyên truyền", "Hoạt động tại cửa khẩu"
LANDSCAPE = Sample(
    "landscape annex", landscape_annex, 2021, "34/KH-UBND",
    (
        Truth("1", _L1, "Xuất bản", "Sở Ngoại vụ", ("Sở TT&TT", "Báo Lào Cai", "các sở, ngành liên quan"), date(2021, 4, 1), date(2021, 9, 30)),
        Truth("2", _L1, "Duy trì", "Đài Phát thanh - Truyền hình tỉnh", ("Sở Ngoại vụ", "Công an tỉnh", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"), *whole(2021), True),
        Truth("1", _L2, "Thay nội dung", "Sở TT&TT", ("Các huyện Bát Xát, Mường Khương, Si Ma Cai, Bảo Thắng",), date(2021, 3, 1), date(2021, 9, 30)),
        Truth("2", _L2, "Nâng cấp", "Ban Quản lý Khu kinh tế tỉnh", ("Sở TT&TT", "Sở VHTT&DL", "Sở Tài chính", "BĐBP tỉnh"), None, date(2021, 6, 15)),
        Truth("3", _L2, "Tiếp đoàn", "Hội Nhà báo tỉnh", ("Sở Ngoại vụ", "Sở TT&TT"), *whole(2021)),
    ),
    left_out=("Tổng cộng",),
)  # fmt: skip


def months_as_groups() -> bytes:
    doc = word()
    letterhead(doc, issuer="TỈNH ỦY VĨNH PHÚC\nBAN CHỈ ĐẠO CÔNG TÁC\nTHÔNG TIN ĐỐI NGOẠI", number="02-CTr/BCĐ",
               place="Vĩnh Phúc, ngày 24 tháng 01 năm 2018", party=True)  # fmt: skip
    bold(doc, "CHƯƠNG TRÌNH CÔNG TÁC")
    bold(doc, "của Ban Chỉ đạo công tác thông tin đối ngoại tỉnh năm 2018")
    doc.add_paragraph("-----")
    bold(doc, "I- NHIỆM VỤ TRỌNG TÂM")
    doc.add_paragraph(
        "1- Tiếp tục quán triệt các văn bản của Trung ương về công tác thông tin đối ngoại."
    )
    bold(doc, "II- CHƯƠNG TRÌNH CỤ THỂ")
    table(doc, [
        ["TT", "Nội dung công việc", "Cơ quan chuẩn bị", "Cơ quan phối hợp", "Ghi chú"],
        ["THÁNG 1", "<", "<", "<", "<"],
        ["1", "Họp Ban Chỉ đạo tổng kết năm 2017", "Ban Tuyên giáo Tỉnh ủy", "Văn phòng Tỉnh ủy", ""],
        ["THÁNG 3", "<", "<", "<", "<"],
        ["2", "Tọa đàm với doanh nghiệp FDI", "Sở Kế hoạch và Đầu tư", "Sở Ngoại vụ, Ban Quản lý các khu công nghiệp", ""],
        ["QUÝ II", "<", "<", "<", "<"],
        ["3", "Tập huấn phóng viên viết tin đối ngoại", "Hội Nhà báo tỉnh", "Báo Vĩnh Phúc, Đài PTTH tỉnh", ""],
        ["NHIỆM VỤ THƯỜNG XUYÊN", "<", "<", "<", "<"],
        ["4", "Cung cấp tin, bài cho Thông tấn xã Việt Nam", "Sở TT&TT", "Các thành viên Ban Chỉ đạo", ""],
    ], bold_rows=(0, 1, 3, 5, 7))  # fmt: skip
    signature(doc, "T/M BAN CHỈ ĐẠO\nTRƯỞNG BAN")
    return to_bytes(doc)


MONTHS = Sample(
    "months as groups", months_as_groups, 2018, "02-CTr/BCĐ",
    (
        Truth("1", "THÁNG 1", "Họp Ban Chỉ đạo", "Ban Tuyên giáo Tỉnh ủy", ("Văn phòng Tỉnh ủy",), date(2018, 1, 1), date(2018, 1, 31)),
        Truth("2", "THÁNG 3", "Tọa đàm", "Sở Kế hoạch và Đầu tư", ("Sở Ngoại vụ", "Ban Quản lý các khu công nghiệp"), date(2018, 3, 1), date(2018, 3, 31)),
        Truth("3", "QUÝ II", "Tập huấn", "Hội Nhà báo tỉnh", ("Báo Vĩnh Phúc", "Đài PTTH tỉnh"), *quarter(2, 2018)),
        Truth("4", "NHIỆM VỤ THƯỜNG XUYÊN", "Cung cấp", "Sở TT&TT", ("Các thành viên Ban Chỉ đạo",), *whole(2018), True),
    ),
)  # fmt: skip


def agencies_as_groups() -> bytes:
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG NAI", number="1202/KH-UBND",
               place="Đồng Nai, ngày 18 tháng 02 năm 2019")  # fmt: skip
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Triển khai công tác thông tin đối ngoại trên địa bàn tỉnh năm 2019")
    bold(doc, "PHỤ LỤC PHÂN CÔNG NHIỆM VỤ")
    table(doc, [
        ["STT", "Nội dung công việc", "Đơn vị phối hợp", "Thời gian hoàn thành", "Kết quả"],
        ["I", "Sở Thông tin và Truyền thông", "", "", ""],
        ["1", "Tổ chức lớp bồi dưỡng kiến thức thông tin đối ngoại", "Sở Nội vụ, Trường Chính trị tỉnh", "Quý III", "01 lớp"],
        ["2", "Thực hiện bộ tài liệu giới thiệu Đồng Nai", "Sở Ngoại vụ; Sở VHTTDL; Trung tâm Xúc tiến đầu tư, thương mại và du lịch", "30/10/2019", "500 bộ"],
        ["II", "Sở Ngoại vụ", "", "", ""],
        ["1", "Đón, làm việc với đoàn phóng viên nước ngoài", "Công an tỉnh; các đơn vị liên quan", "Theo đề nghị của Bộ Ngoại giao", "Báo cáo"],
        ["III", "UBND các huyện, thị xã, thành phố", "", "", ""],
        ["1", "Đưa tin song ngữ trên trang thông tin điện tử", "", "Thường xuyên", "Tin, bài"],
    ], bold_rows=(0, 1, 4, 6))  # fmt: skip
    signature(doc)
    return to_bytes(doc)


AGENCIES = Sample(
    "agencies as groups", agencies_as_groups, 2019, "1202/KH-UBND",
    (
        Truth("1", "Sở Thông tin và Truyền thông", "Tổ chức lớp", "Sở Thông tin và Truyền thông", ("Sở Nội vụ", "Trường Chính trị tỉnh"), *quarter(3, 2019)),
        Truth("2", "Sở Thông tin và Truyền thông", "Thực hiện bộ", "Sở Thông tin và Truyền thông", ("Sở Ngoại vụ", "Sở VHTTDL", "Trung tâm Xúc tiến đầu tư, thương mại và du lịch"), None, date(2019, 10, 30)),
        Truth("1", "Sở Ngoại vụ", "Đón, làm việc", "Sở Ngoại vụ", ("Công an tỉnh", "các đơn vị liên quan"), None, None),
        Truth("1", "UBND các huyện, thị xã, thành phố", "Đưa tin", "UBND các huyện, thị xã, thành phố", (), *whole(2019), True),
    ),
)  # fmt: skip


_NOTE = '<w:footnotes {ns}><w:footnote w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>'


def with_footnotes() -> bytes:
    doc = word()
    letterhead(
        doc,
        issuer="UBND TỈNH YÊN BÁI",
        number="18/KH-UBND",
        place="Yên Bái, ngày 10 tháng 01 năm 2025",
    )
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Công tác thông tin đối ngoại năm 2025")
    bold(doc, "Biểu số 01")
    made = table(doc, [
        ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm/kết quả đầu ra"],
        ["1", "Nhóm nhiệm vụ lãnh đạo, chỉ đạo", "", "", "", ""],
        ["1.1", "Ban hành Kế hoạch", "Sở Văn hóa, Thể thao và Du lịch", "Các sở, ban, ngành, đoàn thể tỉnh", "Tháng 1", "Kế hoạch"],
        ["1.2", "Sơ kết 6 tháng đầu năm", "nt", "nt", "Trước ngày 20/6", "Báo cáo"],
        ["2", "Nhóm nhiệm vụ quảng bá", "", "", "", ""],
        ["2.1", "Tuần văn hóa - du lịch Yên Bái tại Hà Nội", "Sở Văn hóa, Thể thao và Du lịch (thường trực)", "Sở Công Thương, Sở Ngoại vụ, Báo và Phát thanh, Truyền hình tỉnh", "Tháng 9-10", "Sự kiện"],
        ["2.2", "Phim tài liệu \"Mù Cang Chải\" phụ đề tiếng Anh, Pháp, Hàn", "Trung tâm Truyền thông và Văn hóa huyện Mù Cang Chải", "Sở VH,TT&DL", "Quý III/2025", "01 phim"],
        ["2.3", "Gặp mặt kiều bào nhân dịp Tết Nguyên đán", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Sở Ngoại vụ và các tổ chức chính trị - xã hội", "Tháng 01/2025", ""],
    ], bold_rows=(0, 1, 4))  # fmt: skip
    footnotes = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        _NOTE.format(ns=nsdecls("w"), text="Gồm cả kinh phí biên dịch sang tiếng Hàn.").encode(),
        doc.part.package,
    )
    doc.part.relate_to(footnotes, RELATIONSHIP_TYPE.FOOTNOTES)
    made.cell(6, 1).paragraphs[0]._p.append(
        parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>')
    )
    signature(doc)
    return to_bytes(doc)


FOOTNOTES = Sample(
    "footnotes", with_footnotes, 2025, "18/KH-UBND",
    (
        Truth("1.1", "Nhóm nhiệm vụ lãnh đạo, chỉ đạo", "Ban hành", "Sở Văn hóa, Thể thao và Du lịch", ("Các sở, ban, ngành, đoàn thể tỉnh",), date(2025, 1, 1), date(2025, 1, 31)),
        Truth("1.2", "Nhóm nhiệm vụ lãnh đạo, chỉ đạo", "Sơ kết", "Sở Văn hóa, Thể thao và Du lịch", ("Các sở, ban, ngành, đoàn thể tỉnh",), None, date(2025, 6, 20)),
        Truth("2.1", "Nhóm nhiệm vụ quảng bá", "Tuần văn hóa", "Sở Văn hóa, Thể thao và Du lịch (thường trực)", ("Sở Công Thương", "Sở Ngoại vụ", "Báo và Phát thanh, Truyền hình tỉnh"), date(2025, 9, 1), date(2025, 10, 31)),
        Truth("2.2", "Nhóm nhiệm vụ quảng bá", "Phim tài liệu", "Trung tâm Truyền thông và Văn hóa huyện Mù Cang Chải", ("Sở VH,TT&DL",), *quarter(3, 2025)),
        Truth("2.3", "Nhóm nhiệm vụ quảng bá", "Gặp mặt", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", ("Sở Ngoại vụ", "các tổ chức chính trị - xã hội"), date(2025, 1, 1), date(2025, 1, 31)),
    ),
)  # fmt: skip


def time_column_first() -> bytes:
    """A calendar: the time is merged over several rows and stands before the work."""
    doc = word()
    letterhead(
        doc,
        issuer="UBND THÀNH PHỐ HUẾ",
        number="157/KH-UBND",
        place="Huế, ngày 30 tháng 6 năm 2020",
    )
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Tuyên truyền đối ngoại 6 tháng cuối năm 2020")
    bold(doc, "II. NỘI DUNG VÀ TIẾN ĐỘ")
    table(doc, [
        ["Thời gian", "Nội dung hoạt động", "Địa điểm", "Lãnh đạo UBND theo dõi", "Đơn vị thực hiện", "<"],
        ["^", "^", "^", "^", "Chủ trì", "Phối hợp"],
        ["Tháng 7", "Giới thiệu Festival với cơ quan đại diện ngoại giao", "Hà Nội", "PCT Văn xã", "Sở Du lịch", "Sở Ngoại vụ, Trung tâm Festival Huế"],
        ["^", "Họp báo quốc tế", "Huế", "PCT Văn xã", "Trung tâm Festival Huế", "Sở TT&TT"],
        ["Tháng 8", "Đón đoàn famtrip Hàn Quốc", "Huế", "PCT Văn xã", "Sở Du lịch", "Hiệp hội Du lịch; các doanh nghiệp lữ hành"],
        ["Từ 28/8 đến 02/9", "Trưng bày ảnh \"Huế xưa\" tại Pháp", "Paris", "Chủ tịch", "Hội Hữu nghị Việt - Pháp", "Bảo tàng Lịch sử; Sở Ngoại vụ"],
        ["Trước 15/12", "Báo cáo kết quả", "", "", "Sở TT&TT", "Các đơn vị, địa phương liên quan"],
    ], bold_rows=(0, 1))  # fmt: skip
    signature(doc)
    return to_bytes(doc)


CALENDAR = Sample(
    "time column first", time_column_first, 2020, "157/KH-UBND",
    (
        Truth("", "", "Giới thiệu", "Sở Du lịch", ("Sở Ngoại vụ", "Trung tâm Festival Huế"), date(2020, 7, 1), date(2020, 7, 31)),
        Truth("", "", "Họp báo", "Trung tâm Festival Huế", ("Sở TT&TT",), date(2020, 7, 1), date(2020, 7, 31)),
        Truth("", "", "Đón đoàn", "Sở Du lịch", ("Hiệp hội Du lịch", "các doanh nghiệp lữ hành"), date(2020, 8, 1), date(2020, 8, 31)),
        Truth("", "", "Trưng bày", "Hội Hữu nghị Việt - Pháp", ("Bảo tàng Lịch sử", "Sở Ngoại vụ"), date(2020, 8, 28), date(2020, 9, 2)),
        Truth("", "", "Báo cáo", "Sở TT&TT", ("Các đơn vị, địa phương liên quan",), None, date(2020, 12, 15)),
    ),
)  # fmt: skip


def one_column_of_roles() -> bytes:
    """Everything about who is in one cell, in many ways of writing; the heading repeats on page 2."""
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", number="40/KH-UBND",
               place="Quảng Ngãi, ngày 04 tháng 3 năm 2022")  # fmt: skip
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Thông tin đối ngoại và tuyên truyền biển, đảo năm 2022")
    head = ["TT", "Hoạt động", "Cơ quan thực hiện", "Tiến độ"]
    table(doc, [
        head,
        ["A", "TUYÊN TRUYỀN", "<", "<"],
        ["1", "Chuyên trang biển, đảo trên Báo Quảng Ngãi", "Báo Quảng Ngãi (chủ trì); Sở Ngoại vụ, Bộ CHQS tỉnh (phối hợp)", "Hằng quý"],
        ["2", "Triển lãm tư liệu Hoàng Sa", "Chủ trì: Sở VHTT&DL.\nPhối hợp: UBND huyện Lý Sơn và các cơ quan, đơn vị liên quan.", "Tháng 4"],
        ["3", "Phát hành tờ gấp tiếng Anh", "Sở TT&TT chủ trì, Sở Ngoại vụ phối hợp", "Quý II/2022"],
        head,
        ["B", "TẬP HUẤN", "<", "<"],
        ["4", "Lớp kỹ năng cho ngư dân", "- Chủ trì: BĐBP tỉnh\n- Phối hợp: Hội Nông dân tỉnh, UBND các huyện ven biển", "Từ 15/5 đến 30/6"],
        ["5", "Bồi dưỡng người phát ngôn", "Sở TT&TT", "Trước ngày 30/9"],
    ], bold_rows=(0, 1, 5, 6))  # fmt: skip
    signature(doc)
    return to_bytes(doc)


ROLES = Sample(
    "one column of roles", one_column_of_roles, 2022, "40/KH-UBND",
    (
        Truth("1", "TUYÊN TRUYỀN", "Chuyên trang", "Báo Quảng Ngãi", ("Sở Ngoại vụ", "Bộ CHQS tỉnh"), *whole(2022), True),
        Truth("2", "TUYÊN TRUYỀN", "Triển lãm", "Sở VHTT&DL", ("UBND huyện Lý Sơn", "các cơ quan, đơn vị liên quan"), date(2022, 4, 1), date(2022, 4, 30)),
        Truth("3", "TUYÊN TRUYỀN", "Phát hành", "Sở TT&TT", ("Sở Ngoại vụ",), *quarter(2, 2022)),
        Truth("4", "TẬP HUẤN", "Lớp kỹ năng", "BĐBP tỉnh", ("Hội Nông dân tỉnh", "UBND các huyện ven biển"), date(2022, 5, 15), date(2022, 6, 30)),
        Truth("5", "TẬP HUẤN", "Bồi dưỡng", "Sở TT&TT", (), None, date(2022, 9, 30)),
    ),
)  # fmt: skip


def merged_leads() -> bytes:
    """Lead, coordinators and time merged over rows of one work; sub-rows a, b; lower-case groups."""
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH", number="09/KH-UBND",
               place="Bắc Ninh, ngày 12 tháng 01 năm 2024")  # fmt: skip
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Hoạt động thông tin đối ngoại năm 2024 trên địa bàn tỉnh")
    bold(doc, "PHỤ LỤC I")
    bold(doc, "NHIỆM VỤ THƯỜNG XUYÊN")
    table(doc, [
        ["Stt", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"],
        ["1", "Thông tin qua báo chí", "", "", ""],
        ["a", "Bản tin tiếng Anh", "Đài PT&TH Bắc Ninh", "Các cơ quan, đơn vị, địa phương", "Thường xuyên"],
        ["b", "Bản tin tiếng Hàn", "^", "^", "^"],
        ["c", "Phụ trương tiếng Trung", "Báo Bắc Ninh", "^", "^"],
        ["2", "Thông tin qua ấn phẩm", "", "", ""],
        ["a", "Sách ảnh Quan họ", "Sở VHTTDL", "Thư viện tỉnh,\nBảo tàng tỉnh", "Quý IV"],
        ["b", "Đĩa DVD Quan họ", "^", "^", "^"],
    ], bold_rows=(0,))  # fmt: skip
    bold(doc, "PHỤ LỤC II")
    bold(doc, "NHIỆM VỤ THEO THỜI ĐIỂM")
    table(doc, [
        ["Stt", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"],
        ["1", "Giao lưu hữu nghị với tỉnh kết nghĩa", "Sở Ngoại vụ", "Liên hiệp các tổ chức hữu nghị tỉnh; Tỉnh đoàn; Hội LHPN tỉnh", "Từ ngày 10 - 15/10/2024"],
        ["2", "Thi ảnh \"Bắc Ninh trong tôi\"", "Hội VHNT tỉnh", "Báo Bắc Ninh", "Tháng 5-8/2024"],
    ])  # fmt: skip
    signature(doc)
    return to_bytes(doc)


_B1, _B2 = "Thông tin qua báo chí", "Thông tin qua ấn phẩm"
MERGED = Sample(
    "merged leads", merged_leads, 2024, "09/KH-UBND",
    (
        Truth("a", _B1, "Bản tin tiếng Anh", "Đài PT&TH Bắc Ninh", ("Các cơ quan, đơn vị, địa phương",), *whole(2024), True),
        Truth("b", _B1, "Bản tin tiếng Hàn", "Đài PT&TH Bắc Ninh", ("Các cơ quan, đơn vị, địa phương",), *whole(2024), True),
        Truth("c", _B1, "Phụ trương", "Báo Bắc Ninh", ("Các cơ quan, đơn vị, địa phương",), *whole(2024), True),
        Truth("a", _B2, "Sách ảnh", "Sở VHTTDL", ("Thư viện tỉnh", "Bảo tàng tỉnh"), *quarter(4, 2024)),
        Truth("b", _B2, "Đĩa DVD", "Sở VHTTDL", ("Thư viện tỉnh", "Bảo tàng tỉnh"), *quarter(4, 2024)),
        Truth("1", "NHIỆM VỤ THEO THỜI ĐIỂM", "Giao lưu", "Sở Ngoại vụ", ("Liên hiệp các tổ chức hữu nghị tỉnh", "Tỉnh đoàn", "Hội LHPN tỉnh"), date(2024, 10, 10), date(2024, 10, 15)),
        Truth("2", "NHIỆM VỤ THEO THỜI ĐIỂM", "Thi ảnh", "Hội VHNT tỉnh", ("Báo Bắc Ninh",), date(2024, 5, 1), date(2024, 8, 31)),
    ),
)  # fmt: skip

SAMPLES = [LANDSCAPE, MONTHS, AGENCIES, FOOTNOTES, CALENDAR, ROLES, MERGED]
