"""Work given in sentences, labelled lines and cells that hold both roles."""

# ruff: noqa: E501 - tables and their truth read best one row a line
# fmt: off

from datetime import date

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


def prose_giao():
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH BÌNH ĐỊNH", number="09/KH-UBND", place="Bình Định, ngày 17 tháng 01 năm 2022")
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Triển khai công tác thông tin đối ngoại năm 2022")
    doc.add_paragraph("Căn cứ Thông tư số 22/2016/TT-BTTTT ngày 19/10/2016 của Bộ Thông tin và Truyền thông, UBND tỉnh ban hành Kế hoạch như sau:")
    bold(doc, "I. MỤC ĐÍCH, YÊU CẦU")
    doc.add_paragraph("1. Mục đích: Nâng cao nhận thức của cán bộ, đảng viên và Nhân dân.")
    doc.add_paragraph("2. Yêu cầu: Bám sát chỉ đạo của Trung ương.")
    bold(doc, "II. NHIỆM VỤ TRỌNG TÂM")
    bold(doc, "1. Xây dựng thể chế")
    doc.add_paragraph("Giao Sở Thông tin và Truyền thông chủ trì, phối hợp với Sở Ngoại vụ, Sở Tư pháp xây dựng Quy chế cung cấp thông tin đối ngoại, trình UBND tỉnh trước ngày 30/6/2022.")
    bold(doc, "2. Quảng bá hình ảnh địa phương")
    doc.add_paragraph("a) Giao Sở Du lịch chủ trì, phối hợp với Đài Phát thanh và Truyền hình Bình Định sản xuất 05 video quảng bá bằng tiếng Anh; thời gian thực hiện: Quý II, III năm 2022.")
    doc.add_paragraph("b) Giao Báo Bình Định duy trì chuyên mục tiếng Anh trên báo điện tử (thường xuyên).")
    bold(doc, "3. Đào tạo, bồi dưỡng")
    doc.add_paragraph("Giao Sở Nội vụ chủ trì, phối hợp với Trường Chính trị tỉnh và các cơ quan liên quan tổ chức 02 lớp bồi dưỡng nghiệp vụ, hoàn thành trong tháng 9/2022.")
    bold(doc, "III. KINH PHÍ THỰC HIỆN")
    doc.add_paragraph("Từ nguồn ngân sách nhà nước theo phân cấp và nguồn hợp pháp khác.")
    signature(doc)
    return to_bytes(doc)


GIVEN = Sample("assigned in prose", prose_giao, 2022, "09/KH-UBND", (
    Truth("", "Xây dựng thể chế", "xây dựng Quy chế", "Sở Thông tin và Truyền thông", ("Sở Ngoại vụ", "Sở Tư pháp"), None, date(2022, 6, 30)),
    Truth("a", "Quảng bá hình ảnh địa phương", "sản xuất 05", "Sở Du lịch", ("Đài Phát thanh và Truyền hình Bình Định",), date(2022, 4, 1), date(2022, 9, 30)),
    Truth("b", "Quảng bá hình ảnh địa phương", "duy trì", "Báo Bình Định", (), *whole(2022), True),
    Truth("", "Đào tạo, bồi dưỡng", "tổ chức 02", "Sở Nội vụ", ("Trường Chính trị tỉnh", "các cơ quan liên quan"), date(2022, 9, 1), date(2022, 9, 30)),
))


def duties_by_agency():
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐẮK NÔNG", number="91/KH-UBND", place="Đắk Nông, ngày 14 tháng 02 năm 2020")
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Công tác thông tin đối ngoại tỉnh Đắk Nông năm 2020")
    bold(doc, "I. MỤC ĐÍCH, YÊU CẦU")
    doc.add_paragraph("Quảng bá Công viên địa chất Đắk Nông.")
    bold(doc, "II. PHÂN CÔNG NHIỆM VỤ")
    bold(doc, "1. Sở Thông tin và Truyền thông")
    doc.add_paragraph("- Chủ trì, phối hợp với Sở Ngoại vụ tổ chức 01 lớp tập huấn, hoàn thành trong quý II/2020.")
    doc.add_paragraph("- Xây dựng 02 cụm pa-nô tại cửa khẩu Bu Prăng, hoàn thành trước ngày 31/8/2020.")
    bold(doc, "2. Sở Văn hóa, Thể thao và Du lịch")
    doc.add_paragraph("- Chủ trì, phối hợp với UBND huyện Krông Nô đón 03 đoàn nhà báo quốc tế trong năm 2020.")
    bold(doc, "3. UBND các huyện, thành phố Gia Nghĩa")
    doc.add_paragraph("- Thường xuyên cung cấp thông tin cho Cổng thông tin điện tử tỉnh.")
    bold(doc, "III. TỔ CHỨC THỰC HIỆN")
    doc.add_paragraph("Các sở, ban, ngành báo cáo kết quả về Sở Thông tin và Truyền thông trước ngày 15/11/2020.")
    signature(doc)
    return to_bytes(doc)


