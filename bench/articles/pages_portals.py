"""Pages in the manner of provincial papers, portals and common site systems."""

# ruff: noqa: E501 - the pages are as long as pages are

from collections.abc import Iterator

from bench.articles.texts import BRIEF, COFFEE, DELEGATION, ENGLISH, FESTIVAL, Article
from bench.articles.types import Case

B, C, D, E, F = BRIEF, COFFEE, DELEGATION, ENGLISH, FESTIVAL
TIME = {
    B: "2025-11-05T10:12:00+07:00",
    C: "2024-12-02T06:30:00+07:00",
    D: "2023-09-26T18:47:00+07:00",
    E: "2025-03-12T15:20:00+07:00",
    F: "2025-03-12T09:05:00+07:00",
}


def _case(
    name: str,
    article: Article,
    html: str | bytes,
    byline: str | None = None,
    captions: list[str] | None = None,
    paragraphs: list[str] | None = None,
    time: str = "",
) -> Case:
    return Case(
        name,
        "bai.htm",
        html.encode() if isinstance(html, str) else html,
        article.headline,
        time or TIME[article],
        article.author if byline is None else byline,
        paragraphs or article.paragraphs,
        list(article.captions) if captions is None else captions,
    )


def cases() -> Iterator[Case]:
    """One page a system."""
    yield _provincial()
    yield _provincial_new()
    yield _asp_net()
    yield _liferay()
    yield _sharepoint()
    yield _nukeviet()
    yield _joomla()
    yield _gutenberg()
    yield _drupal()
    yield _print_version()
    yield _lazy_noscript()
    yield _windows_1258()
    yield _decomposed()
    yield _text_area()
    yield _upper_case_tags()
    yield _english_portal()
    yield _photo_story()
    yield _digest()


def _provincial() -> Case:
    b = D.body
    return _case(
        "provincial paper with image tables and comment footer",
        D,
        f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><title>{D.headline} - Báo Mẫu điện tử</title><meta name="author" content="Báo Mẫu điện tử"/></head><body><div id="top"><span class="curdate">Thứ Bảy, 21/11/2026, 10:20 (GMT+7)</span></div><div id="content"><div class="path"><a href="/chinh-tri/">Chính trị</a></div><div class="detail"><h1 class="title">{D.headline}</h1><p class="date">18:47, 26/09/2023</p><div class="toolbar"><a>In trang</a><a>Gửi bài viết</a></div><div class="text"><p style="text-align: justify;"><strong>{D.lead}</strong></p><p style="text-align: justify;">{b[0]}</p>
<table class="image center" width="550" align="center"><tbody><tr><td><img class="image_class" src="/file/fb9e3a03/a.jpg" width="550" /></td></tr><tr><td class="image_desc">{D.captions[0]}</td></tr></tbody></table><p style="text-align: justify;">{b[1]}</p><table class="image center"><tbody><tr><td><img src="/file/b.jpg" /></td></tr><tr><td class="image_desc">{D.captions[1]}</td></tr></tbody></table><p style="text-align: justify;">{b[2]}</p><p style="text-align: right;"><strong>{D.author}</strong></p></div><div class="comment_header">Ý kiến bạn đọc</div><form><input name="fullname"/><textarea></textarea></form><div class="other"><h4>Tin khác</h4><ul><li><a>Nhiều hoạt động kỷ niệm ngày thiết lập quan hệ</a><span>(25/09/2023)</span></li></ul></div></div></div><div id="right"><h3>Tin mới nhất</h3><p>Một tin khác dài vừa đủ để bị nhầm là nội dung nếu bộ đọc không cẩn thận.</p></div></body></html>""",
    )


def _provincial_new() -> Case:
    b = C.body
    return _case(
        "merged provincial paper: update line, gallery, two authors",
        C,
        f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{C.headline}</title><meta property="og:site_name" content="Báo và phát thanh, truyền hình Mẫu"><meta property="article:published_time" content="2024-12-02T06:30:00+07:00"><meta property="article:modified_time" content="2024-12-03T08:00:00+07:00"></head><body><div class="b-maincontent"><div class="b-maincontent__col"><h1 class="sc-longform-header-title block-sc-title">{C.headline}</h1><div class="sc-longform-header-meta"><span class="sc-longform-header-date block-sc-publish-time">06:30, 02/12/2024</span> <span>Cập nhật: 08:00, 03/12/2024</span></div><p class="sc-longform-header-sapo block-sc-sapo">{C.lead}</p><div class="entry entry-no-padding"><h2>{b[0]}</h2><p>{b[1]}</p><p>{b[2]}</p><figure class="media"><img src="a.jpg"><figcaption>{C.captions[0]}</figcaption></figure><h2>{b[3]}</h2><p>{b[4]}</p><div class="c-gallery"><figure><img src="b.jpg"><figcaption>{C.captions[1]}</figcaption></figure><figure><img src="c.jpg"><figcaption>{C.captions[2]}</figcaption></figure></div><p>{b[5]}</p></div><div class="sc-longform-footer"><p class="sc-longform-header-author block-sc-author">Minh Thuận - Thu Hà</p></div><div class="c-box"><div class="c-box__title">Tin liên quan</div><div class="c-box__content"><h3><a>Hội chợ cà phê quốc tế sắp khai mạc</a></h3><p class="b-grid__desc">Hội chợ thu hút 200 gian hàng của các doanh nghiệp trong nước và quốc tế.</p></div></div></div></div></body></html>""",
    )


