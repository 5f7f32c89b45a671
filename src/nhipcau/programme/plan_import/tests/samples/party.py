"""Party programmes and plans in prose, as Party committees write them."""

# ruff: noqa: E501 - tables and their truth read best one row a line

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


def bracketed_assignments() -> bytes:
    """Bullets under months, with who leads in a bracket at the end."""
    doc = word()
    letterhead(doc, issuer="TỈNH ỦY ĐẮK LẮK\nBAN TUYÊN GIÁO", number="15-CTr/BTGTU",
               place="Buôn Ma Thuột, ngày 06 tháng 01 năm 2021", party=True)  # fmt: skip
    bold(doc, "CHƯƠNG TRÌNH")
    bold(doc, "công tác thông tin đối ngoại năm 2021")
    bold(doc, "I- NHIỆM VỤ CHUNG")
    doc.add_paragraph("1- Tuyên truyền kết quả Đại hội XIII của Đảng ra nước ngoài.")
    bold(doc, "II- NHIỆM VỤ CỤ THỂ")
    bold(doc, "Quý I")
    for line in (
        "- Tham mưu ban hành Kế hoạch công tác thông tin đối ngoại năm 2021 (Ban Tuyên giáo Tỉnh ủy chủ trì, phối hợp với Sở Thông tin và Truyền thông).",
        "- Họp báo về Lễ hội Cà phê (Sở Thông tin và Truyền thông chủ trì).",
    ):
        doc.add_paragraph(line)
    bold(doc, "Quý II")
    doc.add_paragraph(
        "- Mở lớp bồi dưỡng nghiệp vụ cho cộng tác viên (Hội Nhà báo tỉnh chủ trì; Ban Tuyên giáo Tỉnh ủy, Sở Ngoại vụ phối hợp)."
    )
    signature(doc, "TRƯỞNG BAN")
    return to_bytes(doc)


BRACKETED = Sample(
    "bracketed assignments", bracketed_assignments, 2021, "15-CTr/BTGTU",
    (
        Truth("", "Quý I", "Tham mưu ban hành", "Ban Tuyên giáo Tỉnh ủy", ("Sở Thông tin và Truyền thông",), *quarter(1, 2021)),
        Truth("", "Quý I", "Họp báo", "Sở Thông tin và Truyền thông", (), *quarter(1, 2021)),
        Truth("", "Quý II", "Mở lớp", "Hội Nhà báo tỉnh", ("Ban Tuyên giáo Tỉnh ủy", "Sở Ngoại vụ"), *quarter(2, 2021)),
    ),
)  # fmt: skip


def starred_lines() -> bytes:
    """Numbered prose with labels behind asterisks and in bold, times with words around."""
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH HẢI DƯƠNG", number="421/KH-UBND",
               place="Hải Dương, ngày 15 tháng 12 năm 2022")  # fmt: skip
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Triển khai công tác thông tin đối ngoại năm 2023")
    doc.add_paragraph(
        "Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại;"
    )
    bold(doc, "I. MỤC ĐÍCH, YÊU CẦU")
    doc.add_paragraph("1. Mục đích: Quảng bá hình ảnh Hải Dương.")
    bold(doc, "II. NHIỆM VỤ, GIẢI PHÁP")
    bold(doc, "1. Cung cấp thông tin chính thức")
    for line in (
        "a) Tổ chức họp báo, cung cấp thông tin định kỳ cho báo chí.",
        "* Cơ quan chủ trì: Sở Thông tin và Truyền thông",
        "* Cơ quan phối hợp: Văn phòng UBND tỉnh, các sở, ngành, địa phương liên quan",
        "* Thời gian thực hiện: Hàng quý",
        "b) Duy trì Cổng thông tin điện tử tỉnh phiên bản tiếng Anh.",
        "* Cơ quan chủ trì: Văn phòng UBND tỉnh",
        "* Cơ quan phối hợp: Sở Ngoại vụ; Sở Thông tin và Truyền thông",
        "* Thời gian thực hiện: Thường xuyên",
    ):
        doc.add_paragraph(line)
    bold(doc, "2. Thông tin quảng bá hình ảnh")
    for line in (
        "a) Xây dựng video clip giới thiệu di tích Côn Sơn - Kiếp Bạc bằng tiếng Anh, tiếng Trung.",
        "- Đơn vị thực hiện: Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Đài Phát thanh và Truyền hình tỉnh, UBND thành phố Chí Linh.",
        "- Thời gian: Quý II, III/2023.",
        "b) Tham gia hội chợ thương mại Việt - Trung",
        "- Đơn vị chủ trì: Sở Công Thương.",
        "- Đơn vị phối hợp: Hiệp hội Doanh nghiệp tỉnh và các đơn vị liên quan.",
        "- Thời hạn: trước ngày 30 tháng 11 năm 2023.",
    ):
        doc.add_paragraph(line)
    bold(doc, "III. KINH PHÍ")
    doc.add_paragraph(
        "Sở Tài chính chủ trì, phối hợp với Sở Thông tin và Truyền thông bố trí kinh phí theo quy định."
    )
    bold(doc, "IV. TỔ CHỨC THỰC HIỆN")
    doc.add_paragraph(
        "1. Giao Sở Thông tin và Truyền thông theo dõi, đôn đốc, báo cáo UBND tỉnh trước ngày 15/12/2023."
    )
    signature(doc)
    return to_bytes(doc)


