"""A second set, written after the readers had passed the first: messier pages and papers."""

# ruff: noqa: E501 - the pages are as long as pages are

from collections.abc import Iterator

from bench.articles.documents import CENTRE, RIGHT, _add, _add_photo
from bench.articles.documents import _case as _document_case
from bench.articles.pages_portals import _case
from bench.articles.plain import _case as _text_case
from bench.articles.texts import BRIEF, COFFEE, DELEGATION, ENGLISH, FESTIVAL
from bench.articles.types import Case

B, C, D, E, F = BRIEF, COFFEE, DELEGATION, ENGLISH, FESTIVAL


def cases() -> Iterator[Case]:
    """Pages, texts and documents."""
    yield from _pages()
    yield from _texts()
    yield from _documents()


def _pages() -> Iterator[Case]:
    d, f, b, c, e = D.body, F.body, B.body, C.body, E.body
    yield _case(
        "two columns, right one is first in the source",
        D,
        f"""<html><head><meta charset="utf-8"><title>{D.headline} | Báo Mẫu</title></head><body><div class="row"><div class="col-right"><h3>Tin nổi bật</h3><ul><li><a>Khởi công tuyến đường mới</a><p>Tuyến đường dài 12 km nối trung tâm với khu công nghiệp, dự kiến hoàn thành năm sau.</p></li></ul></div><div class="col-left"><h1 class="detail__title">{D.headline}</h1><div class="detail__info"><span>Lê Hương</span><span>26/09/2023, 18:47</span></div><p class="detail__lead">{D.lead}</p><div class="detail__inner"><p>{d[0]}</p><div class="media"><img src="a.jpg"><div class="media__caption">{D.captions[0]}</div></div><p>{d[1]}</p><div class="media"><img src="b.jpg"><div class="media__caption">{D.captions[1]}</div></div><p>{d[2]}</p></div></div></div></body></html>""",
    )
    yield _case(
        "text boxes: quotation aside, info box, video placeholder",
        F,
        f"""<html lang="vi"><head><meta charset="utf-8"><title>{F.headline} - Báo Mẫu</title><meta property="article:published_time" content="2025-03-12T09:05:00+07:00"></head><body><div class="l-content"><h1 class="c-detail-head__title">{F.headline}</h1><div class="c-detail-head__row"><span class="c-detail-head__author"><a>Hoài Nam</a></span><span class="c-detail-head__time">12/03/2025 09:05</span></div><div class="b-maincontent"><p><strong>{F.lead}</strong></p><p>{f[0]}</p><div class="b-video"><video><source src="x.mp4"></video></div><p>{f[1]}</p><figure class="image"><img src="a.jpg"/><figcaption><em>{F.captions[0]}</em></figcaption></figure><p>{f[2]}</p><div class="b-imagebox" data-type="image"><img src="b.jpg"><p class="b-imagebox__desc">{F.captions[1]}</p></div><p>{f[3]}</p></div></div></body></html>""",
    )
    yield _case(
        "author in JSON-LD only, agency suffix in brackets",
        B,
        f"""<html lang="vi"><head><meta charset="utf-8"><title>{B.headline} | Trang tin</title><script type="application/ld+json">[{{"@type":"Organization","name":"Trang tin"}},{{"@type":"NewsArticle","headline":"{B.headline}","datePublished":"2025-11-05 10:12:00","author":[{{"@type":"Person","name":"Thanh Thủy","url":"/tac-gia"}}]}}]</script></head><body><div class="article"><h1>{B.headline}</h1><div class="article-time">10:12 05/11/2025</div><div class="the-content"><p class="lead">{B.lead}</p><p>{b[0]}</p><figure><img src="a.jpg"><figcaption>{B.captions[0]}</figcaption></figure><p>{b[1]}</p></div></div></body></html>""",
    )
    yield _case(
        "three authors in capitals with labels",
        D,
        f"""<html lang="vi"><head><meta charset="utf-8"><title>{D.headline}</title></head><body><div class="post"><h1 class="post-title">{D.headline}</h1><div class="post-time">26-09-2023 18:47</div><div class="post-content"><p><strong>{D.lead}</strong></p><p>{d[0]}</p><p>{d[1]}</p><p>{d[2]}</p><p style="text-align:right"><strong>LÊ HƯƠNG - VĂN TÌNH - MINH CHÂU</strong></p></div></div></body></html>""",
        byline="LÊ HƯƠNG - VĂN TÌNH - MINH CHÂU",
        captions=[],
    )
    yield _case(
        "words and photographs by different people, two lines",
        F,
        f"""<html lang="vi"><head><meta charset="utf-8"><title>{F.headline}</title></head><body><article><h1 class="article-title">{F.headline}</h1><span class="article-date">09:05 | 12/03/2025</span><div class="article-body"><p>{F.lead}</p><p>{f[0]}</p><p><img src="a.jpg"><em>{F.captions[0]}</em></p><p>{f[1]}</p><p>{f[2]}</p><p><img src="b.jpg"/></p><p><em>{F.captions[1]}</em></p><p>{f[3]}</p><p><b>Bài: Hoài Nam</b></p><p><b>Ảnh: Quốc Bảo</b></p></div></article></body></html>""",
        byline="Hoài Nam, Quốc Bảo",
    )
    yield _case(
        "interview: questions in bold",
        D,
        f"""<html lang="vi"><head><meta charset="utf-8"><title>{D.headline}</title></head><body><div class="content-detail"><h1 class="title">{D.headline}</h1><div class="date">Thứ ba, 26/9/2023 18:47 GMT+7</div><div class="sapo">{D.lead}</div><div class="content"><p><strong>Phóng viên: Xin cho biết kết quả chính của buổi tiếp?</strong></p><p>{d[0]}</p><p><strong>Phóng viên: Sắp tới hai bên sẽ làm gì?</strong></p><p>{d[1]}</p><p>{d[2]}</p><p><strong>Lê Hương</strong> (thực hiện)</p></div></div></body></html>""",
        byline="Lê Hương (thực hiện)",
        captions=[],
        paragraphs=[
            D.lead,
            "Phóng viên: Xin cho biết kết quả chính của buổi tiếp?",
            d[0],
            "Phóng viên: Sắp tới hai bên sẽ làm gì?",
            d[1],
            d[2],
        ],
    )
    yield _case(
        "figures and other table inside, notes with asterisk",
        C,
        f"""<html lang="vi"><head><meta charset="utf-8"><title>{C.headline}</title></head><body><div id="main"><h1>{C.headline}</h1><p class="meta">Minh Thuận - Thu Hà, 06:30 ngày 02/12/2024</p><div class="entry"><p><strong>{C.lead}</strong></p><h3>{c[0]}</h3><p>{c[1]}</p><p>{c[2]}</p><table border="1"><tr><td>Năm</td><td>Tấn</td></tr><tr><td>2023</td><td>310</td></tr></table><h3>{c[3]}</h3><p>{c[4]}</p><p>{c[5]}</p></div></div></body></html>""",
        captions=[],
    )
    yield _case(
        "pagination, share counters and donate box",
        B,
        f"""<html lang="vi"><head><meta charset="utf-8"><title>{B.headline} - Trang Mẫu</title></head><body><div class="single-post"><div class="breadcrumbs">Trang chủ / Tin tức</div><h1 class="single-title">{B.headline}</h1><div class="post-info">Đăng bởi: Thanh Thủy - Ngày: 05/11/2025 10:12 - Lượt xem: 1.204</div><div class="single-body"><p>{B.lead}</p><p>{b[0]}</p><div class="img-center"><img src="a.jpg"><span class="note">{B.captions[0]}</span></div><p>{b[1]}</p><div class="addthis"><span>Chia sẻ</span></div><div class="page-links">Trang: 1 2</div></div></div></body></html>""",
    )
    yield _case(
        "English story with dateline and updated line",
        E,
        f"""<html lang="en-GB"><head><meta charset="utf-8"><title>Sample Daily | {E.headline}</title><meta name="author" content="Sample Daily"></head><body><main><h1 class="headline">{E.headline}</h1><div class="byline">By Nguyen Binh</div><div class="dates"><span>Published: 15:20, March 12, 2025</span> <span>Updated: 16:02, March 12, 2025</span></div><div class="story-body"><figure><img src="a.jpg"><figcaption>{E.captions[0]}</figcaption></figure><p>{E.lead}</p><p>{e[0]}</p><p>{e[1]}</p><p>{e[2]}</p><p class="tagline">Read more: <a href="/x">Ten things to do in the highlands</a></p></div></main></body></html>""",
    )
    yield _case(
        "time only in the address bar's date attribute, p for meta",
        F,
        f"""<html lang="vi"><head><meta charset="utf-8"><title>{F.headline}</title></head><body><section class="news"><p class="news__category">Văn hóa</p><h1 class="news__heading">{F.headline}</h1><p class="news__meta"><span>Hoài Nam</span> <time datetime="2025-03-12T09:05+07:00">8 tháng trước</time></p><p class="news__standfirst">{F.lead}</p><div class="news__text"><p>{f[0]}</p><picture><img src="a.jpg" alt=""></picture><small class="news__photo-caption">{F.captions[0]}</small><p>{f[1]}</p><p>{f[2]}</p><picture><img src="b.jpg" alt=""></picture><small class="news__photo-caption">{F.captions[1]}</small><p>{f[3]}</p></div></section></body></html>""",
    )
    yield _case(
        "whole story in spans with line breaks, entity dashes",
        D,
        f"""<html><head><meta charset="utf-8"><title>UBND huy&#7879;n M&#7851;u</title></head><body><div id="news"><div class="newsTitle">{D.headline}</div><div class="newsDate">[26/09/2023 - 18:47]</div><div class="newsContent"><span style="font-size:14px"><span style="font-family:arial"><strong>{D.lead}</strong><br /><br />{d[0]}<br /><br /><div style="text-align:center"><img src="a.jpg" /><br /><em>{D.captions[0]}</em></div><br />{d[1]}<br /><br /><div style="text-align:center"><img src="b.jpg" /><br /><em>{D.captions[1]}</em></div><br />{d[2]}<br /><div style="text-align:right"><strong>{D.author}</strong></div></span></span></div></div></body></html>""",
    )
    yield _case(
        "no lead of its own, captions with arrows",
        B,
        f"""<html lang="vi"><head><meta charset="utf-8"><title>{B.headline}</title></head><body><div class="wrapper"><div class="item-detail"><h1>{B.headline}</h1><p class="time-post">Cập nhật ngày: 05/11/2025 10:12:40</p><div class="item-content"><p>{B.lead}</p><p style="text-align: center;"><img src="a.jpg"></p><p style="text-align: center;"><span style="color: #0000ff;"><em>{B.captions[0]}</em></span></p><p>{b[0]}</p><p>{b[1]}</p><p style="text-align: right;"><em><strong>Tin, ảnh: Thanh Thủy – Trung tâm Văn hóa, Thông tin</strong></em></p></div></div></div></body></html>""",
        byline="Thanh Thủy – Trung tâm Văn hóa, Thông tin",
    )

    yield _case(
        "the site's name is the h1, a source beside the time",
        D,
        f"""<html><head><meta charset=utf-8><title>Cổng thông tin điện tử tỉnh Mẫu</title></head><body><header><h1 class="site">CỔNG THÔNG TIN ĐIỆN TỬ</h1></header><div class="wrap"><h2 class="tit-detail">{D.headline}</h2><div class="info"><span>26/09/2023 18:47</span> | <span>Nguồn: Báo Mẫu</span></div><div class="ct"><p><strong>{D.lead}</strong></p><p>{d[0]}</p><p>{d[1]}</p><p>{d[2]}</p><p style="text-align:right"><strong>Lê Hương</strong></p></div></div></body></html>""",
        captions=[],
    )
    yield _case(
        "photograph and caption in a box above the lead",
        D,
        f"""<html><head><meta charset=utf-8><title>{D.headline} - Báo Mẫu</title></head><body><div class="news-detail"><div class="title">{D.headline}</div><div class="date">Ngày 26 tháng 09 năm 2023 | 18:47</div><div class="img-main"><img src="a.jpg"><p>{D.captions[0]}</p></div><div class="desc">{D.lead}</div><div class="content"><p>{d[0]}</p><p>{d[1]}</p><p>{d[2]}</p></div><div class="writer">Lê Hương</div></div></body></html>""",
        captions=[D.captions[0]],
    )
    yield _case(
        "posted by, with the time in one sentence; a list in the text",
        F,
        f"""<html><head><meta charset=utf-8><title>{F.headline}</title></head><body><div class=post><h1>{F.headline}</h1><p class=meta>Đăng bởi <b>Hoài Nam</b> vào lúc 09:05 ngày 12/03/2025</p><div class=body><p>{F.lead}</p><p>{f[0]}</p><ul><li>{f[1]}</li><li>{f[2]}</li></ul><p>{f[3]}</p></div></div></body></html>""",
        captions=[],
    )
    yield _case(
        "fonts and line breaks only",
        D,
        f"""<html><head><meta charset=utf-8><title>{D.headline}</title></head><body><table><tr><td><font size=5>{D.headline}</font><br><i>Thứ ba, 26/09/2023 - 18:47</i><br><br><b>{D.lead}</b><br>{d[0]}<br>{d[1]}<br>{d[2]}<br><b>Lê Hương</b></td></tr></table></body></html>""",
        captions=[],
    )


