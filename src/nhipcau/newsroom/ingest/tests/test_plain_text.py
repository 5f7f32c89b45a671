"""Text as copied from a newspaper's page."""

import pytest

from nhipcau.common.clock import civil
from nhipcau.newsroom.ingest.exceptions import NoStory, SourceTooLarge
from nhipcau.newsroom.ingest.phrases import byline, split_credit
from nhipcau.newsroom.ingest.readers import plain_text
from nhipcau.newsroom.ingest.tests.texts import SEED
from nhipcau.newsroom.ingest.types import Kind, ParsedStory


def story(text: str) -> ParsedStory:
    return plain_text.read(text.encode())[0]


def test_the_form_of_the_seed():
    found = story(SEED)
    assert found.headline == "Tăng cường hợp tác hữu nghị với các địa phương nước bạn"
    assert civil(found.published_at).isoformat() == "2020-03-04T17:14:00+07:00"
    assert found.byline == "Lan Anh"
    assert len(found.paragraphs) == 6
    assert found.lead == found.paragraphs[0]
    assert found.captions == [
        "Các đại biểu dự hội nghị.",
        "Đại biểu thảo luận tại hội nghị.",
        "Người chủ trì phát biểu kết luận hội nghị.",
    ]
    kinds = [block.kind for block in found.blocks]
    assert [at for at, kind in enumerate(kinds) if kind == Kind.CAPTION] == [2, 4, 6]
    assert not found.not_understood


def test_nothing_of_the_footer_remains():
    found = story(SEED + "Bạn đọc Mẫu: Bài hay.\nTin liên quan\nMột tin khác.\n")
    assert found == story(SEED)


@pytest.mark.parametrize(
    ("top", "kicker", "author"),
    [
        ("Thời sự\nMột đầu đề đủ dài để nhận ra\n17:14, 04/03/2020\n", "Thời sự", ""),
        ("Một đầu đề đủ dài để nhận ra\nLan Anh\n17:14, 04/03/2020\n", "", "Lan Anh"),
        ("Một đầu đề đủ dài để nhận ra\nLan Anh - 17:14, 04/03/2020\n", "", "Lan Anh"),
        ("Một đầu đề đủ dài để nhận ra\n17:14, 04/03/2020 | Lan Anh\n", "", "Lan Anh"),
        ("Một đầu đề đủ dài để nhận ra\n17:14, 04/03/2020\nLan Anh\n", "", "Lan Anh"),
        ("17:14, 04/03/2020\nMột đầu đề đủ dài để nhận ra\n", "", ""),
    ],
)
def test_what_stands_around_the_headline(top, kicker, author):
    found = story(f"{top}Đoạn thứ nhất.\nĐoạn thứ hai.\n")
    assert found.headline == "Một đầu đề đủ dài để nhận ra"
    assert (found.kicker, found.byline) == (kicker, author)
    assert civil(found.published_at).hour == 17
    assert found.paragraphs == ["Đoạn thứ nhất.", "Đoạn thứ hai."]


def test_a_path_of_the_page_is_its_section():
    found = story("Trang chủ > Đối ngoại\nMột đầu đề\n04/03/2020\nĐoạn một.\nĐoạn hai.")
    assert (found.section, found.headline) == ("Đối ngoại", "Một đầu đề")


def test_keywords_source_and_buttons_are_not_body():
    found = story(
        "Một đầu đề\n17:14, 04/03/2020\nFacebook\nIn bài viết\nĐoạn một.\nĐoạn hai.\n"
        "Lan Anh\nTừ khóa: cà phê, đối ngoại\nNguồn: https://example.org/bai-1\n"
    )
    assert found.paragraphs == ["Đoạn một.", "Đoạn hai."]
    assert found.keywords == ("cà phê", "đối ngoại")
    assert found.source_address == "https://example.org/bai-1"
    assert found.byline == "Lan Anh"


def test_credits_tell_captions_and_subheadings_stay_apart():
    found = story(
        "Một đầu đề\n17:14, 04/03/2020\nĐoạn một dài hơn một chút.\n"
        "Quang cảnh lễ hội. Ảnh: Lan Anh\nĐoạn hai cũng kết thúc bằng dấu chấm.\n"
        "Những kết quả chính\nĐoạn ba nói về những kết quả chính của năm qua.\nLan Anh"
    )
    assert found.captions == ["Quang cảnh lễ hội. Ảnh: Lan Anh"]
    assert [b.text for b in found.blocks if b.kind == Kind.HEADING] == ["Những kết quả chính"]