DUTIES = Sample("duties by agency", duties_by_agency, 2020, "91/KH-UBND", (
    Truth("", "Sở Thông tin và Truyền thông", "tổ chức 01 lớp", "Sở Thông tin và Truyền thông", ("Sở Ngoại vụ",), *quarter(2, 2020)),
    Truth("", "Sở Thông tin và Truyền thông", "Xây dựng 02", "Sở Thông tin và Truyền thông", (), None, date(2020, 8, 31)),
    Truth("", "Sở Văn hóa, Thể thao và Du lịch", "đón 03", "Sở Văn hóa, Thể thao và Du lịch", ("UBND huyện Krông Nô",), *whole(2020)),
    Truth("", "UBND các huyện, thành phố Gia Nghĩa", "Thường xuyên", "UBND các huyện, thành phố Gia Nghĩa", (), *whole(2020), True),
))


def labelled_lines():
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH SƠN LA", number="32/KH-UBND", place="Sơn La, ngày 28 tháng 01 năm 2021")
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Thông tin đối ngoại tỉnh Sơn La năm 2021")
    bold(doc, "I. MỤC ĐÍCH, YÊU CẦU")
    doc.add_paragraph("Tăng cường hợp tác với các tỉnh Bắc Lào.")
    bold(doc, "II. NỘI DUNG")
    bold(doc, "1. Đào tạo, bồi dưỡng")
    doc.add_paragraph("1.1. Mở 02 lớp tập huấn nghiệp vụ thông tin đối ngoại cho cán bộ cấp huyện, cấp xã")
    doc.add_paragraph("- Cơ quan chủ trì: Sở Thông tin và Truyền thông.")
    doc.add_paragraph("- Cơ quan phối hợp: Sở Ngoại vụ, UBND các huyện, thành phố.")
    doc.add_paragraph("- Thời gian thực hiện: Quý II và quý III năm 2021.")
    doc.add_paragraph("- Kinh phí: 120 triệu đồng.")
    doc.add_paragraph("1.2. Cử cán bộ dự tập huấn do Trung ương tổ chức")
    doc.add_paragraph("- Cơ quan thực hiện: Các sở, ban, ngành, đoàn thể tỉnh.")
    doc.add_paragraph("- Thời gian: Theo Kế hoạch của Bộ Thông tin và Truyền thông.")
    bold(doc, "2. Truyền thông trên nền tảng số")
    doc.add_paragraph("2.1. Xây dựng fanpage song ngữ Việt - Lào")
    doc.add_paragraph("- Cơ quan chủ trì: Đài Phát thanh - Truyền hình tỉnh;")
    doc.add_paragraph("- Phối hợp: Sở Ngoại vụ; Tỉnh đoàn;")
    doc.add_paragraph("- Hoàn thành trước 30/4/2021.")
    bold(doc, "III. KINH PHÍ")
    doc.add_paragraph("Ngân sách tỉnh.")
    signature(doc)
    return to_bytes(doc)


LINES = Sample("labelled lines, a deadline without a label", labelled_lines, 2021, "32/KH-UBND", (
    Truth("1.1", "Đào tạo, bồi dưỡng", "Mở 02", "Sở Thông tin và Truyền thông", ("Sở Ngoại vụ", "UBND các huyện, thành phố"), date(2021, 4, 1), date(2021, 9, 30)),
    Truth("1.2", "Đào tạo, bồi dưỡng", "Cử cán bộ", "Các sở, ban, ngành, đoàn thể tỉnh", (), None, None),
    Truth("2.1", "Truyền thông trên nền tảng số", "Xây dựng", "Đài Phát thanh - Truyền hình tỉnh", ("Sở Ngoại vụ", "Tỉnh đoàn"), None, date(2021, 4, 30)),
))


