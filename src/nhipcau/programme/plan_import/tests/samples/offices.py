"""Two levels of headings, time first, short heads, agencies first, dots, a department's own plan."""

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


def two_levels() -> bytes:
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", number="271/KH-UBND", place="Lào Cai, ngày 14 tháng 8 năm 2025")
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Thực hiện công tác thông tin đối ngoại và truyền thông quảng bá hình ảnh tỉnh Lào Cai năm 2025")
    doc.add_paragraph("Căn cứ Nghị quyết số 47/NQ-CP ngày 15/4/2024 của Chính phủ;")
    bold(doc, "I. MỤC ĐÍCH, YÊU CẦU")
    doc.add_paragraph("1. Mục đích")
    doc.add_paragraph("- Nâng cao hiệu quả.")
    bold(doc, "II. NỘI DUNG")
    doc.add_paragraph("(Có phụ lục chi tiết kèm theo)")
    bold(doc, "III. KINH PHÍ")
    doc.add_paragraph("Kinh phí thực hiện từ ngân sách nhà nước, dự kiến 3.500.000.000 đồng.")
    bold(doc, "IV. TỔ CHỨC THỰC HIỆN")
    doc.add_paragraph("1. Sở Văn hóa, Thể thao và Du lịch: Chủ trì, phối hợp với các sở, ngành liên quan theo dõi, đôn đốc, tổng hợp kết quả, báo cáo UBND tỉnh trước ngày 10/12/2025.")
    doc.add_paragraph("2. Các sở, ban, ngành; UBND các xã, phường: căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị.")
    signature(doc)
    doc.add_page_break()
    bold(doc, "PHỤ LỤC")
    bold(doc, "CÁC NHIỆM VỤ TRỌNG TÂM NĂM 2025")
    doc.add_paragraph("(Kèm theo Kế hoạch số 271/KH-UBND ngày 14/8/2025 của UBND tỉnh Lào Cai)")
    table(doc, [
        ["TT", "Nhiệm vụ, giải pháp", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Kết quả"],
        ["I", "Nhiệm vụ thường xuyên", "", "", "", ""],
        ["1", "Cung cấp thông tin chính thức về tỉnh cho báo chí trong nước, ngoài nước", "Văn phòng UBND tỉnh", "Sở VHTTDL\nSở Ngoại vụ\nCác sở, ban, ngành", "Hằng tháng", "Bản tin"],
        ["2", "Theo dõi, tổng hợp dư luận báo chí nước ngoài", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Sở VHTTDL,\nCông an tỉnh", "Hàng tuần", "Báo cáo"],
        ["II", "Nhiệm vụ cụ thể", "", "", "", ""],
        ["1", "Nhóm nhiệm vụ quảng bá", "", "", "", ""],
        ["1.1", "Festival Sông Hồng\n- Lễ khai mạc;\n- Hội thảo quốc tế.", "Sở VHTTDL", "UBND các xã, phường; Công an tỉnh; Bộ CHQS tỉnh", "Từ 19-23/11/2025", "Festival"],
        ["1.2", "Giải chạy Vietnam Mountain Marathon", "UBND phường Sa Pa", "Sở VHTTDL; Đơn vị tổ chức", "Tháng 9/2025", "Giải"],
        ["2", "Nhóm nhiệm vụ hợp tác quốc tế", "", "", "", ""],
        ["2.1", "Hội đàm thường niên với châu Hồng Hà", "Sở Ngoại vụ", "Các cơ quan, đơn vị liên quan", "Quý IV/2025", "Biên bản"],
    ], bold_rows=(0, 1, 4, 5, 8))
    return to_bytes(doc)


_PROMOTION, _COOPERATION = "Nhóm nhiệm vụ quảng bá", "Nhóm nhiệm vụ hợp tác quốc tế"
TWO_LEVELS = Sample("two levels, signature before annex", two_levels, 2025, "271/KH-UBND", (
    Truth("1", "Nhiệm vụ thường xuyên", "Cung cấp", "Văn phòng UBND tỉnh", ("Sở VHTTDL", "Sở Ngoại vụ", "Các sở, ban, ngành"), *whole(2025), True),
    Truth("2", "Nhiệm vụ thường xuyên", "Theo dõi", "Ban Tuyên giáo và Dân vận Tỉnh ủy", ("Sở VHTTDL", "Công an tỉnh"), *whole(2025), True),
    Truth("1.1", _PROMOTION, "Festival", "Sở VHTTDL", ("UBND các xã, phường", "Công an tỉnh", "Bộ CHQS tỉnh"), date(2025, 11, 19), date(2025, 11, 23)),
    Truth("1.2", _PROMOTION, "Giải chạy", "UBND phường Sa Pa", ("Sở VHTTDL", "Đơn vị tổ chức"), date(2025, 9, 1), date(2025, 9, 30)),
    Truth("2.1", _COOPERATION, "Hội đàm", "Sở Ngoại vụ", ("Các cơ quan, đơn vị liên quan",), *quarter(4, 2025)),
))

def time_first() -> bytes:
    doc = word()
    letterhead(doc, issuer="TỈNH ỦY THANH HÓA\nBAN CHỈ ĐẠO CÔNG TÁC\nTHÔNG TIN ĐỐI NGOẠI", number="05-KH/BCĐTTĐN", place="Thanh Hóa, ngày 20 tháng 02 năm 2024", party=True)
    bold(doc, "KẾ HOẠCH")
    bold(doc, "công tác thông tin đối ngoại năm 2024")
    doc.add_paragraph("-----")
    table(doc, [
        ["Thời gian", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp"],
        ["Tháng 3", "Hội nghị giao ban công tác thông tin đối ngoại quý I", "Ban Tuyên giáo Tỉnh ủy", "Sở Ngoại vụ, Sở TT và TT"],
        ["^", "Đăng 02 chuyên trang trên Báo Thế giới và Việt Nam", "Sở Ngoại vụ", "Báo Thanh Hóa"],
        ["Tháng 5", "Đoàn cơ quan báo chí Hủa Phăn (Lào) thăm, làm việc", "Đài PT và TH tỉnh", "Văn phòng Tỉnh ủy; Sở Ngoại vụ; Công an tỉnh"],
        ["Tháng 7 - tháng 9", "Cuộc thi \"Thanh Hóa - Điểm hẹn\"", "Sở VH, TT và DL", "Hội VHNT, Hội Nhà báo"],
        ["Thường xuyên", "Nắm tình hình dư luận, kịp thời tham mưu xử lý", "Công an tỉnh", "Ban Tuyên giáo Tỉnh ủy, Bộ CHBĐBP tỉnh"],
    ])
    signature(doc, "T/M BAN CHỈ ĐẠO\nTRƯỞNG BAN")
    return to_bytes(doc)


TIME_FIRST = Sample("time in the first column", time_first, 2024, "05-KH/BCĐTTĐN", (
    Truth("", "", "Hội nghị giao ban", "Ban Tuyên giáo Tỉnh ủy", ("Sở Ngoại vụ", "Sở TT và TT"), date(2024, 3, 1), date(2024, 3, 31)),
    Truth("", "", "Đăng 02", "Sở Ngoại vụ", ("Báo Thanh Hóa",), date(2024, 3, 1), date(2024, 3, 31)),
    Truth("", "", "Đoàn cơ quan", "Đài PT và TH tỉnh", ("Văn phòng Tỉnh ủy", "Sở Ngoại vụ", "Công an tỉnh"), date(2024, 5, 1), date(2024, 5, 31)),
    Truth("", "", "Cuộc thi", "Sở VH, TT và DL", ("Hội VHNT", "Hội Nhà báo"), date(2024, 7, 1), date(2024, 9, 30)),
    Truth("", "", "Nắm tình hình", "Công an tỉnh", ("Ban Tuyên giáo Tỉnh ủy", "Bộ CHBĐBP tỉnh"), *whole(2024), True),
))

def short_heads() -> bytes:
    book = Workbook()
    sheet(book, "PL1", [
        ["ỦY BAN NHÂN DÂN", "<", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "<", "<", "<"],
        ["TỈNH QUẢNG NAM", "<", None, "Độc lập - Tự do - Hạnh phúc", "<", "<", "<"],
        [None]*7,
        ["PHỤ LỤC 01: DANH MỤC NHIỆM VỤ TTĐN NĂM 2022", "<", "<", "<", "<", "<", "<"],
        ["(Ban hành kèm theo Quyết định số 560/QĐ-UBND ngày 28 tháng 02 năm 2022)", "<", "<", "<", "<", "<", "<"],
        ["Số TT", "Nhiệm vụ", "CQ chủ trì", "CQ phối hợp", "Thời gian TH", "Dự toán (đồng)", "Nguồn KP"],
        ["A", "Lĩnh vực du lịch", "<", "<", "<", "<", "<"],
        [1, "Roadshow tại Hàn Quốc", "Sở VHTT&DL", "TT XTDL; Hiệp hội DL", "Q2/2022", 500000000, "NS tỉnh"],
        [2, "Famtrip báo chí Nhật Bản", "nt", "Sở NgV", "Q3", 200000000, "XHH"],
        ["B", "Lĩnh vực báo chí", "<", "<", "<", "<", "<"],
        [3, "Phát sóng \"Quảng Nam hôm nay\" bản tiếng Anh", "Đài PT-TH", "Sở NgV, Sở TT&TT", "52 số/năm", None, None],
        [4, "Họp báo định kỳ", "VP UBND tỉnh", "Sở TT&TT", "1 lần/quý", None, None],
        [None, "TỔNG CỘNG (A+B)", None, None, None, 700000000, None],
    ], first=True)
    return to_bytes(book)


SHORT_HEADS = Sample("short heads in a workbook", short_heads, 2022, "560/QĐ-UBND", (
    Truth("1", "Lĩnh vực du lịch", "Roadshow", "Sở VHTT&DL", ("TT XTDL", "Hiệp hội DL"), *quarter(2, 2022)),
    Truth("2", "Lĩnh vực du lịch", "Famtrip", "Sở VHTT&DL", ("Sở NgV",), *quarter(3, 2022)),
    Truth("3", "Lĩnh vực báo chí", "Phát sóng", "Đài PT-TH", ("Sở NgV", "Sở TT&TT"), *whole(2022), True),
    Truth("4", "Lĩnh vực báo chí", "Họp báo", "VP UBND tỉnh", ("Sở TT&TT",), *whole(2022), True),
))

def semicolon_lines() -> bytes:
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH QUẢNG TRỊ", number="22/KH-UBND", place="Quảng Trị, ngày 08 tháng 02 năm 2023")
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Thông tin đối ngoại năm 2023")
    bold(doc, "II. NHIỆM VỤ")
    bold(doc, "1. Tuyên truyền chủ quyền biên giới")
    doc.add_paragraph("a) Tổ chức 03 đợt tuyên truyền tại các xã biên giới.")
    doc.add_paragraph().add_run("Đơn vị chủ trì: Bộ Chỉ huy Bộ đội Biên phòng tỉnh; đơn vị phối hợp: Sở Thông tin và Truyền thông, UBND huyện Hướng Hóa, UBND huyện Đakrông; thời gian: Quý II, III, IV.").italic = True
    doc.add_paragraph("b) Xây dựng 01 phóng sự về hợp tác Quảng Trị - Savannakhet.")
    doc.add_paragraph("Đơn vị chủ trì: Đài PT-TH tỉnh; đơn vị phối hợp: Sở Ngoại vụ; thời gian: trước 02/12/2023.")
    bold(doc, "2. Tuyên truyền hội nhập quốc tế")
    doc.add_paragraph("a) Tọa đàm về EWEC (chủ trì: Sở Công Thương; phối hợp: Sở KH&ĐT, Ban QL KKT tỉnh; hoàn thành tháng 8/2023).")
    doc.add_paragraph("b) Đăng tin bài trên Báo Quảng Trị điện tử bản tiếng Anh (Báo Quảng Trị thực hiện, thường xuyên).")
    bold(doc, "III. TỔ CHỨC THỰC HIỆN")
    doc.add_paragraph("Yêu cầu các đơn vị triển khai nghiêm túc.")
    signature(doc)
    return to_bytes(doc)


SEMICOLONS = Sample("semicolon lines", semicolon_lines, 2023, "22/KH-UBND", (
    Truth("a", "Tuyên truyền chủ quyền biên giới", "Tổ chức 03", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh", ("Sở Thông tin và Truyền thông", "UBND huyện Hướng Hóa", "UBND huyện Đakrông"), date(2023, 4, 1), date(2023, 12, 31)),
    Truth("b", "Tuyên truyền chủ quyền biên giới", "Xây dựng 01", "Đài PT-TH tỉnh", ("Sở Ngoại vụ",), None, date(2023, 12, 2)),
    Truth("a", "Tuyên truyền hội nhập quốc tế", "Tọa đàm", "Sở Công Thương", ("Sở KH&ĐT", "Ban QL KKT tỉnh"), date(2023, 8, 1), date(2023, 8, 31)),
    Truth("b", "Tuyên truyền hội nhập quốc tế", "Đăng tin", "Báo Quảng Trị", (), *whole(2023), True),
))

def agencies_first() -> bytes:
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE", number="1024/KH-UBND", place="Bến Tre, ngày 01 tháng 3 năm 2021")
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Công tác thông tin đối ngoại năm 2021")
    table(doc, [
        ["TT", "Đơn vị chủ trì", "Nhiệm vụ được giao", "Đơn vị phối hợp", "Thời gian"],
        ["1", "Sở Thông tin và Truyền thông", "Tập huấn nghiệp vụ", "Sở Nội vụ", "Quý II"],
        ["", "^", "Biên soạn tài liệu song ngữ", "Sở Ngoại vụ", "Quý III"],
        ["", "^", "Tổng hợp báo cáo", "Các đơn vị", "10/12"],
        ["2", "Sở Ngoại vụ", "Đón đoàn báo chí nước ngoài", "Công an tỉnh", "Khi có yêu cầu"],
        ["", "^", "Hỗ trợ kiều bào về nước", "MTTQ tỉnh", "Cả năm"],
    ])
    signature(doc)
    return to_bytes(doc)


AGENCIES_FIRST = Sample("agencies first, merged down", agencies_first, 2021, "1024/KH-UBND", (
    Truth("1", "", "Tập huấn", "Sở Thông tin và Truyền thông", ("Sở Nội vụ",), *quarter(2, 2021)),
    Truth("", "", "Biên soạn", "Sở Thông tin và Truyền thông", ("Sở Ngoại vụ",), *quarter(3, 2021)),
    Truth("", "", "Tổng hợp", "Sở Thông tin và Truyền thông", ("Các đơn vị",), None, date(2021, 12, 10)),
    Truth("2", "", "Đón đoàn", "Sở Ngoại vụ", ("Công an tỉnh",), None, None),
    Truth("", "", "Hỗ trợ", "Sở Ngoại vụ", ("MTTQ tỉnh",), *whole(2021)),
))

def dots() -> bytes:
    book = Workbook()
    sheet(book, "Phân công", [
        ["BẢNG PHÂN CÔNG THỰC HIỆN KẾ HOẠCH TTĐN NĂM 2026", "<", "<", "<", "<", "<", "<"],
        ["Kèm theo Kế hoạch số 07/KH-UBND ngày 09/01/2026 của UBND tỉnh Đắk Lắk", "<", "<", "<", "<", "<", "<"],
        ["STT", "Nội dung", "VP UBND tỉnh", "Sở VHTTDL", "Sở Ngoại vụ", "Các xã, phường", "Thời gian"],
        ["I", "CHÍNH SÁCH", None, None, None, None, None],
        [1, "Ban hành quy chế phát ngôn", "●", "○", None, None, "Quý I"],
        [2, "Bộ nhận diện địa phương", None, "●", "○", "○", "Trước 30/10"],
        ["II", "QUẢNG BÁ", None, None, None, None, None],
        [3, "Tuần phim Đắk Lắk tại Champasak", None, "○", "●", None, "Tháng 11"],
        [4, "Thông tin cơ sở bằng tiếng dân tộc", None, "●", None, "○", "Thường xuyên"],
        ["Ghi chú: ● Chủ trì; ○ Phối hợp", "<", "<", "<", "<", "<", "<"],
    ], first=True)
    return to_bytes(book)


DOTS = Sample("dots in a workbook", dots, 2026, "07/KH-UBND", (
    Truth("1", "CHÍNH SÁCH", "Ban hành", "VP UBND tỉnh", ("Sở VHTTDL",), *quarter(1, 2026)),
    Truth("2", "CHÍNH SÁCH", "Bộ nhận diện", "Sở VHTTDL", ("Sở Ngoại vụ", "Các xã, phường"), None, date(2026, 10, 30)),
    Truth("3", "QUẢNG BÁ", "Tuần phim", "Sở Ngoại vụ", ("Sở VHTTDL",), date(2026, 11, 1), date(2026, 11, 30)),
    Truth("4", "QUẢNG BÁ", "Thông tin cơ sở", "Sở VHTTDL", ("Các xã, phường",), *whole(2026), True),
))

def table_each_section() -> bytes:
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG", number="88/KH-UBND", place="Hải Phòng, ngày 16 tháng 3 năm 2023")
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Triển khai công tác thông tin đối ngoại thành phố Hải Phòng năm 2023")
    bold(doc, "II. NHIỆM VỤ CỤ THỂ")
    bold(doc, "1. Công tác chỉ đạo, điều hành")
    head = ["Nhiệm vụ", "Sở, ngành chủ trì", "Sở, ngành phối hợp", "Thời hạn hoàn thành"]
    table(doc, [head, ["Ban hành văn bản hướng dẫn thực hiện Kết luận 57-KL/TW", "Sở Thông tin và Truyền thông", "Ban Tuyên giáo Thành ủy, Sở Ngoại vụ", "Quý II/2023"],
        ["Kiểm tra công tác thông tin đối ngoại tại 05 quận, huyện", "Sở Thông tin và Truyền thông", "Thanh tra thành phố, Công an thành phố", "30/11/2023"]])
    bold(doc, "2. Quảng bá tại các sự kiện lớn")
    table(doc, [head, ["Lễ hội Hoa Phượng Đỏ", "Sở Văn hóa và Thể thao", "Sở Du lịch, Sở Công Thương, UBND các quận, huyện", "10-13/5/2023"],
        ["Xúc tiến đầu tư tại Nhật Bản, Hàn Quốc", "Trung tâm Xúc tiến đầu tư, thương mại, du lịch", "Sở Ngoại vụ; Ban Quản lý Khu kinh tế Hải Phòng", "Quý III và Quý IV"]])
    signature(doc)
    return to_bytes(doc)


_STEERING, _EVENTS = "Công tác chỉ đạo, điều hành", "Quảng bá tại các sự kiện lớn"
EACH_SECTION = Sample("a table for each section", table_each_section, 2023, "88/KH-UBND", (
    Truth("", _STEERING, "Ban hành", "Sở Thông tin và Truyền thông", ("Ban Tuyên giáo Thành ủy", "Sở Ngoại vụ"), *quarter(2, 2023)),
    Truth("", _STEERING, "Kiểm tra", "Sở Thông tin và Truyền thông", ("Thanh tra thành phố", "Công an thành phố"), None, date(2023, 11, 30)),
    Truth("", _EVENTS, "Lễ hội", "Sở Văn hóa và Thể thao", ("Sở Du lịch", "Sở Công Thương", "UBND các quận, huyện"), date(2023, 5, 10), date(2023, 5, 13)),
    Truth("", _EVENTS, "Xúc tiến", "Trung tâm Xúc tiến đầu tư, thương mại, du lịch", ("Sở Ngoại vụ", "Ban Quản lý Khu kinh tế Hải Phòng"), date(2023, 7, 1), date(2023, 12, 31)),
))

def department() -> bytes:
    doc = word()
    letterhead(doc, issuer="UBND TỈNH ĐẮK LẮK\nSỞ NGOẠI VỤ", number="15/KH-SNgV", place="Đắk Lắk, ngày 10 tháng 01 năm 2024")
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Công tác thông tin đối ngoại của Sở Ngoại vụ năm 2024")
    table(doc, [
        ["STT", "Nội dung công việc", "Đơn vị/cá nhân chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện", "Lãnh đạo phụ trách"],
        ["1", "Xây dựng bản tin đối ngoại điện tử", "Phòng Hợp tác quốc tế", "Văn phòng Sở", "Hằng quý", "Phó Giám đốc"],
        ["2", "Lễ tân đoàn vào", "Phòng Lễ tân - Lãnh sự", "Các phòng, đơn vị", "Theo lịch công tác", "Giám đốc"],
        ["3", "Biên dịch trang tiếng Anh", "Trung tâm Dịch vụ đối ngoại", "", "Từ tháng 2/2024 đến tháng 10/2024", "Phó Giám đốc"],
        ["4", "Báo cáo năm với UBND tỉnh, Bộ Ngoại giao", "Văn phòng Sở", "Các phòng", "Trước 15/11", "Giám đốc"],
    ])
    signature(doc, "GIÁM ĐỐC")
    return to_bytes(doc)


DEPARTMENT = Sample("a department and its divisions", department, 2024, "15/KH-SNgV", (
    Truth("1", "", "Xây dựng", "Phòng Hợp tác quốc tế", ("Văn phòng Sở",), *whole(2024), True),
    Truth("2", "", "Lễ tân", "Phòng Lễ tân - Lãnh sự", ("Các phòng, đơn vị",), None, None),
    Truth("3", "", "Biên dịch", "Trung tâm Dịch vụ đối ngoại", (), date(2024, 2, 1), date(2024, 10, 31)),
    Truth("4", "", "Báo cáo", "Văn phòng Sở", ("Các phòng",), None, date(2024, 11, 15)),
))

SAMPLES = [TWO_LEVELS, TIME_FIRST, SHORT_HEADS, SEMICOLONS, AGENCIES_FIRST, DOTS, EACH_SECTION, DEPARTMENT]
