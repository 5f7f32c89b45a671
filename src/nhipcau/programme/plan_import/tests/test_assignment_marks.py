"""Who does a piece of work and when, said in a bracket or behind a colon."""

import pytest

from nhipcau.programme.plan_import.assignment_marks import bracketed_assignment

CASES = [
    (
        "Rà soát Quy chế phát ngôn (Sở TT&TT chủ trì; Sở Tư pháp phối hợp; hoàn thành trong "
        "Quý II/2023).",
        "Rà soát Quy chế phát ngôn",
        {
            "lead": "Sở TT&TT",
            "coordinators": "Sở Tư pháp",
            "deadline": "hoàn thành trong Quý II/2023",
        },
    ),
    (
        "Ban hành bộ nhận diện (Sở VHTT&DL chủ trì, phối hợp Sở TT&TT; trước ngày 30/9/2023).",
        "Ban hành bộ nhận diện",
        {"lead": "Sở VHTT&DL", "coordinators": "Sở TT&TT", "deadline": "trước ngày 30/9/2023"},
    ),
    (
        "Cập nhật trang tiếng Anh (Văn phòng UBND tỉnh chủ trì, thường xuyên)",
        "Cập nhật trang tiếng Anh",
        {"lead": "Văn phòng UBND tỉnh", "coordinators": "", "time": "thường xuyên"},
    ),
    (
        "Đón đoàn famtrip (Sở Ngoại vụ chủ trì; phối hợp với Cảng vụ, Hàng không Việt Nam)",
        "Đón đoàn famtrip",
        {"lead": "Sở Ngoại vụ", "coordinators": "Cảng vụ, Hàng không Việt Nam"},
    ),
    (
        "Mở 03 lớp tập huấn: Sở TT&TT chủ trì, phối hợp Hội Nhà báo tỉnh thực hiện trong tháng 5.",
        "Mở 03 lớp tập huấn thực hiện trong tháng 5",
        {"lead": "Sở TT&TT", "coordinators": "Hội Nhà báo tỉnh"},
    ),
]


@pytest.mark.parametrize(("sentence", "work", "facts"), CASES, ids=lambda value: str(value)[:20])
def test_who_and_when_are_told_apart(sentence, work, facts):
    assert bracketed_assignment(sentence) == (work, facts)


def test_sentence_without_an_agency_assigns_nothing():
    assert bracketed_assignment("Hội nghị (do tỉnh chủ trì) tổ chức tại Buôn Ma Thuột") is None
