"""Plans that lead a reader astray: plain group rows, lists in cells, years, strange letterheads."""

# ruff: noqa: E501 - tables and their truth read best one row a line

from datetime import date

from docx.shared import Pt

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


def plain_groups() -> bytes:
    """Groups are neither bold nor merged nor numbered; the letterhead is set with tabs."""
    doc = word()
    doc.add_paragraph("UBND TỈNH NGHỆ AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    doc.add_paragraph("SỞ NGOẠI VỤ\tĐộc lập - Tự do - Hạnh phúc")
    doc.add_paragraph("Số: 215 /KH-SNgV\tNghệ An, ngày 20 tháng 02 năm 2023")
    doc.add_paragraph("KẾ HOẠCH")
    doc.add_paragraph("Thực hiện công tác thông tin đối ngoại năm 2023")
    table(doc, [
        ["Số TT", "Nội dung, công việc", "Bộ phận chủ trì", "Bộ phận phối hợp", "Thời gian, tiến độ thực hiện"],
        ["", "Hoạt động trong nước", "", "", ""],
        ["1", "Cập nhật chuyên mục song ngữ", "Văn phòng Sở", "Các phòng", "Thường xuyên"],
        ["2", "Tổ chức tọa đàm chuyên gia", "Phòng Hợp tác quốc tế", "Văn phòng Sở; Thanh tra Sở", "Tháng 6"],
        ["", "Hoạt động ngoài nước", "", "", ""],
        ["3", "Chuẩn bị nội dung đoàn ra tại Xiêng Khoảng", "Phòng Lãnh sự", "Phòng Hợp tác quốc tế", "Đầu tháng 9"],
        ["4", "Gửi tư liệu cho Tổng Lãnh sự quán", "Phòng Lãnh sự", "", "Quý IV"],
    ], bold_rows=())  # fmt: skip
    return to_bytes(doc)


PLAIN_GROUPS = Sample(
    "plain groups", plain_groups, 2023, "215/KH-SNgV",
    (
        Truth("1", "Hoạt động trong nước", "Cập nhật", "Văn phòng Sở", ("Các phòng",), *whole(2023), True),
        Truth("2", "Hoạt động trong nước", "Tổ chức tọa đàm", "Phòng Hợp tác quốc tế", ("Văn phòng Sở", "Thanh tra Sở"), date(2023, 6, 1), date(2023, 6, 30)),
        Truth("3", "Hoạt động ngoài nước", "Chuẩn bị", "Phòng Lãnh sự", ("Phòng Hợp tác quốc tế",), date(2023, 9, 1), date(2023, 9, 10)),
        Truth("4", "Hoạt động ngoài nước", "Gửi tư liệu", "Phòng Lãnh sự", (), *quarter(4, 2023)),
    ),
)  # fmt: skip


def several_years() -> bytes:
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH", number="1369/QĐ-UBND",
               place="Thành phố Hồ Chí Minh, ngày 09 tháng 4 năm 2018")  # fmt: skip
    bold(doc, "QUYẾT ĐỊNH")
    bold(doc, "Về ban hành Kế hoạch công tác thông tin đối ngoại giai đoạn 2018 - 2020")
    doc.add_paragraph(
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch công tác thông tin đối ngoại giai đoạn 2018 - 2020."
    )
    doc.add_paragraph(
        "Điều 2. Giao Sở Thông tin và Truyền thông chủ trì, phối hợp với các sở, ngành theo dõi việc thực hiện."
    )
    signature(doc)
    bold(doc, "PHỤ LỤC DANH MỤC CÔNG VIỆC")
    table(doc, [
        ["STT", "Tên nhiệm vụ/ đề án", "Phân công", "<", "<", "Lộ trình thực hiện"],
        ["^", "^", "Chỉ đạo", "Chủ trì", "Phối hợp", "^"],
        ["I", "Nhóm nhiệm vụ quản lý nhà nước", "", "", "", ""],
        ["1", "Xây dựng quy chế quản lý hoạt động thông tin đối ngoại", "PCT UBND TP", "Sở TT&TT", "Sở Tư pháp, Sở Ngoại vụ", "2018"],
        ["2", "Tập huấn cán bộ các quận, huyện", "PCT UBND TP", "Sở TT&TT", "UBND 24 quận, huyện", "Hằng năm"],
        ["II", "Nhóm nhiệm vụ truyền thông", "", "", "", ""],
        ["3", "Xây dựng bộ nhận diện thành phố", "Chủ tịch", "Sở Du lịch", "Sở VH&TT, Sở QHKT", "2018 - 2019"],
        ["4", "Chiến dịch quảng bá trên kênh quốc tế", "Chủ tịch", "Sở Du lịch", "Đài Truyền hình Thành phố", "Quý II/2019 - Quý IV/2020"],
    ], bold_rows=(0, 1, 2, 5))  # fmt: skip
    return to_bytes(doc)