def test_rows_with_bars_are_a_table():
    found = story(
        "Một đầu đề\n17:14, 04/03/2020\nĐoạn một.\nChỉ tiêu | Năm 2019 | Năm 2020\n"
        "Khách quốc tế | 1.000 | 1.200\nĐoạn hai."
    )
    tables = [block.rows for block in found.blocks if block.kind == Kind.TABLE]
    assert tables == [(("Chỉ tiêu", "Năm 2019", "Năm 2020"), ("Khách quốc tế", "1.000", "1.200"))]


def test_lines_broken_at_a_fixed_width_are_joined():
    paragraph = (
        "Trong năm qua công tác thông tin đối ngoại trên địa bàn tỉnh được các\n"
        "cấp ủy đảng và chính quyền quan tâm chỉ đạo, triển khai nghiêm túc và\n"
        "đạt nhiều kết quả quan trọng, góp phần củng cố hiểu biết và hữu nghị\n"
        "giữa nhân dân tỉnh với các nước trong khu vực.\n"
    )
    found = story("Một đầu đề\n17:14, 04/03/2020\n\n" + "\n".join([paragraph] * 3) + "\nLan Anh\n")
    assert len(found.paragraphs) == 3
    assert found.paragraphs[0] == " ".join(paragraph.split())
    assert found.byline == "Lan Anh"


def test_what_is_missing_is_said():
    found = story("Một đầu đề không có ngày\nĐoạn một.\nĐoạn hai.")
    assert found.published_at is None
    assert len(found.not_understood) == 2


@pytest.mark.parametrize("text", ["Chỉ một dòng", "17:14, 04/03/2020", "Đầu đề\nÝ kiến bạn đọc"])
def test_a_headline_alone_is_no_story(text):
    with pytest.raises(NoStory):
        story(text)


def test_fifty_megabytes_are_no_story():
    with pytest.raises(SourceTooLarge) as error:
        plain_text.read(b"a" * 50_000_000)
    assert "50 MB" in str(error.value.message)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Bài, ảnh: Hoàng Gia", "Hoàng Gia"),
        ("Bài và ảnh: Hoàng Gia - Lan Anh", "Hoàng Gia - Lan Anh"),
        ("Theo TTXVN", "Theo TTXVN"),
        ("TTXVN/Báo Tin tức", "TTXVN/Báo Tin tức"),
        ("P.V", "P.V"),
        ("Y Mẫu Niê", "Y Mẫu Niê"),
        ("Lan Anh (tổng hợp)", "Lan Anh (tổng hợp)"),
        ("Theo đó, tỉnh sẽ tổ chức", None),
        ("Nhiều hoạt động thiết thực", None),
        ("Hội nghị thành công tốt đẹp.", None),
    ],
)
def test_authors_are_told_from_text(line, name):
    assert byline(line) == name


@pytest.mark.parametrize(
    ("printed", "caption", "credit"),
    [
        ("Quang cảnh lễ hội. Ảnh: Lan Anh", "Quang cảnh lễ hội.", "Lan Anh"),
        ("Quang cảnh (Ảnh: H.Gia)", "Quang cảnh", "H.Gia"),
        ("Quang cảnh - Ảnh: TTXVN", "Quang cảnh", "TTXVN"),
        ("Quang cảnh lễ hội.", "Quang cảnh lễ hội.", ""),
    ],
)
def test_credits_are_split_off(printed, caption, credit):
    assert split_credit(printed) == (caption, credit)


def test_a_second_article_in_the_same_file_is_told():
    second = "Khai mạc Lễ hội Cà phê lần thứ bảy"
    opened = "Tối 9-3, lễ hội đã khai mạc trước hàng nghìn người dân và du khách."
    lines = ["Hội nghị tổng kết", "17:14, 04/03/2020", "Hội nghị đã kết thúc.", "Mọi người ra về."]
    whole = "\n".join([*lines, "Hoàng Văn", "* * *", second, "20:00, 09/03/2020", opened])
    assert second in [doubt.where for doubt in story(whole).not_understood]