def _asp_net() -> Case:
    b = B.body
    return _case(
        "ASP.NET portal: whole page in a form, span ids",
        B,
        f"""<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Cổng thông tin</title></head><body><form method="post" action="./chitiet.aspx?id=1" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUK"/><div class="banner"></div><div id="ctl00_menu" class="menu"><a>Giới thiệu</a></div><div class="content-page"><div class="title-list">TIN TỨC</div><span id="ctl00_ContentPlaceHolder1_lblTitle" class="tieude_chitiet">{B.headline}</span><br/><span id="ctl00_ContentPlaceHolder1_lblDate" class="ngaycapnhat">(Cập nhật: 05/11/2025 10:12:33 SA)</span><div id="ctl00_ContentPlaceHolder1_divTomtat" class="tomtat">{B.lead}</div><div id="ctl00_ContentPlaceHolder1_divNoidung" class="noidung"><p class="MsoNormal" style="text-align:justify"><span lang="EN-US">{b[0]}<o:p></o:p></span></p><p align="center"><img src="/uploads/a.jpg" style="width:600px"/></p><p align="center"><em>{B.captions[0]}</em></p><p class="MsoNormal"><span>{b[1]}</span></p></div><div id="ctl00_ContentPlaceHolder1_divTacgia" class="tacgia">{B.author}</div><div class="tinkhac"><b>Các tin khác</b><ul><li><a>Thông báo lịch tiếp công dân tháng 11</a></li></ul></div></div></form></body></html>""",
    )


def _liferay() -> Case:
    b = B.body
    return _case(
        "Liferay portal: portlets, Vietnamese class names",
        B,
        f"""<!DOCTYPE html><html dir="ltr" lang="vi-VN"><head><meta charset="UTF-8"/><title>{B.headline} - Cổng thông tin điện tử</title></head><body class="yui3-skin-sam"><div id="banner"><span>Thứ Bảy, 21/11/2026</span></div><div class="portlet-boundary"><div class="portlet-body"><div class="detail-news"><div class="box-detail"><h3 class="news-title-detail">{B.headline}</h3><div class="news-date">Ngày đăng: 05/11/2025 - 10:12 | Lượt xem: 325</div><div class="summary-detail">{B.lead}</div><div class="journal-content-article"><p>{b[0]}</p><p style="text-align: center;"><img alt="" src="/documents/20182/a.jpg" style="width: 700px;" /></p><p style="text-align: center;"><em>{B.captions[0]}</em></p><p>{b[1]}</p></div><div class="author-detail" style="text-align:right"><strong>{B.author}</strong></div></div></div></div></div><div class="portlet-boundary"><h2 class="portlet-title">Tin liên quan</h2><div><a>Hội nghị báo cáo viên tháng 10</a></div></div></body></html>""",
    )