SEVERAL_YEARS = Sample(
    "several years", several_years, 2018, "1369/QĐ-UBND",
    (
        Truth("1", "Nhóm nhiệm vụ quản lý nhà nước", "Xây dựng quy chế", "Sở TT&TT", ("Sở Tư pháp", "Sở Ngoại vụ"), *whole(2018)),
        Truth("2", "Nhóm nhiệm vụ quản lý nhà nước", "Tập huấn", "Sở TT&TT", ("UBND 24 quận, huyện",), date(2018, 1, 1), date(2020, 12, 31), True),
        Truth("3", "Nhóm nhiệm vụ truyền thông", "Xây dựng bộ", "Sở Du lịch", ("Sở VH&TT", "Sở QHKT"), date(2018, 1, 1), date(2019, 12, 31)),
        Truth("4", "Nhóm nhiệm vụ truyền thông", "Chiến dịch", "Sở Du lịch", ("Đài Truyền hình Thành phố",), date(2019, 4, 1), date(2020, 12, 31)),
    ),
    left_out=("theo dõi việc thực hiện",),
)  # fmt: skip


def lists_in_cells() -> bytes:
    """Cells hold lists; a work of two stages has two times; group and task share the number column."""
    doc = word()
    doc.styles["Normal"].font.size = Pt(12)
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH KON TUM", number="  /KH-UBND",
               place="Kon Tum, ngày   tháng   năm 2022")  # fmt: skip
    bold(doc, "DỰ THẢO")
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Công tác thông tin đối ngoại năm 2022")
    table(doc, [
        ["TT", "NHIỆM VỤ", "CƠ QUAN, ĐƠN VỊ CHỦ TRÌ", "CƠ QUAN, ĐƠN VỊ PHỐI HỢP", "THỜI GIAN THỰC HIỆN", "DỰ KIẾN SẢN PHẨM"],
        ["I.", "THÔNG TIN VỀ TIỀM NĂNG, THẾ MẠNH CỦA TỈNH", "<", "<", "<", "<"],
        ["1.", "Biên soạn tài liệu:\n- Tờ gấp tiếng Anh;\n- Bản đồ du lịch.", "Sở VH,TT và DL", "- Sở Ngoại vụ;\n- Sở Nông nghiệp và PTNT;\n- Ban Quản lý Vườn quốc gia Chư Mom Ray.", "- Quý I;\n- Quý III", "02 loại"],
        ["2.", "Làm phóng sự truyền hình", "Đài PTTH tỉnh", "Sở VH,TT và DL, các huyện, thành phố", "Tháng 4, 7, 10", "03 phóng sự"],
        ["II.", "TIẾP NHẬN VÀ XỬ LÝ THÔNG TIN", "<", "<", "<", "<"],
        ["1.", "Điểm báo nước ngoài", "Sở Thông tin & Truyền thông", "Công an tỉnh, Ban Tuyên giáo Tỉnh uỷ", "Hằng ngày", ""],
        ["2.", "Làm rõ thông tin sai lệch", "Sở Thông tin & Truyền thông", "Công an tỉnh và các cơ quan, đơn vị, địa phương có liên quan", "Khi phát sinh", ""],
    ], bold_rows=(0, 1, 4))  # fmt: skip
    signature(doc)
    return to_bytes(doc)


_K1, _K2 = "THÔNG TIN VỀ TIỀM NĂNG, THẾ MẠNH CỦA TỈNH", "TIẾP NHẬN VÀ XỬ LÝ THÔNG TIN"
LISTS = Sample(
    "lists in cells", lists_in_cells, 2022, "",
    (
        Truth("1", _K1, "Biên soạn", "Sở VH,TT và DL", ("Sở Ngoại vụ", "Sở Nông nghiệp và PTNT", "Ban Quản lý Vườn quốc gia Chư Mom Ray"), date(2022, 1, 1), date(2022, 9, 30)),
        Truth("2", _K1, "Làm phóng sự", "Đài PTTH tỉnh", ("Sở VH,TT và DL", "các huyện, thành phố"), date(2022, 4, 1), date(2022, 10, 31)),
        Truth("1", _K2, "Điểm báo", "Sở Thông tin & Truyền thông", ("Công an tỉnh", "Ban Tuyên giáo Tỉnh uỷ"), *whole(2022), True),
        Truth("2", _K2, "Làm rõ", "Sở Thông tin & Truyền thông", ("Công an tỉnh", "các cơ quan, đơn vị, địa phương có liên quan"), None, None),
    ),
)  # fmt: skip