def _texts() -> Iterator[Case]:
    d, f, b, e = D.body, F.body, B.body, E.body
    yield _text_case("labels: Tiêu đề, Tác giả, Ngày", D,
        [f"Tiêu đề: {D.headline}", "Tác giả: Lê Hương", "Ngày đăng: 26/09/2023 18:47", "", D.lead, "", d[0], "", d[1], "", d[2]],
        "2023-09-26T18:47:00+07:00", captions=[])  # fmt: skip
    yield _text_case("time at the end, author before it", F,
        [F.headline, F.lead, f[0], f[1], f[2], f[3], "Hoài Nam", "12/03/2025 09:05"],
        "2025-03-12T09:05:00+07:00", captions=[])  # fmt: skip
    yield _text_case("markdown-like: hashes, photo links", B,
        [f"# {B.headline}", "", "*10:12, 05/11/2025*", "", f"**{B.lead}**", "", b[0], "", f"![{B.captions[0]}](a.jpg)", "", b[1], "", "**Thanh Thủy**"],
        "2025-11-05T10:12:00+07:00")  # fmt: skip
    yield _text_case("captions in brackets, photo files named", D,
        [D.headline, "18h47 ngày 26-9-2023", D.lead, d[0], f"a.jpg: {D.captions[0]}", d[1], f"b.jpg: {D.captions[1]}", d[2], "LÊ HƯƠNG"],
        "2023-09-26T18:47:00+07:00", byline="LÊ HƯƠNG")  # fmt: skip
    yield _text_case("English, labels, no time", E,
        [E.headline, "By Nguyen Binh, 12 March 2025", E.lead, e[0], e[1], e[2]],
        "2025-03-12T00:00:00+07:00", captions=[])  # fmt: skip
    yield _text_case("seed's form with kicker and two authors", F,
        ["VĂN HÓA", F.headline, "09:05, 12/03/2025", F.lead, f[0], f"{F.captions[0]} |", f[1], f[2], f"{F.captions[1]} |", f[3], "Hoài Nam – Quốc Bảo", "Ý kiến bạn đọc"],
        "2025-03-12T09:05:00+07:00", byline="Hoài Nam – Quốc Bảo")  # fmt: skip

    yield _text_case("place and date at the end, as in letters", D,
        [D.headline, "", D.lead, "", d[0], "", d[1], "", d[2], "", "Đắk Lắk, ngày 26 tháng 9 năm 2023", "", "Lê Hương"],
        "2023-09-26T00:00:00+07:00", captions=[])  # fmt: skip
    yield _text_case("part of the day in words, two authors in capitals", D,
        [D.headline, "6 giờ 47 phút chiều 26/9/2023", *D.paragraphs, "Tin, ảnh: LÊ HƯƠNG – VĂN TÌNH"],
        "2023-09-26T18:47:00+07:00", byline="LÊ HƯƠNG – VĂN TÌNH", captions=[])  # fmt: skip
    yield _text_case("section above, caption with credit in brackets, desk's name", D,
        ["Chính trị", D.headline, "26/09/2023 - 18:47", D.lead, "Quang cảnh buổi tiếp. (Ảnh: Lê Hương)", *d, "PV"],
        "2023-09-26T18:47:00+07:00", byline="PV", captions=["Quang cảnh buổi tiếp. (Ảnh: Lê Hương)"])  # fmt: skip


