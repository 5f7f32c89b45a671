"""Word plans without task tables: the work stands in sentences and labelled lines."""

# ruff: noqa: E501 - tables and their truth read best one row a line

from datetime import date

from nhipcau.programme.plan_import.tests.samples.building import (
    bold,
    letterhead,
    quarter,
    signature,
    to_bytes,
    whole,
    word,
)
from nhipcau.programme.plan_import.tests.samples.truth import Sample, Truth


def labelled_lines() -> bytes:
    doc = word()
    letterhead(
        doc,
        issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK",
        number="44/KH-UBND",
        place="Đắk Lắk, ngày 08 tháng 02 năm 2018",
    )
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Công tác thông tin đối ngoại năm 2018")
    bold(doc, "I. MỤC TIÊU")
    doc.add_paragraph("- Tăng cường hiệu quả quản lý nhà nước về thông tin đối ngoại.")
    bold(doc, "II. NỘI DUNG")
    bold(doc, "1. Cung cấp thông tin cho báo chí nước ngoài")
    for line in (
        "1.1. Mời, hướng dẫn đoàn phóng viên nước ngoài tác nghiệp tại tỉnh.",
        "- Cơ quan chủ trì: Sở Ngoại vụ.",
        "- Cơ quan phối hợp: Công an tỉnh, Sở Thông tin và Truyền thông, UBND huyện Buôn Đôn.",
        "- Thời gian thực hiện: Quý II/2018.",
        "1.2. Biên tập hồ sơ thông tin cho phóng viên.",
        "- Cơ quan chủ trì: Sở Thông tin và Truyền thông;",
        "- Cơ quan phối hợp: Các sở, ngành liên quan;",
        "- Thời gian thực hiện: Thường xuyên.",
    ):
        doc.add_paragraph(line)
    bold(doc, "2. Quảng bá tại sự kiện")
    doc.add_paragraph(
        "a) Gian hàng tỉnh tại hội chợ du lịch quốc tế (Chủ trì: Sở Văn hóa, Thể thao và Du lịch; phối hợp: Sở Công Thương; thời gian: tháng 9)"
    )
    doc.add_paragraph(
        "b) Triển lãm ảnh nghệ thuật (Chủ trì: Hội Văn học Nghệ thuật tỉnh; phối hợp: Bảo tàng tỉnh; thời gian: trước ngày 30/11)"
    )
    bold(doc, "III. TỔ CHỨC THỰC HIỆN")
    doc.add_paragraph(
        "1. Giao Sở Thông tin và Truyền thông chủ trì, phối hợp với các sở, ngành hướng dẫn, kiểm tra việc thực hiện Kế hoạch này."
    )
    signature(doc)
    return to_bytes(doc)


LABELLED = Sample(
    "labelled lines", labelled_lines, 2018, "44/KH-UBND",
    (
        Truth("1.1", "Cung cấp thông tin cho báo chí nước ngoài", "Mời, hướng dẫn", "Sở Ngoại vụ", ("Công an tỉnh", "Sở Thông tin và Truyền thông", "UBND huyện Buôn Đôn"), *quarter(2, 2018)),
        Truth("1.2", "Cung cấp thông tin cho báo chí nước ngoài", "Biên tập hồ sơ", "Sở Thông tin và Truyền thông", ("Các sở, ngành liên quan",), *whole(2018), True),
        Truth("a", "Quảng bá tại sự kiện", "Gian hàng", "Sở Văn hóa, Thể thao và Du lịch", ("Sở Công Thương",), date(2018, 9, 1), date(2018, 9, 30)),
        Truth("b", "Quảng bá tại sự kiện", "Triển lãm", "Hội Văn học Nghệ thuật tỉnh", ("Bảo tàng tỉnh",), None, date(2018, 11, 30)),
    ),
    left_out=("hướng dẫn, kiểm tra việc thực hiện Kế hoạch này",),
)  # fmt: skip