def _sharepoint() -> Case:
    b = F.body
    zero = "\u200b"
    return _case(
        "SharePoint portal: zero-width spaces, divs, cited source",
        F,
        f"""<html lang="vi-vn"><head><meta charset="utf-8"><title>{F.headline}</title></head><body><div id="s4-workspace"><div class="ms-rtestate-read"><div class="DispForm_Title">{zero}{F.headline}</div><div class="DispForm_Date">12/03/2025 9:05 AM</div><div id="ctl00_PlaceHolderMain_ctl03__ControlWrapper_RichHtmlField" class="ms-rtestate-field"><div style="text-align:justify"><b>{zero}{F.lead}</b></div><div><br></div><div style="text-align:justify">{b[0]}{zero}</div><div><br></div><div style="text-align:center"><img src="/PublishingImages/a.jpg" alt=""></div><div style="text-align:center"><em>{F.captions[0]}</em></div><div>{b[1]}</div><div>{b[2]}</div><div style="text-align:center"><img src="/b.jpg"></div><div style="text-align:center"><em>{F.captions[1]}</em></div><div>{b[3]}</div><div style="text-align:right"><b>{F.author}</b>{zero}</div></div></div></div></body></html>""",
    )


def _nukeviet() -> Case:
    b = F.body
    return _case(
        "NukeViet: hometext, bodytext, labelled author",
        F,
        f"""<!DOCTYPE html><html lang="vi" xmlns="http://www.w3.org/1999/xhtml"><head><title>{F.headline}</title><meta charset="utf-8"><meta property="og:title" content="{F.headline}"><meta property="article:published_time" content="2025-03-12EST09:05:00"></head><body><div id="header"><div class="current-time">Thứ bảy - 21/11/2026 10:20</div></div><div class="news_column panel panel-default"><div class="panel-body"><h1 class="title margin-bottom-lg">{F.headline}</h1><div class="row margin-bottom-lg"><div class="col-md-12"><span class="h5">Thứ tư - 12/03/2025 09:05</span></div><div class="col-md-12"><ul class="list-inline text-right"><li><a>In ra</a></li></ul></div></div><div class="clearfix"><div class="hometext m-bottom">{F.lead}</div><figure class="article center pointer"><div style="width:460px;"><p class="text-center"><img src="/uploads/news/a.jpg" class="img-thumbnail"/></p><figcaption>{F.captions[0]}</figcaption></div></figure></div><div class="bodytext margin-bottom-lg" id="news-bodyhtml">{b[0]}<br /><br />{b[1]}<br /><br />{b[2]}<div style="text-align: center;"><figure class="image"><img src="b.jpg"><figcaption>{F.captions[1]}</figcaption></figure></div>{b[3]}</div><div class="margin-bottom-lg"><p class="h5 text-right"><strong>Tác giả bài viết: </strong>{F.author}</p><p class="h5 text-right"><strong>Nguồn tin: </strong>Báo Mẫu</p></div></div></div><div class="news_column panel"><div class="panel-body"><div class="h5"><em class="fa fa-tags"></em><strong>Tags: </strong><a>lễ hội</a></div></div></div><div class="panel-body"><form id="form3B"><div class="h5 clearfix"><p>Tổng số điểm của bài viết là: 5 trong 1 đánh giá</p></div></form></div><div class="related"><p class="h3"><strong>Những tin mới hơn</strong></p><ul><li><a>Bế mạc hội thi</a></li></ul></div></body></html>""",
    )