def _documents() -> Iterator[Case]:
    import docx

    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Trung tâm Văn hóa - Thông tin"
    section.footer.paragraphs[0].text = "Trang 1"
    _add(document, "Ngày 26 tháng 9 năm 2023", italic=True, align=RIGHT)
    _add(document, D.headline.upper(), bold=True, align=CENTRE)
    _add(document, "")
    for text in D.paragraphs:
        _add(document, "\t" + text)
    _add(document, "")
    _add(document, "LÊ HƯƠNG", bold=True, align=RIGHT)
    case = _document_case("date above, capital headline, tabs", D, document, "2023-09-26T00:00:00+07:00", captions=[], byline="LÊ HƯƠNG")  # fmt: skip
    yield Case(case.name, case.file, case.content, D.headline.upper(), case.time, case.byline, case.paragraphs, case.captions)  # fmt: skip

    document = docx.Document()
    _add(document, f"Tít: {F.headline}", bold=True)
    _add(document, f"Sa-pô: {F.lead}", italic=True)
    _add(document, F.body[0])
    _add_photo(document, "red")
    _add(document, f"Chú thích ảnh: {F.captions[0]}")
    for text in F.body[1:]:
        _add(document, text)
    _add_photo(document, "blue")
    _add(document, f"Chú thích ảnh: {F.captions[1]}")
    _add(document, "Bài, ảnh: Hoài Nam")
    yield _document_case("labels for headline and lead", F, document, "")

    document = docx.Document()
    table = document.add_table(rows=1, cols=1)
    cell = table.rows[0].cells[0]
    cell.paragraphs[0].add_run(B.headline).bold = True
    for text in ["05/11/2025 10:12", *B.paragraphs, "Thanh Thủy"]:
        cell.add_paragraph(text)
    yield _document_case("everything in a frame of one cell", B, document, "2025-11-05T10:12:00+07:00", captions=[])  # fmt: skip

    document = docx.Document()
    head = document.add_table(rows=1, cols=2)
    head.rows[0].cells[0].text = "TỈNH ỦY MẪU\nVĂN PHÒNG\n*"
    head.rows[0].cells[1].text = "ĐẢNG CỘNG SẢN VIỆT NAM\n\nMẫu, ngày 26 tháng 9 năm 2023"
    _add(document, "THÔNG TIN BÁO CHÍ", bold=True, align=CENTRE)
    _add(document, D.headline, bold=True, align=CENTRE)
    _add(document, "-----", align=CENTRE)
    for text in D.paragraphs:
        _add(document, text)
    _add(document, "Nơi nhận:", bold=True, italic=True)
    _add(document, "- Các cơ quan báo chí,")
    _add(document, "- Lưu Văn phòng.")
    _add(document, "T/L BAN THƯỜNG VỤ", bold=True, align=RIGHT)
    _add(document, "CHÁNH VĂN PHÒNG", bold=True, align=RIGHT)
    _add(document, "Lê Hương", bold=True, align=RIGHT)
    yield _document_case("Party office: recipients in paragraphs", D, document, "2023-09-26T00:00:00+07:00", captions=[])  # fmt: skip
