"""One made-up article as a dozen kinds of newspaper systems would show it."""

# ruff: noqa: E501 - the pages are as long as pages are

HEADLINE = "Mở rộng hợp tác hữu nghị với các địa phương nước bạn"
LEAD = (
    "Ngày 4-3, cơ quan thường trực đã tổ chức hội nghị tổng kết công tác thông tin đối ngoại "
    "năm 2019 và triển khai nhiệm vụ năm 2020."
)
FIRST = (
    "Trong năm 2019, công tác thông tin đối ngoại trên địa bàn được các cấp quan tâm chỉ đạo, "
    "triển khai nghiêm túc và đạt nhiều kết quả quan trọng."
)
SECOND = (
    "Nhiều sự kiện đối ngoại đã được tổ chức trong khuôn khổ lễ hội, hội nghị xúc tiến thương mại "
    "và các hoạt động nhân ngày lễ, tết của các nước bạn."
)
THIRD = (
    "Tại hội nghị, các đại biểu đề xuất xây dựng các chương trình tiếng Anh giới thiệu địa phương "
    "và bồi dưỡng nghiệp vụ cho đội ngũ làm công tác này."
)
BODY = [LEAD, FIRST, SECOND, THIRD]
CAPTIONS = ["Các đại biểu dự hội nghị.", "Đại biểu thảo luận tại hội nghị."]
AUTHOR = "Lan Anh"
MOMENT = "2020-03-04T17:14:00+07:00"

_MENU = """<header><div class="logo"><a href="/">Báo Mẫu</a></div>
<div class="today-date">Thứ hai, 23/11/2026 08:30</div>
<nav><ul><li><a href="/chinh-tri">Chính trị</a></li><li><a href="/kinh-te">Kinh tế</a></li></ul></nav>
</header>"""
_RELATED = """<div class="box-related"><h3>Tin liên quan</h3><ul>
<li><a href="/a"><h3 class="title-news">Khai mạc hội chợ thương mại vùng biên</a></h3>
<span class="time">02/01/2021 09:15</span></li>
<li><a href="/b">Đoàn khách quốc tế thăm làng nghề</a></li></ul></div>"""
_COMMENTS = """<div id="comment-box"><p>Ý kiến bạn đọc</p><textarea></textarea>
<p>Bài viết rất bổ ích, mong báo có thêm nhiều tin như thế này nữa để bạn đọc theo dõi.</p></div>"""
_FOOTER = """<footer class="footer"><p>Cơ quan chủ quản: một cơ quan mẫu. Giấy phép số 00/GP ngày
01/01/2019. Ghi rõ nguồn khi phát hành lại thông tin từ trang này.</p></footer>"""


def page(body: str, head: str = "", lang: str = "vi") -> str:
    """A whole page around the middle part."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>{HEADLINE} - Báo Mẫu</title>{head}</head>"
        f"<body>{_MENU}{body}{_COMMENTS}{_FOOTER}<script>var x = 1;</script></body></html>"
    )


def _paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>\n" for text in texts)


def _framed(title: str, headline: str) -> str:
    """A page of the first years: nothing but tables and fonts, each paragraph in a row of its own."""

    def row(text: str) -> str:
        return f"""<tr><td><font face="Arial" size="2"><p align="justify">{text}</p></font></td></tr>"""

    def picture(name: str, caption: str) -> str:
        return f"""<tr><td><table align="center" width="300"><tr><td><img src="images/{name}" width="300">
        </td></tr><tr><td><font size="1">{caption}</font></td></tr></table></td></tr>"""

    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
    <title>{title}</title></head><body topmargin="0"><table width="780" border="0"><tr><td colspan="3">
    <img src="images/banner.gif" width="780"></td></tr><tr><td width="150" valign="top"><table><tr><td>
    <a href="default.asp?id=1">Trang nhất</a></td></tr><tr><td><a href="default.asp?id=2">Chính trị</a>
    </td></tr></table></td><td width="480" valign="top"><table><tr><td>{headline}<br>
    <font size="1" color="#808080">(Cập nhật lúc 17:14 ngày 04/03/2020)</font></td></tr>
    <tr><td><b><font face="Arial" size="2">{LEAD}</font></b></td></tr>{picture("a.jpg", CAPTIONS[0])}
    {row(FIRST)}{picture("b.jpg", CAPTIONS[1])}{row(SECOND)}{row(THIRD)}
    <tr><td align="right"><b>{AUTHOR}</b></td></tr></table></td><td width="150"><table><tr><td>
    <b>Tin liên quan</b></td></tr><tr><td><a href="chitiet.asp?id=9">Khởi công một nhà máy chế biến</a>
    </td></tr></table></td></tr><tr><td colspan="3" align="center">Cơ quan ngôn luận của một cơ quan mẫu.
    Giấy phép số 00/GP-BC.</td></tr></table></body></html>"""