_H1, _H2 = "Cung cấp thông tin chính thức", "Thông tin quảng bá hình ảnh"
STARRED = Sample(
    "starred lines", starred_lines, 2023, "421/KH-UBND",
    (
        Truth("a", _H1, "Tổ chức họp báo", "Sở Thông tin và Truyền thông", ("Văn phòng UBND tỉnh", "các sở, ngành, địa phương liên quan"), *whole(2023), True),
        Truth("b", _H1, "Duy trì", "Văn phòng UBND tỉnh", ("Sở Ngoại vụ", "Sở Thông tin và Truyền thông"), *whole(2023), True),
        Truth("a", _H2, "Xây dựng video", "Sở Văn hóa, Thể thao và Du lịch", ("Đài Phát thanh và Truyền hình tỉnh", "UBND thành phố Chí Linh"), date(2023, 4, 1), date(2023, 9, 30)),
        Truth("b", _H2, "Tham gia hội chợ", "Sở Công Thương", ("Hiệp hội Doanh nghiệp tỉnh", "các đơn vị liên quan"), None, date(2023, 11, 30)),
    ),
    left_out=("bố trí kinh phí", "theo dõi, đôn đốc"),
)  # fmt: skip


def party_table() -> bytes:
    doc = word()
    letterhead(doc, issuer="ĐẢNG BỘ TỈNH PHÚ YÊN\nBAN CHỈ ĐẠO 35", number="7-KH/BCĐ",
               place="Phú Yên, ngày 02 tháng 3 năm 2022", party=True)  # fmt: skip
    bold(doc, "KẾ HOẠCH")
    bold(doc, "thực hiện nhiệm vụ thông tin đối ngoại năm 2022")
    table(doc, [
        ["STT", "Nội dung", "Cơ quan tham mưu", "Cơ quan thẩm định", "Thời gian trình"],
        ["1", "Kế hoạch tuyên truyền quan hệ Việt Nam - Lào", "Ban Tuyên giáo Tỉnh ủy", "Văn phòng Tỉnh ủy", "Trước 31/3"],
        ["2", "Báo cáo sơ kết 5 năm thực hiện Chỉ thị 11", "Đảng đoàn Liên hiệp các tổ chức hữu nghị tỉnh", "Ban Tuyên giáo Tỉnh ủy", "Tháng 7"],
        ["3", "Đề án trung tâm báo chí", "Ban cán sự đảng UBND tỉnh", "Ban Tổ chức Tỉnh ủy; Ban Tuyên giáo Tỉnh ủy", "Quý IV"],
    ])  # fmt: skip
    signature(doc, "T/M BAN CHỈ ĐẠO")
    return to_bytes(doc)