def _joomla() -> Case:
    b = B.body
    return _case(
        "Joomla: definition list of facts",
        B,
        f"""<html lang="vi-vn"><head><meta charset="utf-8"/><meta name="author" content="Quản trị viên"/><title>{B.headline}</title></head><body><div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">{B.headline}</h2></div><dl class="article-info muted"><dt class="article-info-term">Chi tiết</dt><dd class="createdby" itemprop="author"><span itemprop="name">{B.author}</span></dd><dd class="category-name">Danh mục: <a>Tin tức</a></dd><dd class="published"><time datetime="2025-11-05T10:12:00+07:00" itemprop="datePublished">Được đăng: 05 Tháng 11 2025</time></dd><dd class="hits">Lượt xem: 45</dd></dl><div itemprop="articleBody"><p><strong>{B.lead}</strong></p><p>{b[0]}</p><p style="text-align:center"><img src="images/a.jpg" border="0"/><br/><em>{B.captions[0]}</em></p><p>{b[1]}</p></div><ul class="pager pagenav"><li class="previous"><a>Trang trước</a></li></ul></div></body></html>""",
    )


def _gutenberg() -> Case:
    b = C.body
    return _case(
        "WordPress blocks: gallery in a gallery, element captions",
        C,
        f"""<!DOCTYPE html><html lang="vi"><head><meta charset="UTF-8"><title>{C.headline} &#8211; Trang Mẫu</title><meta property="article:published_time" content="2024-12-01T23:30:00+00:00"><script type="application/ld+json" class="yoast-schema-graph">{{"@context":"https://schema.org","@graph":[{{"@type":"Article","@id":"https://trangmau.example/ca-phe/#article","author":{{"name":"admin","@id":"https://trangmau.example/#/schema/person/1"}},"headline":"{C.headline}","datePublished":"2024-12-01T23:30:00+00:00"}},{{"@type":"WebPage","url":"https://trangmau.example/ca-phe/"}}]}}</script></head><body class="single"><header class="site-header"><p class="site-title">Trang Mẫu</p></header><article id="post-12" class="post type-post"><header class="entry-header"><span class="cat-links">Kinh tế</span><h1 class="entry-title">{C.headline}</h1><div class="entry-meta"><span class="author vcard"><a class="url fn n">admin</a></span><span class="posted-on"><time class="entry-date published" datetime="2024-12-02T06:30:00+07:00">2 Tháng Mười Hai, 2024</time></span></div></header><div class="entry-content"><p>{C.lead}</p><h2 class="wp-block-heading">{b[0]}</h2><p>{b[1]}</p><figure class="wp-block-image size-large"><img decoding="async" src="a.jpg" alt=""><figcaption class="wp-element-caption">{C.captions[0]}</figcaption></figure><p>{b[2]}</p><h2 class="wp-block-heading">{b[3]}</h2><p>{b[4]}</p><figure class="wp-block-gallery has-nested-images columns-2"><figure class="wp-block-image"><img src="b.jpg"><figcaption class="wp-element-caption">{C.captions[1]}</figcaption></figure><figure class="wp-block-image"><img src="c.jpg"><figcaption class="wp-element-caption">{C.captions[2]}</figcaption></figure></figure><p>{b[5]}</p><p class="has-text-align-right"><strong>Minh Thuận - Thu Hà</strong></p></div><footer class="entry-footer"><span class="tags-links">Thẻ: cà phê</span></footer></article><section id="comments"><h2>Để lại một bình luận</h2><p class="comment-notes">Email của bạn sẽ không được hiển thị công khai.</p></section></body></html>""",
    )


def _drupal() -> Case:
    b = B.body
    return _case(
        "Drupal: field wrappers",
        B,
        f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"/><title>{B.headline} | Sở Mẫu</title><meta name="dcterms.date" content="2025-11-05T10:12+07:00"/></head><body class="path-node"><div class="region region-content"><h1 class="page-header"><span class="field field--name-title">{B.headline}</span></h1><article class="node node--type-article"><div class="field field--name-field-tom-tat field--type-text-long"><p>{B.lead}</p></div><div class="field field--name-field-image field--type-image field__item"><img src="/sites/default/files/a.jpg" width="480" height="320"/><blockquote class="image-field-caption"><p>{B.captions[0]}</p></blockquote></div><div class="field field--name-body field--type-text-with-summary field__item"><p>{b[0]}</p><p>{b[1]}</p></div><div class="field field--name-field-tac-gia field__items"><div class="field__label">Tác giả</div><div class="field__item">{B.author}</div></div></article></div></body></html>""",
    )