def assigning_sentences() -> bytes:
    doc = word()
    letterhead(
        doc,
        issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK",
        number="59/KH-UBND",
        place="Đắk Lắk, ngày 06 tháng 02 năm 2020",
    )
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Hoạt động thông tin đối ngoại năm 2020")
    doc.add_paragraph(
        "Căn cứ Kế hoạch số 572/KH-UBND ngày 11/10/2019 của UBND tỉnh; UBND tỉnh ban hành Kế hoạch như sau:"
    )
    bold(doc, "II. NHIỆM VỤ")
    bold(doc, "1. Thông tin quảng bá")
    for line in (
        "- Giao Sở Ngoại vụ chủ trì, phối hợp với Sở Thông tin và Truyền thông, Công an tỉnh tổ chức đưa phóng viên dự các hoạt động đối ngoại ngoài tỉnh trong quý II.",
        "- Giao Đài Phát thanh và Truyền hình tỉnh chủ trì, phối hợp với Sở Ngoại vụ xây dựng chuyên mục tiếng Anh giới thiệu tỉnh, phát sóng hằng tháng.",
        "- Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với UBND các huyện, thị xã, thành phố và các cơ quan liên quan biên soạn cẩm nang du lịch song ngữ, hoàn thành trước ngày 30/9/2020.",
    ):
        doc.add_paragraph(line)
    bold(doc, "2. Bồi dưỡng nghiệp vụ")
    doc.add_paragraph(
        "- Đề nghị Ban Tuyên giáo Tỉnh ủy chủ trì, phối hợp với Sở Nội vụ mở lớp bồi dưỡng cho cán bộ làm công tác thông tin đối ngoại trong tháng 10 năm 2020."
    )
    doc.add_paragraph(
        "- Giao Báo Đắk Lắk mở chuyên trang tiếng Ê Đê, thực hiện từ tháng 4 đến tháng 12/2020."
    )
    signature(doc)
    return to_bytes(doc)


ASSIGNING = Sample(
    "assigning sentences", assigning_sentences, 2020, "59/KH-UBND",
    (
        Truth("", "Thông tin quảng bá", "tổ chức đưa phóng viên", "Sở Ngoại vụ", ("Sở Thông tin và Truyền thông", "Công an tỉnh"), *quarter(2)),
        Truth("", "Thông tin quảng bá", "xây dựng chuyên mục", "Đài Phát thanh và Truyền hình tỉnh", ("Sở Ngoại vụ",), *whole(), True),
        Truth("", "Thông tin quảng bá", "biên soạn cẩm nang", "Sở Văn hóa, Thể thao và Du lịch", ("UBND các huyện, thị xã, thành phố", "các cơ quan liên quan"), None, date(2020, 9, 30)),
        Truth("", "Bồi dưỡng nghiệp vụ", "mở lớp", "Ban Tuyên giáo Tỉnh ủy", ("Sở Nội vụ",), date(2020, 10, 1), date(2020, 10, 31)),
        Truth("", "Bồi dưỡng nghiệp vụ", "mở chuyên trang", "Báo Đắk Lắk", (), date(2020, 4, 1), date(2020, 12, 31)),
    ),
)  # fmt: skip


def agency_headings() -> bytes:
    doc = word()
    letterhead(
        doc,
        issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK",
        number="296/QĐ-UBND",
        place="Đắk Lắk, ngày 25 tháng 02 năm 2014",
    )
    bold(doc, "CHƯƠNG TRÌNH")
    bold(doc, "Hành động về thông tin đối ngoại năm 2014")
    bold(doc, "III. PHÂN CÔNG NHIỆM VỤ")
    for line in (
        "1. Sở Thông tin và Truyền thông:",
        "- Chủ trì, phối hợp với Sở Tài chính, Sở Ngoại vụ tham mưu kế hoạch thông tin đối ngoại trước ngày 31/12.",
        "- Tổ chức tập huấn cho người phát ngôn trong quý III.",
        "2. Sở Ngoại vụ:",
        "- Chủ trì, phối hợp với Công an tỉnh và các đơn vị liên quan quản lý hoạt động báo chí nước ngoài; thực hiện thường xuyên.",
        "3. Giao Báo Đắk Lắk, Đài PTTH tỉnh:",
        "- Xây dựng chương trình song ngữ, phát hành hằng tuần.",
    ):
        doc.add_paragraph(line)
    signature(doc)
    return to_bytes(doc)


AGENCY_HEADINGS = Sample(
    "agency headings", agency_headings, 2014, "296/QĐ-UBND",
    (
        Truth("", "Sở Thông tin và Truyền thông", "tham mưu kế hoạch", "Sở Thông tin và Truyền thông", ("Sở Tài chính", "Sở Ngoại vụ"), None, date(2014, 12, 31)),
        Truth("", "Sở Thông tin và Truyền thông", "Tổ chức tập huấn", "Sở Thông tin và Truyền thông", (), *quarter(3, 2014)),
        Truth("", "Sở Ngoại vụ", "quản lý hoạt động", "Sở Ngoại vụ", ("Công an tỉnh", "các đơn vị liên quan"), *whole(2014), True),
        Truth("", "Giao Báo Đắk Lắk, Đài PTTH tỉnh", "Xây dựng chương trình", "Báo Đắk Lắk", (), *whole(2014), True),
    ),
)  # fmt: skip

SAMPLES = [LABELLED, ASSIGNING, AGENCY_HEADINGS]
