"""Lists of agencies as plans write them."""

# ruff: noqa: E501 - one case a line

import pytest

from nhipcau.programme.plan_import.bodies import looks_like_body, read_bodies, split_roles

CULTURE = "Sở Văn hóa, Thể thao và Du lịch"
CLEAR = [
    (f"Sở Ngoại vụ, {CULTURE}, Công an tỉnh", ["Sở Ngoại vụ", CULTURE, "Công an tỉnh"]),
    ("Sở Thông tin\nvà Truyền thông", ["Sở Thông tin và Truyền thông"]),
    ("- Báo Đắk Lắk\n- Đài PTTH tỉnh", ["Báo Đắk Lắk", "Đài PTTH tỉnh"]),
    ("Các sở, ban, ngành; UBND các huyện, thị xã, thành phố", ["Các sở, ban, ngành", "UBND các huyện, thị xã, thành phố"]),
    ("Sở Ngoại vụ, các sở, ngành và UBND các huyện, TX, TP", ["Sở Ngoại vụ", "các sở, ngành", "UBND các huyện, TX, TP"]),
    ("VP UBND tỉnh; Sở NgV và các cơ quan, đơn vị liên quan", ["VP UBND tỉnh", "Sở NgV", "các cơ quan, đơn vị liên quan"]),
    ("Trung tâm Xúc tiến Thương mại, Đầu tư và Du lịch", ["Trung tâm Xúc tiến Thương mại, Đầu tư và Du lịch"]),
    ("Báo và Phát thanh, Truyền hình Đắk Lắk", ["Báo và Phát thanh, Truyền hình Đắk Lắk"]),
    ("Sở Lao động, Thương binh và Xã hội và Liên hiệp các tổ chức hữu nghị tỉnh", ["Sở Lao động, Thương binh và Xã hội", "Liên hiệp các tổ chức hữu nghị tỉnh"]),
    ("Ban Chỉ đạo (Sở TTTT, Sở NgV)", ["Ban Chỉ đạo (Sở TTTT, Sở NgV)"]),
    ("Sở VH,TT&DL, Sở TT&TT", ["Sở VH,TT&DL", "Sở TT&TT"]),
    ("Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh", ["Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh"]),
    ("UBND TP. Buôn Ma Thuột, UBND TX. Buôn Hồ", ["UBND TP. Buôn Ma Thuột", "UBND TX. Buôn Hồ"]),
    ("sở Y tế, công an tỉnh", ["sở Y tế", "công an tỉnh"]),
    ("Sở Y tế/Sở Tài chính", ["Sở Y tế", "Sở Tài chính"]),
    ("-", []), ("Không", []), ("", []),
]  # fmt: skip
DOUBTFUL = [
    ("Các sở: Ngoại vụ, Công Thương; Công an tỉnh", ["Sở Ngoại vụ", "Sở Công Thương", "Công an tỉnh"]),
    ("Sở Ngoại vụ, Tài chính, Công Thương", ["Sở Ngoại vụ", "Sở Tài chính", "Sở Công Thương"]),
    ("đồng chí phụ trách", ["đồng chí phụ trách"]),
    ("Hội hữu nghị Việt - Lào, Việt - Hàn", ["Hội hữu nghị Việt - Lào, Việt - Hàn"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), CLEAR)
def test_clear_list(text, names):
    found = read_bodies(text)
    assert found.names == names
    assert found.doubts == []


@pytest.mark.parametrize(("text", "names"), DOUBTFUL)
def test_doubtful_list(text, names):
    found = read_bodies(text)
    assert found.names == names
    assert found.doubts


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Sở A chủ trì, phối hợp với Sở B, Sở C", ("Sở A", "Sở B, Sở C")),
        ("Chủ trì: Sở A\nPhối hợp: Sở B", ("Sở A", "Sở B")),
        ("- Cơ quan chủ trì: Sở A\n- Cơ quan phối hợp: Sở B", ("Sở A", "Sở B")),
        ("Sở A (chủ trì), Sở B", ("Sở A", "Sở B")),
        ("Sở A (phối hợp: Sở B; Sở C)", ("Sở A", "Sở B; Sở C")),
        ("Sở A, Sở B", None),
    ],
)
def test_roles_in_one_cell(text, roles):
    assert split_roles(text) == roles


@pytest.mark.parametrize("text", ["Sở Ngoại vụ:", "BÁO ĐẮK LẮK", "Các sở, ban, ngành"])
def test_heading_that_is_an_agency(text):
    assert looks_like_body(text)


@pytest.mark.parametrize(
    "text",
    ["TỔ CHỨC THỰC HIỆN", "Hội nghị, hội thảo", "Các hoạt động ngoài nước", "Báo cáo kết quả"],
)
def test_heading_that_is_no_agency(text):
    assert not looks_like_body(text)
