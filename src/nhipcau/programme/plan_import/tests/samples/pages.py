"""Landscape annexes over pages, odd times, tracked changes, a table in a table, many sheets."""

# ruff: noqa: E501 - tables and their truth read best one row a line
# fmt: off

from datetime import date

from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
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


def merged_pages():
    doc = word()
    page = doc.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    bold(doc, "Phụ lục II")
    bold(doc, "DANH MỤC NHIỆM VỤ CÔNG TÁC THÔNG TIN ĐỐI NGOẠI NĂM 2026")
    doc.add_paragraph("(Ban hành kèm theo Kế hoạch số 145/KH-UBND ngày 21 tháng 01 năm 2026 của UBND tỉnh Thái Nguyên)")
    head = ["STT", "Tên nhiệm vụ/hoạt động", "Cơ quan/đơn vị\nchủ trì thực hiện", "Cơ quan, đơn vị\nphối hợp thực hiện", "Sản phẩm dự kiến", "Thời gian\nhoàn thành"]
    table(doc, [
        head,
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["A", "NHÓM NHIỆM VỤ VỀ THỂ CHẾ, CHÍNH SÁCH", "<", "<", "<", "<"],
        ["1", "Tham mưu sửa đổi Quy chế phát ngôn", "Sở VHTTDL", "Sở Tư pháp; Văn phòng UBND tỉnh", "Quyết định", "Tháng 6/2026"],
        ["2", "Ban hành kế hoạch truyền thông trà Thái Nguyên", "^", "Sở Nông nghiệp và Môi trường; Hội Chè", "Kế hoạch", "Quý I, II"],
        ["3", "Rà soát hệ thống điểm thông tin cơ sở", "^", "UBND các xã, phường", "Báo cáo", "^"],
        head,
        ["B", "NHÓM NHIỆM VỤ VỀ TRUYỀN THÔNG", "<", "<", "<", "<"],
        ["4", "Xây dựng chuyên trang tiếng Trung", "Báo và Phát thanh, Truyền hình Thái Nguyên", "Các sở, ban, ngành", "Chuyên trang", "30/9/2026"],
        ["5", "Sản xuất podcast \"Chuyện ATK\"", "^", "^", "12 số", "Hằng tháng"],
    ], bold_rows=(0, 1, 2, 6, 7))
    return to_bytes(doc)


_A, _B = "NHÓM NHIỆM VỤ VỀ THỂ CHẾ, CHÍNH SÁCH", "NHÓM NHIỆM VỤ VỀ TRUYỀN THÔNG"
MERGED = Sample("merged across pages", merged_pages, 2026, "145/KH-UBND", (
    Truth("1", _A, "Tham mưu", "Sở VHTTDL", ("Sở Tư pháp", "Văn phòng UBND tỉnh"), date(2026, 6, 1), date(2026, 6, 30)),
    Truth("2", _A, "Ban hành", "Sở VHTTDL", ("Sở Nông nghiệp và Môi trường", "Hội Chè"), date(2026, 1, 1), date(2026, 6, 30)),
    Truth("3", _A, "Rà soát", "Sở VHTTDL", ("UBND các xã, phường",), date(2026, 1, 1), date(2026, 6, 30)),
    Truth("4", _B, "Xây dựng", "Báo và Phát thanh, Truyền hình Thái Nguyên", ("Các sở, ban, ngành",), None, date(2026, 9, 30)),
    Truth("5", _B, "Sản xuất", "Báo và Phát thanh, Truyền hình Thái Nguyên", ("Các sở, ban, ngành",), *whole(2026), True),
))