def styled_prose() -> bytes:
    """Word's own heading styles and automatic numbers; the assignment ends the paragraph."""
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH AN GIANG", number="77/KH-UBND",
               place="An Giang, ngày 28 tháng 01 năm 2022")  # fmt: skip
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Công tác thông tin đối ngoại tỉnh An Giang năm 2022")
    doc.add_heading("I. MỤC TIÊU", 1)
    doc.add_paragraph("Thông tin kịp thời, chính xác.")
    doc.add_heading("II. NỘI DUNG THỰC HIỆN", 1)
    doc.add_heading("1. Hoạt động biên giới", 2)
    doc.add_paragraph(
        "Tổ chức tuyên truyền song ngữ Việt - Khmer tại các chợ biên giới. Đơn vị chủ trì: Bộ Chỉ huy Bộ đội Biên phòng tỉnh. Đơn vị phối hợp: Sở Thông tin và Truyền thông, UBND thành phố Châu Đốc, UBND huyện Tịnh Biên. Thời gian thực hiện: Quý II/2022."
    )
    doc.add_paragraph(
        "In ấn 5.000 tờ rơi bằng tiếng Khmer (Đơn vị chủ trì: Sở Thông tin và Truyền thông; Đơn vị phối hợp: Ban Dân tộc tỉnh; Thời gian: Trước ngày 30/6/2022)."
    )
    doc.add_heading("2. Hoạt động báo chí", 2)
    doc.add_paragraph(
        "Sở Ngoại vụ chủ trì, phối hợp với Hội Nhà báo tỉnh và các cơ quan liên quan đón đoàn phóng viên nước ngoài trong tháng 11/2022."
    )
    doc.add_heading("III. KINH PHÍ", 1)
    doc.add_paragraph("Từ nguồn ngân sách nhà nước.")
    signature(doc)
    return to_bytes(doc)


STYLED = Sample(
    "styled prose", styled_prose, 2022, "77/KH-UBND",
    (
        Truth("", "Hoạt động biên giới", "Tổ chức tuyên truyền", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh", ("Sở Thông tin và Truyền thông", "UBND thành phố Châu Đốc", "UBND huyện Tịnh Biên"), *quarter(2, 2022)),
        Truth("", "Hoạt động biên giới", "In ấn", "Sở Thông tin và Truyền thông", ("Ban Dân tộc tỉnh",), None, date(2022, 6, 30)),
        Truth("", "Hoạt động báo chí", "đón đoàn", "Sở Ngoại vụ", ("Hội Nhà báo tỉnh", "các cơ quan liên quan"), date(2022, 11, 1), date(2022, 11, 30)),
    ),
)  # fmt: skip


def agencies_at_the_end() -> bytes:
    """Who leads stands at the end of the sentence; a table whose work names its agencies itself."""
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG", number="83/KH-UBND",
               place="Lâm Đồng, ngày 05 tháng 01 năm 2023")  # fmt: skip
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Công tác thông tin đối ngoại năm 2023")
    doc.add_paragraph("II. NHIỆM VỤ")
    doc.add_paragraph("1. Tuyên truyền trong nước")
    doc.add_paragraph(
        "a) Tổ chức hội thảo quốc tế về hoa, dự kiến tháng 3/2023, do Sở Công Thương chủ trì, phối hợp với Sở Ngoại vụ."
    )
    doc.add_paragraph("b) Tổ chức cuộc thi ảnh: Hội VHNT tỉnh chủ trì, thực hiện trong quý II.")
    bold(doc, "PHỤ LỤC")
    table(doc, [
        ["TT", "Nhiệm vụ", "Thời gian", "Kết quả"],
        ["I", "Nhiệm vụ chung", "", ""],
        ["1", "Sở Ngoại vụ chủ trì, phối hợp với Công an tỉnh tổ chức đón đoàn báo chí", "Tháng 5", "Báo cáo"],
        ["II", "Nhiệm vụ cụ thể", "", ""],
        ["2", "Giao Báo Lâm Đồng mở chuyên trang tiếng Anh", "Quý II", "24 số"],
    ], bold_rows=(0, 1, 3))  # fmt: skip
    signature(doc)
    return to_bytes(doc)


AT_THE_END = Sample(
    "agencies at the end", agencies_at_the_end, 2023, "83/KH-UBND",
    (
        Truth("a", "Tuyên truyền trong nước", "Tổ chức hội thảo", "Sở Công Thương", ("Sở Ngoại vụ",), date(2023, 3, 1), date(2023, 3, 31)),
        Truth("b", "Tuyên truyền trong nước", "Tổ chức cuộc thi", "Hội VHNT tỉnh", (), *quarter(2, 2023)),
        Truth("1", "Nhiệm vụ chung", "Sở Ngoại vụ chủ trì", "Sở Ngoại vụ", ("Công an tỉnh",), date(2023, 5, 1), date(2023, 5, 31)),
        Truth("2", "Nhiệm vụ cụ thể", "Giao Báo", "Báo Lâm Đồng", (), *quarter(2, 2023)),
    ),
)  # fmt: skip

SAMPLES = [AT_THE_END, PLAIN_GROUPS, SEVERAL_YEARS, LISTS, STYLED]
