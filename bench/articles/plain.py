"""Plain text as people copy, type and send it."""

import unicodedata
from collections.abc import Iterator

from bench.articles.texts import BRIEF, COFFEE, DELEGATION, ENGLISH, FESTIVAL, Article
from bench.articles.types import Case

B, C, D, E, F = BRIEF, COFFEE, DELEGATION, ENGLISH, FESTIVAL


def _case(
    name: str,
    article: Article,
    lines: list[str],
    time: str,
    *,
    byline: str | None = None,
    captions: list[str] | None = None,
    paragraphs: list[str] | None = None,
    encoding: str = "utf-8",
    joint: str = "\n",
) -> Case:
    text = joint.join(lines)
    return Case(
        name,
        "bai.txt",
        text.encode(encoding),
        article.headline,
        time,
        article.author if byline is None else byline,
        paragraphs or article.paragraphs,
        list(article.captions) if captions is None else captions,
    )


def cases() -> Iterator[Case]:
    """One text a habit."""
    d, f, b, c, e = D.body, F.body, B.body, C.body, E.body
    yield _case(
        "copied from a page: bars after captions, footer", D,
        [D.headline, "18:47, 26/09/2023", D.lead, d[0], f"{D.captions[0]} |", d[1],
         f"{D.captions[1]} |", d[2], D.author, "Ý kiến bạn đọc", "Gửi ý kiến"],
        "2023-09-26T18:47:00+07:00",
    )  # fmt: skip
    yield _case(
        "byte order mark, Windows lines, blank lines, weekday", F,
        ["\ufeff" + F.headline, "", "Thứ Tư, ngày 12 tháng 3 năm 2025 - 09:05", "", F.lead, "",
         f[0], "", f[1], "", F.captions[0], "", f[2], "", f"Chú thích ảnh: {F.captions[1]}", "",
         f[3], "", "Bài và ảnh: Hoài Nam", ""],
        "2025-03-12T09:05:00+07:00", joint="\r\n",
    )  # fmt: skip
    yield _case(
        "UTF-16, author and time on one line, tags", C,
        [C.headline, "Minh Thuận - Thu Hà | 02/12/2024 06:30", C.lead, c[0], c[1], c[2],
         f"{C.captions[0]} |", c[3], c[4], C.captions[1], c[5], f"{C.captions[2]} |",
         "Từ khóa: cà phê, xuất khẩu"],
        "2024-12-02T06:30:00+07:00", encoding="utf-16",
    )  # fmt: skip
    yield _case(
        "decomposed letters, date in words, pen name with desk", B,
        [unicodedata.normalize("NFD", line) for line in
         [B.headline, "10 giờ 12, ngày 5 tháng 11 năm 2025", B.lead, b[0],
          f"[Ảnh: {B.captions[0]}]", b[1], "Thanh Thủy (tổng hợp)"]],
        "2025-11-05T10:12:00+07:00", byline="Thanh Thủy (tổng hợp)",
    )  # fmt: skip
    yield _case(
        "e-mail from a correspondent: label lines, greeting and signature left out", D,
        ["TIN", D.headline, D.lead, d[0], d[1], d[2], "Ảnh 1: Quang cảnh buổi tiếp.",
         "Ảnh 2: Hai bên trao quà lưu niệm.", "Lê Hương"],
        "",
    )  # fmt: skip
    yield _case(
        "English wire style", E,
        [E.headline, "March 12, 2025 - 15:20", "By Nguyen Binh", E.lead, e[0], E.captions[0], e[1],
         e[2]],
        "2025-03-12T15:20:00+07:00",
    )  # fmt: skip
    yield _case(
        "broken at 72 columns", F, _wrapped([F.headline, "12/3/2025 9h05"], F.paragraphs, F.author),
        "2025-03-12T09:05:00+07:00", captions=[],
    )  # fmt: skip
    yield _case(
        "copied with menus and buttons", D,
        ["Trang chủ > Chính trị > Đối ngoại", D.headline, "Thứ ba, 26/9/2023 | 18:47 (GMT+7)",
         "Facebook", "Zalo", "In bài viết", D.lead, d[0], d[1], d[2], "(Theo TTXVN)",
         "Tin liên quan", "Hội nghị sơ kết sáu tháng đầu năm"],
        "2023-09-26T18:47:00+07:00", byline="Theo TTXVN", captions=[],
    )  # fmt: skip


def _wrapped(head: list[str], paragraphs: list[str], author: str) -> list[str]:
    """Lines as old mail programs break them."""
    from textwrap import wrap

    lines = [*head, ""]
    for paragraph in paragraphs:
        lines += [*wrap(paragraph, 72), ""]
    return [*lines, author]