def odd_periods():
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU", number="4312/KH-UBND", place="Lai Châu, ngày 25 tháng 12 năm 2025")
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Thông tin đối ngoại tỉnh Lai Châu năm 2026")
    rows = [["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện"]]
    rows += [
        ["1", "Hội nghị cung cấp thông tin", "Sở VHTTDL", "Sở Ngoại vụ", "6 tháng đầu năm"],
        ["2", "Chuyên mục tiếng Mông", "Báo và phát thanh, truyền hình tỉnh", "UBND các huyện, thị xã, thành phố", "Thường xuyên, hằng quý"],
        ["3", "Tuyên truyền Ngày Biên phòng", "Bộ Chỉ huy BĐBP tỉnh", "Sở VHTTDL", "Từ tháng 3 đến tháng 5"],
        ["4", "Khảo sát điểm du lịch cửa khẩu", "Sở VHTTDL", "BQL Khu kinh tế cửa khẩu Ma Lù Thàng", "31/9/2026"],
        ["5", "Đoàn công tác sang Vân Nam", "Sở Ngoại vụ", "Văn phòng UBND tỉnh", "Theo kế hoạch của UBND tỉnh"],
        ["6", "In tờ gấp quảng bá", "Sở VHTTDL", "", "Trước 30/6"],
        ["7", "Bồi dưỡng người phát ngôn", "Sở Nội vụ", "Các sở, ban, ngành; UBND các xã, phường", "Hằng năm"],
        ["8", "Báo cáo tổng kết", "Sở VHTTDL", "Các cơ quan liên quan", "Trước 15/12 hằng năm"],
        ["9", "Tuần văn hóa tại Điện Biên", "Sở VHTTDL", "Sở Ngoại vụ", "Cuối quý III, đầu quý IV"],
        ["10", "Triển lãm ảnh lưu động", "Hội Văn học nghệ thuật tỉnh", "Đoàn Thanh niên", "Tuần 2 tháng 8"],
        ["11", "Hội chợ biên giới", "Sở Công Thương", "Sở Tài chính", "Dự kiến từ 15-20/11/2026"],
        ["12", "Gặp mặt kiều bào", "Sở Ngoại vụ", "Hội Liên hiệp các tổ chức hữu nghị", "Dịp Tết Nguyên đán"],
        ["13", "Lễ hội Gầu Tào", "UBND xã Dào San", "", "Q1"],
        ["14", "Nâng cấp cổng thông tin", "Văn phòng UBND tỉnh", "Sở KH&CN", "2026-2027"],
    ]
    table(doc, rows)
    signature(doc)
    return to_bytes(doc)


Y = 2026
PERIODS = Sample("odd periods", odd_periods, 2026, "4312/KH-UBND", (
    Truth("1", "", "Hội nghị", "Sở VHTTDL", ("Sở Ngoại vụ",), date(Y, 1, 1), date(Y, 6, 30)),
    Truth("2", "", "Chuyên mục", "Báo và phát thanh, truyền hình tỉnh", ("UBND các huyện, thị xã, thành phố",), *whole(Y), True),
    Truth("3", "", "Tuyên truyền", "Bộ Chỉ huy BĐBP tỉnh", ("Sở VHTTDL",), date(Y, 3, 1), date(Y, 5, 31)),
    Truth("4", "", "Khảo sát", "Sở VHTTDL", ("BQL Khu kinh tế cửa khẩu Ma Lù Thàng",), None, None),
    Truth("5", "", "Đoàn công tác", "Sở Ngoại vụ", ("Văn phòng UBND tỉnh",), None, None),
    Truth("6", "", "In tờ gấp", "Sở VHTTDL", (), None, date(Y, 6, 30)),
    Truth("7", "", "Bồi dưỡng", "Sở Nội vụ", ("Các sở, ban, ngành", "UBND các xã, phường"), *whole(Y), True),
    Truth("8", "", "Báo cáo", "Sở VHTTDL", ("Các cơ quan liên quan",), None, date(Y, 12, 15), True),
    Truth("9", "", "Tuần văn hóa", "Sở VHTTDL", ("Sở Ngoại vụ",), date(Y, 7, 1), date(Y, 12, 31)),
    Truth("10", "", "Triển lãm", "Hội Văn học nghệ thuật tỉnh", ("Đoàn Thanh niên",), date(Y, 8, 1), date(Y, 8, 31)),
    Truth("11", "", "Hội chợ", "Sở Công Thương", ("Sở Tài chính",), date(Y, 11, 15), date(Y, 11, 20)),
    Truth("12", "", "Gặp mặt", "Sở Ngoại vụ", ("Hội Liên hiệp các tổ chức hữu nghị",), None, None),
    Truth("13", "", "Lễ hội", "UBND xã Dào San", (), *quarter(1, Y)),
    Truth("14", "", "Nâng cấp", "Văn phòng UBND tỉnh", ("Sở KH&CN",), date(Y, 1, 1), date(2027, 12, 31)),
))