def _print_version() -> Case:
    b = D.body
    return _case(
        "print version: rules, source line, address",
        D,
        f"""<html><head><meta charset="utf-8"><title>In bài viết</title></head><body onload="window.print()"><div class="print-page"><b>BÁO MẪU ĐIỆN TỬ</b><hr><h1>{D.headline}</h1><i>26/09/2023 18:47</i><p><b>{D.lead}</b></p><p>{b[0]}</p><p><img src="a.jpg"></p><p><i>{D.captions[0]}</i></p><p>{b[1]}</p><p><img src="b.jpg"></p><p><i>{D.captions[1]}</i></p><p>{b[2]}</p><p><b>{D.author}</b></p><hr><small>Nguồn: https://baomau.example/tiep-doan-1.html</small></div></body></html>""",
    )


def _lazy_noscript() -> Case:
    b = F.body
    return _case(
        "photographs only in noscript",
        F,
        f"""<html lang="vi"><head><meta charset="utf-8"><title>{F.headline}</title></head><body><article class="post-detail"><h1 class="post-detail__title">{F.headline}</h1><div class="post-detail__meta"><span class="post-detail__author">{F.author}</span> • <span class="post-detail__time">12/03/2025 • 09:05</span></div><div class="post-detail__excerpt">{F.lead}</div><div class="post-detail__content"><p>{b[0]}</p><figure><img class="lazyload" src="data:image/gif;base64,R0"><noscript><img src="a.jpg"></noscript><figcaption>{F.captions[0]}</figcaption></figure><p>{b[1]}</p><p>{b[2]}</p><figure><img class="lazyload" data-srcset="b.jpg 1x, b2.jpg 2x" src="data:image/gif;base64,R0"><figcaption>{F.captions[1]}</figcaption></figure><p>{b[3]}</p></div></article></body></html>""",
    )


def _windows_1258() -> Case:
    import unicodedata

    b = D.body
    html = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1258"><title>{D.headline}</title></head><body><table><tr><td><h1>{D.headline}</h1><div class="date">26/09/2023 18:47</div><div class="content"><p><b>{D.lead}</b></p><p>{b[0]}</p><table align="center"><tr><td><img src="a.jpg"></td></tr><tr><td>{D.captions[0]}</td></tr></table><p>{b[1]}</p><table align="center"><tr><td><img src="b.jpg"></td></tr><tr><td>{D.captions[1]}</td></tr></table><p>{b[2]}</p><p align="right"><b>{D.author}</b></p></div></td></tr></table></body></html>"""
    out = bytearray()
    for letter in unicodedata.normalize("NFC", html):
        for part in (letter, *_with_marks(letter)):
            try:
                out += part.encode("cp1258")
                break
            except UnicodeEncodeError:
                continue
    return _case("Windows-1258", D, bytes(out))


def _with_marks(letter: str) -> Iterator[str]:
    """The same letter with its tone mark apart, as Windows-1258 writes it."""
    import unicodedata

    parts = unicodedata.normalize("NFD", letter)
    tones = "\u0300\u0301\u0303\u0309\u0323"
    base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in tones))
    yield base + "".join(p for p in parts if p in tones)


def _decomposed() -> Case:
    import unicodedata

    case = _nukeviet()
    return Case(
        "decomposed letters (NFD)", case.file,
        unicodedata.normalize("NFD", case.content.decode()).encode(),
        case.headline, case.time, case.byline, case.paragraphs, case.captions,
    )  # fmt: skip