def one_column_both():
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ", number="1120/QĐ-UBND", place="Cần Thơ, ngày 05 tháng 5 năm 2022")
    bold(doc, "QUYẾT ĐỊNH")
    bold(doc, "Ban hành Kế hoạch thông tin đối ngoại thành phố Cần Thơ năm 2022")
    table(doc, [
        ["Số TT", "Nội dung công việc", "Lãnh đạo UBND chỉ đạo", "Phân công thực hiện", "Tiến độ", "Ghi chú"],
        ["1", "Ra mắt cổng thông tin tiếng Anh", "Đ/c Nguyễn Văn A", "- Chủ trì: Sở TT&TT\n- Phối hợp: Văn phòng UBND thành phố, Trung tâm XTĐT-TM-DL", "Quý III", ""],
        ["2", "Chương trình \"Cần Thơ trong mắt bạn bè quốc tế\"", "Đ/c Trần Thị B", "Sở VHTTDL (chủ trì); Đài PT&TH, Sở Ngoại vụ (phối hợp)", "Tháng 8 đến tháng 11", "Xã hội hóa"],
        ["3", "Tổ chức gặp gỡ các cơ quan báo chí nước ngoài", "-nt-", "Sở Ngoại vụ chủ trì, phối hợp Công an thành phố", "31/10/2022", ""],
        ["4", "Sơ kết, tổng kết", "-nt-", "Sở TT&TT", "Tháng 6, tháng 12", ""],
    ])
    signature(doc)
    return to_bytes(doc)


ONE_COLUMN = Sample("one column for all", one_column_both, 2022, "1120/QĐ-UBND", (
    Truth("1", "", "Ra mắt", "Sở TT&TT", ("Văn phòng UBND thành phố", "Trung tâm XTĐT-TM-DL"), *quarter(3, 2022)),
    Truth("2", "", "Chương trình", "Sở VHTTDL", ("Đài PT&TH", "Sở Ngoại vụ"), date(2022, 8, 1), date(2022, 11, 30)),
    Truth("3", "", "Tổ chức gặp gỡ", "Sở Ngoại vụ", ("Công an thành phố",), None, date(2022, 10, 31)),
    Truth("4", "", "Sơ kết", "Sở TT&TT", (), date(2022, 6, 1), date(2022, 12, 31)),
))


def group_column():
    doc = word()
    bold(doc, "ỦY BAN NHÂN DÂN TỈNH AN GIANG")
    bold(doc, "Biểu phân công nhiệm vụ thông tin đối ngoại năm 2023")
    doc.add_paragraph("(Kèm theo Công văn số 88/UBND-KGVX ngày 02/02/2023)")
    table(doc, [
        ["Lĩnh vực", "Nhiệm vụ cụ thể", "Cơ quan chịu trách nhiệm chính", "Cơ quan tham gia", "Thời điểm hoàn thành"],
        ["Báo chí", "Ký quy chế phối hợp với VTV Cần Thơ", "Sở TT&TT", "Đài PT-TH An Giang", "Quý 1"],
        ["^", "Giao lưu báo chí với Takeo, Kandal", "Hội Nhà báo tỉnh", "Sở Ngoại vụ, Báo An Giang", "Quý 3/2023"],
        ["Xuất bản", "Sách \"An Giang - Điểm hẹn\"", "Ban Tuyên giáo Tỉnh ủy", "Sở VHTTDL", "20/12"],
    ])
    return to_bytes(doc)


FIELDS = Sample("groups in a column", group_column, 2023, "88/UBND-KGVX", (
    Truth("", "Báo chí", "Ký quy chế", "Sở TT&TT", ("Đài PT-TH An Giang",), *quarter(1, 2023)),
    Truth("", "Báo chí", "Giao lưu", "Hội Nhà báo tỉnh", ("Sở Ngoại vụ", "Báo An Giang"), *quarter(3, 2023)),
    Truth("", "Xuất bản", "Sách", "Ban Tuyên giáo Tỉnh ủy", ("Sở VHTTDL",), None, date(2023, 12, 20)),
))

SAMPLES = [GIVEN, DUTIES, LINES, ONE_COLUMN, FIELDS]