def tracked():
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nTỈNH KON TUM", number="77/KH-UBND", place="Kon Tum, ngày 10 tháng 01 năm 2023")
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Công tác thông tin đối ngoại năm 2023")
    t = table(doc, [
        ["STT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"],
        ["I", "Thông tin đối ngoại trên báo chí", "", "", ""],
        ["1", "Ký kết hợp tác với Thông tấn xã Việt Nam", "Sở TT&TT", "Văn phòng UBND tỉnh", "Quý I"],
        ["2", "Sản xuất phim về Măng Đen", "Đài PT-TH tỉnh", "Sở VHTT&DL", "Quý III"],
        ["3", "Đoạn đã bị xóa bỏ", "Sở Ngoại vụ", "", "Quý IV"],
    ], bold_rows=(0, 1))
    def change(cell, old, new):
        p = cell.paragraphs[0]._p
        for run in list(p.findall(qn("w:r"))):
            p.remove(run)
        p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="A" w:date="2023-01-05T00:00:00Z"><w:r><w:delText>{old}</w:delText></w:r></w:del>'))
        p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="2" w:author="A" w:date="2023-01-05T00:00:00Z"><w:r><w:t>{new}</w:t></w:r></w:ins>'))
    change(t.cell(2, 2), "Sở TT&amp;TT", "Sở Ngoại vụ")
    change(t.cell(3, 4), "Quý III", "Quý IV")
    tr = t.rows[4]._tr
    pr = tr.get_or_add_trPr()
    pr.append(parse_xml(f'<w:del {nsdecls("w")} w:id="9" w:author="A" w:date="2023-01-05T00:00:00Z"/>'))
    for cell in t.rows[4].cells:
        p = cell.paragraphs[0]._p
        for r in list(p.findall(qn("w:r"))):
            txt = "".join(x.text or "" for x in r.findall(qn("w:t")))
            p.remove(r)
            p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="10" w:author="A" w:date="2023-01-05T00:00:00Z"><w:r><w:delText>{txt}</w:delText></w:r></w:del>'))
    signature(doc)
    return to_bytes(doc)


_I = "Thông tin đối ngoại trên báo chí"
TRACKED = Sample("tracked changes", tracked, 2023, "77/KH-UBND", (
    Truth("1", _I, "Ký kết", "Sở Ngoại vụ", ("Văn phòng UBND tỉnh",), *quarter(1, 2023)),
    Truth("2", _I, "Sản xuất", "Đài PT-TH tỉnh", ("Sở VHTT&DL",), *quarter(4, 2023)),
))


def workbook_many():
    book = Workbook()
    sheet(book, "Bìa", [["UBND TỈNH TÂY NINH"], ["KẾ HOẠCH THÔNG TIN ĐỐI NGOẠI NĂM 2024"], ["Số: 212/KH-UBND ngày 30/01/2024"]], first=True)
    s1 = sheet(book, "Nhiệm vụ chung", [
        ["I. NHIỆM VỤ CHUNG", "<", "<", "<", "<", "<", "<"],
        ["STT", "Nội dung", "Trách nhiệm thực hiện", "<", "Thời gian", "<", "Kinh phí (triệu đồng)"],
        ["^", "^", "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", "^"],
        [1, "Bản tin đối ngoại tiếng Khmer", "Sở TTTT", "Báo Tây Ninh", date(2024, 2, 1), date(2024, 11, 30), 150],
        [2, "Dòng ẩn không còn thực hiện", "Sở Ngoại vụ", None, date(2024, 3, 1), date(2024, 3, 31), 20],
        [3, "Hội nghị giao ban báo chí biên giới", "Ban Tuyên giáo Tỉnh ủy", "Sở Ngoại vụ; BĐBP tỉnh", None, "Quý II", 30],
        ["", "Cộng", None, None, None, None, 200],
    ])
    s1.row_dimensions[5].hidden = True
    sheet(book, "Du lịch", [
        ["II. QUẢNG BÁ DU LỊCH", "<", "<", "<", "<"],
        ["STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"],
        [4, "Phim quảng bá núi Bà Đen", "Sở VHTTDL", "Đài PTTH Tây Ninh", "Từ 01/3 đến 30/8/2024"],
        [5, "Đón đoàn KOL Campuchia", "Sở VHTTDL", "Sở Ngoại vụ, Công an tỉnh", "Dự kiến tháng 10"],
    ])
    s3 = sheet(book, "Nháp", [["STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"], [1, "Việc nháp", "Sở X", "", "Quý I"]])
    s3.sheet_state = "hidden"
    return to_bytes(book)