def _text_area() -> Case:
    b = B.body
    return _case(
        "paragraphs separated by single line breaks in one cell",
        B,
        f"""<html><head><meta charset="utf-8"><title>Sở Mẫu</title></head><body><table><tr><td class="menu_left"><a>Trang chủ</a></td><td valign="top"><div class="tieu-de-tin">{B.headline}</div><div class="thoi-gian">Thứ tư, 05/11/2025, 10:12</div><div class="noi-dung-tin"><b>{B.lead}</b><br>{b[0]}<br><div align="center"><img src="a.jpg"><br>{B.captions[0]}</div>{b[1]}<br><div align="right"><b>{B.author}</b></div></div></td></tr></table></body></html>""",
    )


def _upper_case_tags() -> Case:
    b = D.body
    return _case(
        "saved by an old browser: upper-case tags, fonts, no classes",
        D,
        f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><!-- saved from url=(0055)http://baomau.example/tintuc/tin.asp?id=77 --><HTML><HEAD><META content="text/html; charset=utf-8" http-equiv=Content-Type><TITLE>{D.headline}</TITLE></HEAD><BODY><TABLE><TBODY><TR><TD><FONT color=#0000ff size=4><B>{D.headline}</B></FONT><BR><FONT size=1>(26/9/2023 18:47)</FONT><P><B>{D.lead}</B></P><P>{b[0]}</P><P align=center><IMG border=0 src="tin_files/a.jpg"><BR><FONT size=2>{D.captions[0]}</FONT></P><P>{b[1]}</P><P align=center><IMG src="tin_files/b.jpg"><BR><FONT size=2>{D.captions[1]}</FONT></P><P>{b[2]}</P><P align=right><B>{D.author}</B></P></TD></TR></TBODY></TABLE></BODY></HTML>""",
    )


def _english_portal() -> Case:
    b = E.body
    return _case(
        "English portal: By-line with pipe, month in words",
        E,
        f"""<html lang="en"><head><meta charset="utf-8"><title>{E.headline} | Sample Portal</title></head><body><div class="news-detail"><h1 class="news-title">{E.headline}</h1><p class="post-meta">By {E.author} | March 12, 2025 | 3:20 PM</p><div class="news-content"><p><strong>{E.lead}</strong></p><div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">{E.captions[0]}</p></div><p>{b[0]}</p><p>{b[1]}</p><p>{b[2]}</p></div><h3>Related news</h3><ul><li><a>Another piece of news about tourism</a></li></ul></div></body></html>""",
    )


def _photo_story() -> Case:
    captions = [
        f"{F.captions[number % 2].split('.')[0]} (ảnh {number + 1})." for number in range(6)
    ]
    figures = "".join(
        f'<figure><img src="{n}.jpg"><figcaption>{text}</figcaption></figure>'
        for n, text in enumerate(captions)
    )
    return _case(
        "photo story: little text, many captions",
        F,
        f"""<html lang="vi"><head><meta charset="utf-8"><title>{F.headline}</title><meta property="article:published_time" content="2025-03-12T09:05:00+07:00"></head><body><article><h1 class="title">{F.headline}</h1><div class="sapo">{F.lead}</div><div class="article-content">{figures}<p class="author">Chùm ảnh: {F.author}</p></div></article></body></html>""",
        captions=captions,
        paragraphs=[F.lead],
    )


def _digest() -> Case:
    b = F.body
    return _case(
        "no author, quotation block, list, press release label",
        F,
        f"""<html lang="vi"><head><meta charset="utf-8"><title>{F.headline}</title><meta name="date" content="2025-03-12"></head><body><main><h1>{F.headline}</h1><div class="news-info"><span class="news-date">12-03-2025</span></div><div class="news-body"><p><em>{F.lead}</em></p><p>{b[0]}</p><blockquote><p>{b[1]}</p></blockquote><p>{b[2]}</p><p>{b[3]}</p></div></main></body></html>""",
        byline="",
        captions=[],
        time="2025-03-12T00:00:00+07:00",
    )