PAGES = {
    # Provincial paper of the 2010s: tables hold photographs, the author stands right-aligned.
    "old tables": page(
        f"""<table width="100%"><tr><td><div class="breadcrumb">Trang chủ &gt; Chính trị</div>
        <div class="divTitle"><h1 class="ArticleTitle">{HEADLINE}</h1></div>
        <div class="ArticleDate">17:14, 04/03/2020</div>
        <div class="ContentDetail"><div>{LEAD}</div><p>{FIRST}</p>
        <table class="image center"><tbody><tr><td><img src="/dataimages/a.jpg"></td></tr>
        <tr><td class="Image">{CAPTIONS[0]}</td></tr></tbody></table>
        <p>{SECOND}</p>
        <table align="center"><tr><td><img src="b.jpg" alt=""></td></tr>
        <tr><td>{CAPTIONS[1]}</td></tr></table><p>{THIRD}</p>
        <p style="text-align: right;"><strong>{AUTHOR}</strong></p></div>
        {_RELATED}</td></tr></table>"""
    ),
    # Large national paper: sapo, figures, author and time in a bar, JSON-LD with a wrong zone.
    "sapo and figures": page(
        f"""<article class="detail"><h1 class="detail-title" data-role="title">{HEADLINE}</h1>
        <div class="detail-info"><div class="detail-author"><a>{AUTHOR}</a></div>
        <div class="detail-time"><div data-role="publishdate">04/03/2020 17:14 GMT+7</div></div></div>
        <h2 class="detail-sapo" data-role="sapo">{LEAD}</h2>
        <div class="detail-content afcbc-body" data-role="content"><p>{FIRST}</p>
        <figure class="VCSortableInPreviewMode"><div><img data-original="https://cdn.example/a.jpg"
        src="data:image/gif;base64,R0lGOD"></div>
        <figcaption class="PhotoCMS_Caption"><p>{CAPTIONS[0]}</p></figcaption></figure>
        <p>{SECOND}</p><div type="RelatedOneNews" class="related-news"><a href="/x">Bài khác</a></div>
        <figure><img src="b.jpg"><figcaption>{CAPTIONS[1]}</figcaption></figure>
        <p>{THIRD}</p></div></article><aside>{_RELATED}</aside>""",
        head='<script type="application/ld+json">{"@type":"NewsArticle","headline":"'
        + HEADLINE
        + '","datePublished":"2020-03-04T17:14:00Z","author":{"@type":"Person","name":"'
        + AUTHOR
        + '"}}</script>',
    ),
    # Description above, paragraphs with class Normal, the author as last bold paragraph.
    "normal paragraphs": page(
        f"""<section class="page-detail"><div class="header-content"><span class="date">Thứ tư,
        4/3/2020, 17:14 (GMT+7)</span></div><h1 class="title-detail">{HEADLINE}</h1>
        <p class="description">{LEAD}</p><article class="fck_detail">
        <p class="Normal">{FIRST}</p>
        <figure data-size="true"><div class="fig-picture"><picture><source srcset="a.webp">
        <img itemprop="contentUrl" alt="x" data-src="a.jpg"></picture></div>
        <figcaption itemprop="description"><p class="Image">{CAPTIONS[0]}</p></figcaption></figure>
        <p class="Normal">{SECOND}</p>
        <table class="tplCaption"><tbody><tr><td><img src="b.jpg"></td></tr>
        <tr><td><p class="Image">{CAPTIONS[1]}</p></td></tr></tbody></table>
        <p class="Normal">{THIRD}</p><p class="author_mail"><strong>{AUTHOR}</strong></p>
        </article></section>{_RELATED}""",
        head='<meta name="pubdate" content="2020-03-04T17:14:00+07:00">',
    ),
    # Small portal on a common blog system: entry content, captions by shortcode.
    "blog system": page(
        f"""<main><article class="post"><header class="entry-header">
        <h1 class="entry-title">{HEADLINE}</h1><div class="entry-meta"><span class="posted-on">
        Posted on <time class="entry-date published" datetime="2020-03-04T17:14:00+07:00">04/03/2020
        </time></span> <span class="byline">by <span class="author vcard"><a>{AUTHOR}</a></span>
        </span></div></header><div class="entry-content"><p><strong>{LEAD}</strong></p><p>{FIRST}</p>
        <div id="attachment_1" class="wp-caption aligncenter"><img src="a.jpg">
        <p class="wp-caption-text">{CAPTIONS[0]}</p></div><p>{SECOND}</p>
        <div class="wp-caption"><a href="b-full.jpg"><img src="b.jpg"></a>
        <p class="wp-caption-text">{CAPTIONS[1]}</p></div><p>{THIRD}</p>
        <div class="sharedaddy"><h3>Chia sẻ</h3></div></div></article></main>{_RELATED}"""
    ),
    # Government portal: everything in one div with line breaks, italic captions, centred.
    "line breaks": page(
        f"""<div id="portal"><div class="news-title">{HEADLINE}</div>
        <div class="ngaydang">Ngày đăng: 04/03/2020 - 17:14</div>
        <div class="noidung">{LEAD}<br><br>{FIRST}<br><br>
        <center><img src="a.jpg"><br><i>{CAPTIONS[0]}</i></center><br>{SECOND}<br><br>
        <center><img src="b.jpg"><br><i>{CAPTIONS[1]}</i></center><br>{THIRD}<br><br>
        <b>{AUTHOR}</b></div></div>{_RELATED}"""
    ),
    # Nothing has a name; the photograph and its caption are paragraphs of their own.
    "no names": page(
        f"""<div><div><h1>{HEADLINE}</h1><p><small>Thứ tư, 04/03/2020 17:14</small></p>
        <p><b>{LEAD}</b></p><p>{FIRST}</p><p align="center"><img src="a.jpg"></p>
        <p align="center"><em>{CAPTIONS[0]}</em></p><p>{SECOND}</p>
        <p style="text-align:center"><img src="b.jpg" width="600" height="400"></p>
        <p style="text-align:center"><em>{CAPTIONS[1]}</em></p><p>{THIRD}</p>
        <p align="right"><b>{AUTHOR}</b></p></div></div>{_RELATED}"""
    ),
    # A kicker above the headline; publication and update on one line; captions in spans.
    "kicker and update": page(
        f"""<div class="article"><div class="article-kicker">Thông tin đối ngoại</div>
        <h1 class="article__title cms-title">{HEADLINE}</h1><div class="article__meta">
        <span class="time">Xuất bản: 17:14 04/03/2020 - Cập nhật: 08:05 05/03/2020</span></div>
        <div class="article__sapo cms-desc">{LEAD}</div>
        <div class="article__body cms-body" itemprop="articleBody"><p>{FIRST}</p>
        <div class="picture"><img class="cms-photo" src="a.jpg"><span class="img-caption">
        {CAPTIONS[0]}</span></div><p>{SECOND}</p><table class="picture"><tr><td class="pic">
        <img src="b.jpg"></td></tr><tr><td class="caption"><p>{CAPTIONS[1]}</p></td></tr></table>
        <p>{THIRD}</p><p class="article__author">Bài, ảnh: {AUTHOR}</p></div></div>{_RELATED}"""
    ),
    # Section wrappers around each paragraph; the logo is the first h1.
    "wrapped paragraphs": page(
        f"""<h1 class="logo">Báo Mẫu điện tử</h1><div class="main"><h1>{HEADLINE}</h1>
        <p class="post-meta"><span>{AUTHOR}</span> | <span class="post-date">04-03-2020 | 17:14</span>
        </p><div class="post-content"><section><div><p><strong>{LEAD}</strong></p></div></section>
        <section><div><p>{FIRST}</p></div></section><section><figure><img src="a.jpg">
        <figcaption>{CAPTIONS[0]}</figcaption></figure></section><section><div><p>{SECOND}</p></div>
        </section><section><div><figure><img src="b.jpg"></figure><p class="photo-desc">{CAPTIONS[1]}
        </p></div></section><section><p>{THIRD}</p></section></div>
        <div class="author-box">Tác giả: {AUTHOR}</div></div>{_RELATED}"""
    ),
    # Word pasted into the editor: spans, fonts, empty paragraphs, non-breaking spaces.
    "pasted from word": page(
        f"""<div class="titledetail"><span>{HEADLINE}</span></div><div class="datetime">Cập nhật lúc:
        17h14 ngày 04/03/2020</div><div class="bodytext"><p class="MsoNormal" style="text-align:
        justify"><b><span style="font-family:Times">{LEAD}</span></b></p><p class="MsoNormal">&nbsp;</p>
        <p class="MsoNormal"><span><font size="3">{FIRST.replace(" ", "&nbsp;", 2)}</font></span></p>
        <p class="MsoNormal" align="center"><span><img src="a.jpg"></span></p>
        <p class="MsoNormal" align="center"><i><span>{CAPTIONS[0]}</span></i></p>
        <p class="MsoNormal"><span>{SECOND}</span></p><p class="MsoNormal" align="center">
        <img src="b.jpg"><br><i>{CAPTIONS[1]}</i></p><p class="MsoNormal">{THIRD}</p>
        <p class="MsoNormal" align="right"><b><span>{AUTHOR}</span></b></p></div>{_RELATED}"""
    ),
    # Metadata only: the visible time and author are drawn by scripts.
    "metadata only": page(
        f"""<div id="app"><h1 itemprop="headline">{HEADLINE}</h1><div itemprop="articleBody">
        {_paragraphs(LEAD, FIRST)}<figure><img src="a.jpg"><figcaption>{CAPTIONS[0]}</figcaption>
        </figure>{_paragraphs(SECOND)}<figure><img src="b.jpg"><figcaption>{CAPTIONS[1]}</figcaption>
        </figure>{_paragraphs(THIRD)}</div></div>""",
        head=f"""<meta property="og:site_name" content="Báo Mẫu">
        <meta property="og:title" content="{HEADLINE} | Báo Mẫu">
        <meta property="article:published_time" content="2020-03-04T10:14:00.000Z">
        <meta name="author" content="{AUTHOR}"><link rel="canonical"
        href="https://baomau.example/chinh-tri/mo-rong-hop-tac-1234.html">""",
    ),
    # Graph of linked data, wrong language attribute, gallery in between.
    "linked data graph": page(
        f"""<div class="container"><h1>{HEADLINE}</h1><div class="the-article-body">
        <p class="the-article-summary">{LEAD}</p><p>{FIRST}</p><ul class="gallery"><li>
        <figure><img src="a.jpg"><figcaption>{CAPTIONS[0]}</figcaption></figure></li></ul>
        <p>{SECOND}</p><p><img src="b.jpg"></p><p class="pCaption">{CAPTIONS[1]}</p><p>{THIRD}</p>
        <p class="pAuthor">{AUTHOR}</p></div></div>""",
        head='<script type="application/ld+json">{"@context":"https://schema.org","@graph":['
        '{"@type":"WebSite","name":"Báo Mẫu"},{"@type":["NewsArticle"],"headline":"'
        + HEADLINE
        + '","datePublished":"2020-03-04T17:14:00+07:00","author":[{"name":"'
        + AUTHOR
        + '"}]}]}</script>',
        lang="en",
    ),
    # Saved from a page whose author and time share one line under the headline.
    "one line": page(
        f"""<div class="content-news-detail"><h2 class="title-news-detail">{HEADLINE}</h2>
        <div class="date-author">{AUTHOR} - 17:14, 04/03/2020</div>
        <div class="lead-news">{LEAD}</div><div class="body-news">{_paragraphs(FIRST)}
        <div style="text-align:center"><img src="a.jpg" /></div>
        <div style="text-align:center" class="chu-thich-anh">{CAPTIONS[0]}</div>
        {_paragraphs(SECOND)}<div style="text-align:center"><img src="b.jpg" /></div>
        <div style="text-align:center"><em>{CAPTIONS[1]}</em></div>{_paragraphs(THIRD)}
        <p>&gt;&gt; <a href="/xem">Xem thêm: Một bài khác của báo</a></p></div></div>{_RELATED}"""
    ),
    # Divs instead of paragraphs, the author in a signature, keywords behind it.
    "divs": page(
        f"""<div class="detail-news"><h1>{HEADLINE}</h1><div class="clock">17:14 | 04/03/2020</div>
        <div class="chapeau">{LEAD}</div><div class="news-content"><div>{FIRST}</div>
        <div class="image"><img src="a.jpg"><div class="image-desc">{CAPTIONS[0]}</div></div>
        <div>{SECOND}</div><div class="image"><img src="b.jpg"><div class="image-desc">{CAPTIONS[1]}
        </div></div><div>{THIRD}</div></div><div class="signature">{AUTHOR}</div>
        <div class="tags">Từ khóa: <a>đối ngoại</a>, <a>hữu nghị</a></div></div>{_RELATED}"""
    ),
    "frames of tables": _framed(
        f"{HEADLINE} - Báo Mẫu", f'<font color="#800000" size="4"><b>{HEADLINE}</b></font>'
    ),
    # Its title is the paper's name on every page.
    "frames of tables under one title": _framed(
        ":: BAO MAU DIEN TU ::", f'<font color="#800000" size="4"><b>{HEADLINE}</b></font>'
    ),
    "frames of tables and sizes in styles": _framed(
        "Báo Mẫu", f'<span style="font-size:18pt; color:navy">{HEADLINE}</span>'
    ),
}