SEVERAL_SHEETS = Sample("several sheets", workbook_many, 2024, "212/KH-UBND", (
    Truth("1", "NHIỆM VỤ CHUNG", "Bản tin", "Sở TTTT", ("Báo Tây Ninh",), date(2024, 2, 1), date(2024, 11, 30)),
    Truth("3", "NHIỆM VỤ CHUNG", "Hội nghị", "Ban Tuyên giáo Tỉnh ủy", ("Sở Ngoại vụ", "BĐBP tỉnh"), None, date(2024, 6, 30)),
    Truth("4", "QUẢNG BÁ DU LỊCH", "Phim", "Sở VHTTDL", ("Đài PTTH Tây Ninh",), date(2024, 3, 1), date(2024, 8, 30)),
    Truth("5", "QUẢNG BÁ DU LỊCH", "Đón đoàn", "Sở VHTTDL", ("Sở Ngoại vụ", "Công an tỉnh"), date(2024, 10, 1), date(2024, 10, 31)),
))


def nested():
    doc = word()
    outer = doc.add_table(rows=1, cols=1)
    cell = outer.cell(0, 0)
    cell.paragraphs[0].text = "UBND TỈNH TRÀ VINH"
    cell.add_paragraph("KẾ HOẠCH")
    cell.add_paragraph("Thông tin đối ngoại năm 2021")
    cell.add_paragraph("Số: 05/KH-UBND")
    inner = cell.add_table(rows=3, cols=4)
    inner.style = "Table Grid"
    for r, row in enumerate([["TT", "Công việc", "Đơn vị thực hiện", "Thời gian"], ["1", "Biên soạn sách ảnh Trà Vinh", "Sở VHTTDL", "Quý II/2021"], ["2", "Dịch sách ảnh sang tiếng Anh, Khmer", "Trường Đại học Trà Vinh", "Quý IV/2021"]]):
        for c, text in enumerate(row):
            inner.cell(r, c).text = text
    cell.add_paragraph("")
    bold(doc, "B. HỢP TÁC QUỐC TẾ VỀ BÁO CHÍ")
    table(doc, [["TT", "Công việc", "Đơn vị thực hiện", "Thời gian"],
        ["1", "Trao đổi đoàn nhà báo với tỉnh Kampot", "Hội Nhà báo tỉnh", "Tháng 7 - 8"],
        ["2", "Họp báo quý", "Văn phòng UBND tỉnh", "Mỗi quý một lần"]])
    return to_bytes(doc)


NESTED = Sample("a table in a table", nested, 2021, "05/KH-UBND", (
    Truth("1", "", "Biên soạn", "Sở VHTTDL", (), *quarter(2, 2021)),
    Truth("2", "", "Dịch", "Trường Đại học Trà Vinh", (), *quarter(4, 2021)),
    Truth("1", "HỢP TÁC QUỐC TẾ VỀ BÁO CHÍ", "Trao đổi", "Hội Nhà báo tỉnh", (), date(2021, 7, 1), date(2021, 8, 31)),
    Truth("2", "HỢP TÁC QUỐC TẾ VỀ BÁO CHÍ", "Họp báo", "Văn phòng UBND tỉnh", (), *whole(2021), True),
))


def auto_numbers():
    doc = word()
    letterhead(doc, issuer="ỦY BAN NHÂN DÂN\nXÃ EA KAR", number="15/KH-UBND", place="Ea Kar, ngày 20 tháng 01 năm 2026")
    bold(doc, "KẾ HOẠCH")
    bold(doc, "Thông tin đối ngoại trên địa bàn xã Ea Kar năm 2026")
    t = table(doc, [
        ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"],
        ["", "Đăng tin song ngữ trên trang thông tin điện tử xã", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND xã", "Thường xuyên"],
        ["", "Hướng dẫn đoàn khách quốc tế thăm buôn", "Trung tâm Dịch vụ tổng hợp", "Công an xã; Ban tự quản các buôn", "Khi có đoàn"],
        ["", "Báo cáo năm", "Phòng Văn hóa - Xã hội", "Các phòng, ban, đơn vị", "Trước ngày 05/12"],
    ])
    for row in t.rows[1:]:
        row.cells[0].paragraphs[0].style = doc.styles["List Number"]
    signature(doc)
    return to_bytes(doc)


COMMUNE = Sample("numbers by Word, a commune", auto_numbers, 2026, "15/KH-UBND", (
    Truth("1", "", "Đăng tin", "Phòng Văn hóa - Xã hội", ("Văn phòng HĐND và UBND xã",), *whole(2026), True),
    Truth("2", "", "Hướng dẫn", "Trung tâm Dịch vụ tổng hợp", ("Công an xã", "Ban tự quản các buôn"), None, None),
    Truth("3", "", "Báo cáo năm", "Phòng Văn hóa - Xã hội", ("Các phòng, ban, đơn vị",), None, date(2026, 12, 5)),
))

SAMPLES = [MERGED, PERIODS, TRACKED, SEVERAL_SHEETS, NESTED, COMMUNE]