PARTY_TABLE = Sample(
    "party table", party_table, 2022, "7-KH/BCĐ",
    (
        Truth("1", "", "Kế hoạch tuyên truyền", "Ban Tuyên giáo Tỉnh ủy", (), None, date(2022, 3, 31)),
        Truth("2", "", "Báo cáo sơ kết", "Đảng đoàn Liên hiệp các tổ chức hữu nghị tỉnh", (), date(2022, 7, 1), date(2022, 7, 31)),
        Truth("3", "", "Đề án", "Ban cán sự đảng UBND tỉnh", (), *quarter(4, 2022)),
    ),
)  # fmt: skip


def agencies_in_prose() -> bytes:
    """Section IV divides the work by agency; numbered and lettered; many sentences in one item."""
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH", number="44/KH-UBND",
               place="Hà Tĩnh, ngày 08 tháng 02 năm 2018")  # fmt: skip
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Công tác thông tin đối ngoại tỉnh Hà Tĩnh năm 2018")
    doc.add_paragraph("Căn cứ Nghị định số 72/2015/NĐ-CP, UBND tỉnh ban hành Kế hoạch như sau:")
    bold(doc, "I. MỤC ĐÍCH, YÊU CẦU")
    doc.add_paragraph("Đưa thông tin đối ngoại thành hoạt động thường xuyên.")
    bold(doc, "II. NHIỆM VỤ TRỌNG TÂM")
    doc.add_paragraph("1. Đẩy mạnh thông tin, tuyên truyền về chủ trương, chính sách.")
    doc.add_paragraph("2. Quảng bá hình ảnh Hà Tĩnh.")
    bold(doc, "III. PHÂN CÔNG TRÁCH NHIỆM")
    bold(doc, "1. Sở Thông tin và Truyền thông")
    for line in (
        "a) Chủ trì, phối hợp với Sở Ngoại vụ, các cơ quan báo chí tổ chức 02 đoàn phóng viên đi thực tế tại tỉnh Bolikhămxay (Lào) trong Quý III/2018.",
        "b) Biên soạn, phát hành sổ tay thông tin đối ngoại trước ngày 31/10/2018.",
    ):
        doc.add_paragraph(line)
    bold(doc, "2. Sở Ngoại vụ")
    doc.add_paragraph(
        "a) Chủ trì, phối hợp với Sở Thông tin và Truyền thông, Bộ Chỉ huy Bộ đội Biên phòng tỉnh tổ chức tuyên truyền về biên giới, lãnh thổ; thực hiện thường xuyên."
    )
    bold(doc, "3. Ủy ban nhân dân các huyện, thành phố, thị xã")
    doc.add_paragraph(
        "- Xây dựng kế hoạch thông tin đối ngoại của địa phương, hoàn thành trong tháng 3/2018."
    )
    bold(doc, "4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh")
    doc.add_paragraph("- Phối hợp tuyên truyền trong kiều bào dịp Tết Nguyên đán.")
    signature(doc)
    return to_bytes(doc)


PROSE_AGENCIES = Sample(
    "agencies in prose", agencies_in_prose, 2018, "44/KH-UBND",
    (
        Truth("a", "Sở Thông tin và Truyền thông", "tổ chức 02 đoàn", "Sở Thông tin và Truyền thông", ("Sở Ngoại vụ", "các cơ quan báo chí"), *quarter(3, 2018)),
        Truth("b", "Sở Thông tin và Truyền thông", "Biên soạn", "Sở Thông tin và Truyền thông", (), None, date(2018, 10, 31)),
        Truth("a", "Sở Ngoại vụ", "tổ chức tuyên truyền", "Sở Ngoại vụ", ("Sở Thông tin và Truyền thông", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"), *whole(2018), True),
        Truth("", "Ủy ban nhân dân các huyện, thành phố, thị xã", "Xây dựng kế hoạch", "Ủy ban nhân dân các huyện, thành phố, thị xã", (), date(2018, 3, 1), date(2018, 3, 31)),
        Truth("", "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Phối hợp tuyên truyền", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", (), None, None),
    ),
)  # fmt: skip

SAMPLES = [BRACKETED, STARRED, PARTY_TABLE, PROSE_AGENCIES]
