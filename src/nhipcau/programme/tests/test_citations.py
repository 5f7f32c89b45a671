"""Legal bases are cited as official texts cite them."""

import pytest

from nhipcau.programme.rules.symbols import cited

CASES = [
    (
        ("72/2015/NĐ-CP", "Chính phủ", "Nghị định về quản lý hoạt động thông tin đối ngoại"),
        "Nghị định số 72/2015/NĐ-CP ngày 07/09/2015 của Chính phủ về quản lý hoạt động",
    ),
    (
        ("16-KL/TW", "Bộ Chính trị", "Chiến lược phát triển thông tin đối ngoại"),
        "Kết luận số 16-KL/TW ngày 07/09/2015 của Bộ Chính trị về chiến lược phát triển",
    ),
    (
        ("3362/BTTTT-TTĐN", "Bộ Thông tin và Truyền thông", "Công văn hướng dẫn công tác năm 2020"),
        "Công văn số 3362/BTTTT-TTĐN ngày 07/09/2015 của Bộ Thông tin và Truyền thông hướng dẫn",
    ),
    (
        ("11165/KH-UBND", "Ủy ban nhân dân tỉnh", "Kế hoạch công tác thông tin đối ngoại"),
        "Kế hoạch số 11165/KH-UBND ngày 07/09/2015 của Ủy ban nhân dân tỉnh về công tác",
    ),
    (
        ("103/2016/QH13", "Quốc hội", "Luật Báo chí"),
        "Luật Báo chí số 103/2016/QH13 ngày 07/09/2015",
    ),
]


@pytest.mark.parametrize(("document", "begins"), CASES, ids=lambda value: str(value[0]))
def test_document_is_cited_by_kind_number_day_and_body(document, begins):
    reference, issuer, title = document
    line = cited(reference=reference, issued="07/09/2015", issuer=issuer, title=title)
    assert line.startswith(begins)
