"""Pages in the manner of the national papers' systems."""

# ruff: noqa: E501 - the pages are as long as pages are

from collections.abc import Iterator

from bench.articles.texts import COFFEE, DELEGATION, ENGLISH, FESTIVAL, Article
from bench.articles.types import Case

F, C, D, E = FESTIVAL, COFFEE, DELEGATION, ENGLISH
TIME = {
    F: "2025-03-12T09:05:00+07:00",
    C: "2024-12-02T06:30:00+07:00",
    D: "2023-09-26T18:47:00+07:00",
    E: "2025-03-12T15:20:00+07:00",
}


def _case(
    name: str,
    article: Article,
    html: str,
    byline: str = "",
    captions: list[str] | None = None,
    paragraphs: list[str] | None = None,
    headline: str = "",
) -> Case:
    return Case(
        name,
        "bai.html",
        html.encode(),
        headline or article.headline,
        TIME[article],
        byline or article.author,
        paragraphs or article.paragraphs,
        list(article.captions) if captions is None else captions,
    )


def cases() -> Iterator[Case]:
    """One page a system."""
    yield _vnexpress()
    yield _tuoi_tre()
    yield _nhan_dan()
    yield _vov()
    yield _dan_tri()
    yield _vietnamnet()
    yield _army_paper()
    yield _police_paper()
    yield _vietnamplus_english()
    yield _amp()
    yield _magazine()
    yield _labour_paper()
    yield _youth_paper()
    yield _women_paper()


def _vnexpress() -> Case:
    b = F.body
    return _case(
        "location stamp, Normal paragraphs, boxes between",
        F,
        f"""<!DOCTYPE html><html lang="vi" xmlns="http://www.w3.org/1999/xhtml"><head>
<meta charset="utf-8"/><title>{F.headline} - Báo Mẫu</title>
<meta name="description" content="{F.lead[:110]}..."/><meta property="og:title" content="{F.headline} - Báo Mẫu"/>
<meta property="article:publisher" content="https://facebook.com/x"/><meta name="its_publication" content="x"/>
<meta itemprop="dateCreated" content="2025-03-12T08:58:12+07:00"/><meta itemprop="datePublished" content="2025-03-12T09:05:00+07:00"/>
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[{{"@type":"ListItem","position":1,"name":"Thời sự"}}]}}</script></head>
<body><header class="section top-header"><div class="container"><a class="logo" href="/">Báo Mẫu</a><span class="time-now">Thứ bảy, 21/11/2026</span></div></header>
<section class="section main-nav"><nav><ul class="parent"><li><a href="/thoi-su">Thời sự</a></li><li><a href="/the-gioi">Thế giới</a></li></ul></nav></section>
<section class="section page-detail top-detail"><div class="container"><div class="sidebar-1"><div class="header-content width_common"><ul class="breadcrumb"><li><a href="/thoi-su">Thời sự</a></li></ul><span class="date">Thứ tư, 12/3/2025, 09:05 (GMT+7)</span></div>
<h1 class="title-detail">{F.headline}</h1>
<p class="description"><span class="location-stamp">Đắk Lắk</span>{F.lead}</p>
<article class="fck_detail "><p class="Normal">{b[0]}</p>
<figure data-size="true" itemprop="associatedMedia image" itemscope="" class="tplCaption action_thumb_added"><div class="fig-picture" style="padding-bottom:66%"><picture><source data-srcset="https://i1.example/a_680x0.jpg 1x"><img itemprop="contentUrl" loading="lazy" intrinsicsize="680x0" alt="{F.captions[0]}" class="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="https://i1.example/a_680x0.jpg"></picture></div><figcaption itemprop="description"><p class="Image">{F.captions[0]}</p></figcaption></figure>
<p class="Normal">{b[1]}</p><div class="box-tinlienquanv2"><article class="list-news"><h4><a href="/x" title="x">Lễ hội đầu xuân hút khách quốc tế</a></h4></article></div>
<p class="Normal">{b[2]}</p>
<figure class="tplCaption"><div class="fig-picture"><img data-src="https://i1.example/b.jpg" src="data:image/gif;base64,R0lGOD"></div><figcaption><p class="Image">{F.captions[1]}</p></figcaption></figure>
<p class="Normal">{b[3]}</p><p class="Normal" style="text-align:right;"><strong>Hoài Nam</strong></p></article>
<div class="footer-content width_common"><a href="/thoi-su" class="back_category">Trở lại Thời sự</a><div class="social_pin">Lưu Chia sẻ</div></div>
<div class="box_brief_info"><span class="txt_number_comment">12</span></div></div></div></section>
<section id="box_comment_vne"><h3>Ý kiến (12)</h3><div class="content-comment"><p class="full_content">Bài viết hay, mong có thêm nhiều hoạt động như vậy để chúng tôi được biết đến văn hóa nơi đây nhiều hơn nữa.</p></div></section>
<section class="section list-newsxx"><h2>Tin cùng chuyên mục</h2><article class="item-news"><h3 class="title-news"><a href="/y">Nhiều tuyến đường được nâng cấp trước mùa mưa</a></h3><p class="description">Các tuyến đường nối khu du lịch được sửa chữa để đón khách.</p></article></section></body></html>""",
        paragraphs=[f"Đắk Lắk - {F.lead}", *b],
    )


def _tuoi_tre() -> Case:
    b = C.body
    return _case(
        "sapo with prefix, capital authors, box quote",
        C,
        f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{C.headline} - Báo Mẫu Online</title>
<meta property="og:title" content="{C.headline}"><meta property="article:published_time" content="2024-12-02T06:30:00">
<meta name="keywords" content="cà phê đặc sản, xuất khẩu"><link rel="canonical" href="https://baomau.example/xuat-khau-ca-phe-20241201220012345.htm">
<script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","mainEntityOfPage":{{"@type":"WebPage","@id":"https://baomau.example/xuat-khau-ca-phe-20241201220012345.htm"}},"headline":"{C.headline}","datePublished":"2024-12-02T06:30:00+07:00","dateModified":"2024-12-02T07:41:00+07:00","author":{{"@type":"Person","name":"BÁO MẪU ONLINE"}},"publisher":{{"@type":"Organization","name":"Báo Mẫu Online"}}}}</script></head>
<body><div class="header__top"><div class="header__top-flex">Thứ Sáu, 21 tháng 11, 2026</div></div>
<div class="section" id="section-detail"><div class="container"><div class="detail__cmain"><div class="detail__cmain-flex"><div class="detail__cmain-left"><div class="detail-top"><div class="detail-cate" data-role="cate-name"><a href="/kinh-doanh.htm">Kinh doanh</a></div><div class="detail-time"><div data-role="publishdate">02/12/2024 06:30 GMT+7</div></div></div>
<h1 class="detail-title article-title" data-role="title">{C.headline}</h1>
<div class="author-info"><div class="name"><a class="name" href="/tac-gia" title="MINH THUẬN - THU HÀ">MINH THUẬN - THU HÀ</a></div></div>
<h2 class="detail-sapo" data-role="sapo">{C.lead}</h2>
<div class="audioplayer"><span>Nghe đọc bài</span><span>0:00</span><span>/</span><span>5:32</span><p>Nữ miền Bắc</p></div>
<div class="detail-cmain clearfix"><div class="detail-content afcbc-body" data-role="content" itemprop="articleBody">
<figure class="VCSortableInPreviewMode" type="Photo"><div><a href="https://cdn.example/a.jpg" target="_blank" class="detail-img-lightbox"><img src="https://cdn.example/thumb_w/1200/a.jpg" id="img_1" w="1500" h="1000" alt="x" width="1500" height="1000"></a></div><figcaption class="PhotoCMS_Caption"><p data-placeholder="Nhập chú thích ảnh">{C.captions[0]}</p></figcaption></figure>
<h3>{b[0]}</h3><p>{b[1]}</p><div class="VCSortableInPreviewMode relate-container" type="RelatedOneNews"><div class="kbwscwl-relatedbox"><a href="/z" class="VCCTitle">Nông dân trồng cà phê học tiếng Anh</a><a class="VCCDesc">ĐỌC NGAY Một lớp học đặc biệt được mở ngay tại vườn cà phê.</a></div></div>
<p>{b[2]}</p><figure class="VCSortableInPreviewMode" type="Photo"><div><img src="b.jpg"></div><figcaption class="PhotoCMS_Caption"><p>{C.captions[1]}</p></figcaption></figure>
<h3>{b[3]}</h3><p>{b[4]}</p><figure class="VCSortableInPreviewMode"><div><img src="c.jpg"></div><figcaption class="PhotoCMS_Caption"><p>{C.captions[2]}</p></figcaption></figure><p>{b[5]}</p>
<div class="VCSortableInPreviewMode alignCenter" type="RelatedNews" data-style="align-center"><ul><li><a href="/t"><b>Giá cà phê lập đỉnh mới</b></a><p>Giá cà phê nhân xô hôm nay tiếp tục tăng ở nhiều địa phương.</p></li></ul></div></div></div>
<div class="detail-tab"><a class="item active">Trở lại chủ đề</a></div><div class="detail-tags"><a href="/tag">cà phê</a></div>
<div class="box-comment"><p>Bình luận (0)</p></div></div></div></div></div></div><div class="box-category"><h3 class="box-title">Tin cùng chuyên mục</h3><div class="box-category-item"><h3><a href="/v">Thị trường cuối năm sôi động</a></h3><p class="box-category-sapo">Sức mua tại các siêu thị tăng nhẹ so với cùng kỳ năm ngoái.</p></div></div></body></html>""",
        byline="MINH THUẬN - THU HÀ",
    )


def _nhan_dan() -> Case:
    b = D.body
    return _case(
        "cms classes, picture tables, author block",
        D,
        f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"/><title>{D.headline}</title><meta property="og:site_name" content="Báo Mẫu điện tử"><meta property="og:title" content="{D.headline}"><meta property="article:published_time" content="2023-09-26T18:47:00+0700"><meta property="article:section" content="Chính trị"><meta name="author" content="Báo Mẫu điện tử"></head>
<body class="detail-page"><header class="site-header"><div class="wrap"><time class="header-time">Thứ Bảy, ngày 21 tháng 11 năm 2026</time></div></header>
<div class="site-content"><div class="container"><div class="breadcrumbs"><a href="/chinh-tri">Chính trị</a></div><div class="article"><h1 class="article__title cms-title ">{D.headline}</h1>
<div class="article__meta"><div class="wrap-meta"><time class="time" datetime="2023-09-26T18:47:00+0700" data-time="1695728820">Thứ Ba, ngày 26/9/2023 - 18:47</time></div><div class="features"><a class="btn-share">Chia sẻ</a><a class="print">In</a></div></div>
<div class="article__sapo cms-desc">NDO - {D.lead}</div>
<table class="picture" align="center" style=""><tbody><tr><td class="pic"><img class="cms-photo" src="https://img.example/a.jpg" alt="{D.captions[0]}"></td></tr><tr><td class="caption"><p>{D.captions[0]}</p></td></tr></tbody></table>
<div class="article__body zce-content-body cms-body" itemprop="articleBody"><p>{b[0]}</p><div class="article-relate" data-source="related-news"><a href="/q" class="title">Phát triển quan hệ với các địa phương láng giềng</a></div><p>{b[1]}</p>
<table class="picture"><tr><td class="pic"><img class="cms-photo" src="b.jpg"></td></tr><tr><td class="caption"><p>{D.captions[1]}</p></td></tr></table><p>{b[2]}</p></div>
<div class="article__author"><span class="name cms-author">{D.author}</span></div><div class="article__tag"><ul><li>#kết nghĩa</li></ul></div></div></div></div><div class="box-comment"><h3>Có thể bạn quan tâm</h3></div></body></html>""",
        paragraphs=[f"NDO - {D.lead}", *b],
    )


def _vov() -> Case:
    b = D.body
    return _case(
        "radio site: text-long, author with station",
        D,
        f"""<html lang="vi" dir="ltr"><head><meta charset="utf-8" /><title>{D.headline} | Đài Mẫu</title><meta property="og:site_name" content="Đài Mẫu"/><meta property="article:published_time" content="2023-09-26T11:47:00Z" /></head>
<body class="page-node-type-article"><div class="top-header">21/11/2026</div><main><div class="container"><article class="node node--article"><div class="row article-header"><div class="col-12"><h1 class="article-title mb-0">{D.headline}</h1></div></div>
<div class="row article-meta"><div class="col-md-4 mb-2 article-date">Thứ Ba, 18:47, 26/09/2023</div><div class="share-buttons">Facebook Zalo</div></div>
<div class="article-summary fs-16"><p>{D.lead}</p></div>
<div class="row article-content"><div class="col"><div class="text-long"><p style="text-align:justify">{b[0]}</p><div class="align-center embedded-entity" data-embed-button="media_browser"><figure class="caption caption-article"><img src="/sites/default/files/styles/large/a.jpg" width="800" height="533"/><figcaption>{D.captions[0]}</figcaption></figure></div><p style="text-align:justify">{b[1]}</p>
<div class="embedded-entity"><figure><img src="b.jpg"><figcaption>{D.captions[1]}</figcaption></figure></div><p style="text-align:justify"><span>{b[2]}</span>./.</p></div></div></div>
<div class="row article-author"><div class="col"><a href="/tac-gia/le-huong"><span>Lê Hương/VOV-Tây Nguyên</span></a></div></div>
<div class="row article-tags">Tag: <a>ngoại giao</a></div></article></div></main><div class="vov-most-viewed"><h3>Xem nhiều nhất</h3></div></body></html>""",
        byline="Lê Hương/VOV-Tây Nguyên",
        paragraphs=[D.lead, b[0], b[1], b[2] + "./."],
    )


def _dan_tri() -> Case:
    b = F.body
    return _case(
        "singular: prefix in brackets, author block above",
        F,
        f"""<!DOCTYPE html><html lang="vi"><head><meta charset="UTF-8"><title>{F.headline} | Báo Mẫu</title><meta property="article:published_time" content="2025-03-12T09:05:00+07:00"><meta property="article:author" content="https://baomau.example/tac-gia/hoai-nam"></head>
<body><header class="header"><div class="header-time">Thứ bảy, 21/11/2026 - 10:11</div></header><main class="body container"><article class="singular-container"><h1 class="title-page detail">{F.headline}</h1>
<div class="author-wrap"><div class="author-avatar"><img class="author-avatar__picture" src="av.jpg" width="48" height="48"></div><div class="author-meta"><div class="author-name"><a href="/tac-gia/hoai-nam.htm"><b>Hoài Nam</b></a></div><time class="author-time" datetime="2025-03-12 09:05">Thứ tư, 12/03/2025 - 09:05</time></div></div>
<h2 class="singular-sapo">(Báo Mẫu) - {F.lead}</h2><div class="singular-audio"><span>Nghe nội dung bài viết</span></div>
<div class="singular-content"><p>{b[0]}</p><figure class="image align-center"><img title="x" src="data:image/svg+xml,%3Csvg" data-src="https://cdn.example/a.jpg"><figcaption><p>{F.captions[0]}</p></figcaption></figure><p>{b[1]}</p><article class="article-related"><h3><a>Đọc thêm bài khác về lễ hội ở địa phương</a></h3></article><p>{b[2]}</p>
<figure class="image align-center"><img data-src="b.jpg" src="data:,"><figcaption><p>{F.captions[1]}</p></figcaption></figure><p>{b[3]}</p></div>
<div class="singular-source">Dòng sự kiện: <a>Lễ hội</a></div></article></main><footer><p>Cơ quan của một bộ mẫu. Tổng biên tập: không nêu.</p></footer></body></html>""",
        paragraphs=[f"(Báo Mẫu) - {F.lead}", *b],
    )


def _vietnamnet() -> Case:
    b = F.body
    return _case(
        "time in a breadcrumb bar, author wrapper below",
        F,
        f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{F.headline}</title><meta property="og:site_name" content="Báo Mẫu"><meta property="article:published_time" content="2025-03-12T02:05:00+00:00"></head>
<body><div class="top-menu">Mới nhất</div><div class="container__main"><div class="bread-crumb-detail sm-show-time"><ul><li><a href="/van-hoa">Văn hóa</a></li></ul><div class="bread-crumb-detail__time">Thứ Tư, 12/03/2025 - 09:05</div></div>
<div class="content-detail content-mobile-change"><h1 class="content-detail-title">{F.headline}</h1><div class="article-detail-author-wrapper"><div class="article-detail-author"><span class="name"><a href="/tac-gia" title="Hoài Nam">Hoài Nam</a></span></div></div>
<h2 class="content-detail-sapo sm-sapo-mb-0">{F.lead}</h2><div class="maincontent main-content" id="maincontent"><p>{b[0]}</p>
<figure class="image vnn-content-image"><picture><source srcset="https://static.example/a.jpg?w=760"><img src="https://static.example/a.jpg"></picture><figcaption>{F.captions[0]}</figcaption></figure><p>{b[1]}</p><div class="insert-wiki-content" data-type="article"><a href="/k"><strong>Tái hiện lễ cúng bến nước</strong></a><div class="insert-wiki-description">Lễ cúng bến nước được tái hiện trong khuôn khổ tuần văn hóa.</div></div><p>{b[2]}</p>
<figure class="image vnn-content-image"><img src="b.jpg"><figcaption>{F.captions[1]}</figcaption></figure><p>{b[3]}</p></div></div></div></body></html>""",
    )


def _army_paper() -> Case:
    b = D.body
    return _case(
        "post-content, both labels in capitals at the end",
        D,
        f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>{D.headline}</title></head><body><div id="wrap"><div class="hotline">Thứ bảy, 21/11/2026</div>
<div class="detail-post"><h1 class="post-title">{D.headline}</h1><div class="post-info"><span class="post-subinfo">Thứ ba, 26/09/2023 - 18:47</span><span class="font-resize"><a>+</a><a>-</a></span></div>
<div class="post-summary"><h2>{D.lead}</h2></div><div class="post-content" id="main-content"><p>{b[0]}</p><table border="0" cellpadding="3" cellspacing="0" class="tpl-caption" style="width:600px;margin:0 auto"><tbody><tr><td style="text-align:center"><img alt="" src="a.jpg" style="width:600px" /></td></tr><tr><td style="text-align:center"><span style="color:#0000ff">{D.captions[0]}</span></td></tr></tbody></table><p>{b[1]}</p><table class="tpl-caption"><tr><td><img src="b.jpg"/></td></tr><tr><td>{D.captions[1]}</td></tr></table><p>{b[2]}</p><p style="text-align:right"><strong>Tin, ảnh: LÊ HƯƠNG</strong></p>
<p><em>*Mời bạn đọc vào chuyên mục <a href="/chinh-tri">Chính trị</a> xem các tin, bài liên quan.</em></p></div></div></div></body></html>""",
        byline="LÊ HƯƠNG",
    )


def _police_paper() -> Case:
    b = D.body
    return _case(
        "box-date, entry paragraphs, several divs",
        D,
        f"""<html lang="vi"><head><meta charset="utf-8"><title>{D.headline} - Báo Mẫu</title><meta property="og:title" content="{D.headline} - Báo Mẫu"></head><body><div class="site-header"></div>
<div class="content-box entry-detail"><h1 class="box-title-detail entry-title">{D.headline}</h1><div class="box-date date">26/09/2023 18:47 | <a href="/su-kien">Sự kiện</a></div><div class="box-des-detail this-one entry-summary"><p>{D.lead}</p></div><div class="detail-content-body content-detail">
<p>{b[0]}</p><p><div class="contref"><div class="name-title"><div class="box-img"><img src="a.jpg" /></div><div class="desc-img">{D.captions[0]}</div></div></div></p><p>{b[1]}</p><div class="box-img"><img src="b.jpg"/></div><div class="desc-img">{D.captions[1]}</div><p>{b[2]}</p></div>
<div class="box-author"><strong>{D.author}</strong></div><div class="lst-tag"><a>ngoại giao</a></div></div><div class="box-widget"><h4>Đọc nhiều</h4><ul><li><a>Một tin được đọc nhiều khác</a></li></ul></div></body></html>""",
    )


def _vietnamplus_english() -> Case:
    b = E.body
    return _case(
        "English page of an agency",
        E,
        f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{E.headline} | Sample News (SampleNews)</title><meta property="og:site_name" content="Sample News"><meta property="article:published_time" content="2025-03-12T15:20:00+0700"></head><body>
<header class="site-header"><time>Sat, November 21, 2026</time></header><div class="article"><div class="breadcrumbs"><h2>Travel</h2></div><h1 class="article__title cms-title">{E.headline}</h1><div class="article__sapo cms-desc">{E.lead}</div>
<div class="article__meta"><time class="time" datetime="2025-03-12T15:20:00+0700">Wednesday, March 12, 2025 15:20</time></div>
<div class="article__body cms-body" itemprop="articleBody"><figure class="article__avatar"><img class="cms-photo" src="a.jpg"><figcaption>{E.captions[0]}</figcaption></figure><p>{b[0]}</p><p>{b[1]}</p><p>{b[2]}</p><p style="text-align:right">By {E.author}</p></div><div class="article__tag"><h3>#travel</h3></div></div></body></html>""",
    )


def _amp() -> Case:
    b = F.body
    return _case(
        "mobile page with amp-img",
        F,
        f"""<!doctype html><html ⚡ lang="vi"><head><meta charset="utf-8"><title>{F.headline}</title><script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","headline":"{F.headline}","datePublished":"2025-03-12T09:05:00+07:00","author":{{"@type":"Person","name":"Hoài Nam"}}}}</script><style amp-boilerplate>body{{}}</style></head>
<body><header class="headerbar">Báo Mẫu</header><amp-sidebar id="sidebar"><ul><li>Trang chủ</li></ul></amp-sidebar><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{F.headline}</h1><div class="amp-wp-meta"><time datetime="2025-03-12T09:05:00+07:00">12/03/2025</time></div></header>
<div class="amp-wp-article-content"><p><b>{F.lead}</b></p><p>{b[0]}</p><figure><amp-img src="https://cdn.example/a.jpg" width="800" height="533" layout="responsive"></amp-img><figcaption>{F.captions[0]}</figcaption></figure><p>{b[1]}</p><p>{b[2]}</p><figure><amp-img src="b.jpg" width="800" height="533"><noscript><img src="b.jpg"></noscript></amp-img><figcaption>{F.captions[1]}</figcaption></figure><p>{b[3]}</p></div></article></body></html>""",
    )


def _magazine() -> Case:
    b = C.body
    return _case(
        "long read: sections, full-width photos, credits at the end",
        C,
        f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{C.headline}</title><meta name="pubdate" content="2024-12-02T06:30:00+07:00"></head><body class="longform"><div class="e-magazine"><section class="emag-cover"><img src="cover-logo.png" width="60"><h1 class="emag-title">{C.headline}</h1><p class="emag-sapo sapo">{C.lead}</p></section>
<div class="emag-body article-body"><div class="full-width"><figure><img src="a.jpg" width="1600" height="900"><figcaption class="emag-caption">{C.captions[0]}</figcaption></figure></div><h2 class="emag-sub">{b[0]}</h2><p class="dropcap">{b[1]}</p><p>{b[2]}</p><div class="two-column"><figure><img src="b.jpg"></figure><figure><img src="c.jpg"></figure></div><div class="emag-caption caption">{C.captions[1]}</div><h2>{b[3]}</h2><p>{b[4]}</p><p>{b[5]}</p></div>
<div class="emag-credit author"><p>Bài, ảnh: Minh Thuận - Thu Hà</p></div></div></body></html>""",
        captions=[C.captions[0], C.captions[1]],
    )


def _labour_paper() -> Case:
    b = F.body
    return _case(
        "author and time in one bar, chappeau, wrap-content",
        F,
        f"""<html lang="vi"><head><meta charset="utf-8"><title>{F.headline} | Báo Mẫu</title></head><body><header><div>Thứ bảy, 21/11/2026</div></header><main class="page-detail"><div class="main-content-detail"><h1 class="title">{F.headline}</h1><div class="time-date-author"><span class="author">HOÀI NAM</span><span class="line">|</span><span class="time">12/03/2025 09:05 (GMT+7)</span></div>
<div class="chappeau"><p>{F.lead}</p></div><div class="art-body"><p>{b[0]}</p><figure class="insert-center-image"><a href="a.jpg" title="{F.captions[0]}"><img src="a.jpg"></a><figcaption>{F.captions[0]}</figcaption></figure><p>{b[1]}</p><ul class="insert-related"><li><a href="/1">Tin thứ nhất có liên quan đến lễ hội</a></li><li><a href="/2">Tin thứ hai có liên quan</a></li></ul><p>{b[2]}</p><figure><img src="b.jpg"><figcaption>{F.captions[1]}</figcaption></figure><p>{b[3]}</p></div><div class="keyword"><span>Từ khóa:</span><a>lễ hội</a></div></div></main></body></html>""",
        byline="HOÀI NAM",
    )


def _youth_paper() -> Case:
    b = C.body
    return _case(
        "paragraphs of divs with spans, inline related heading, share row",
        C,
        f"""<html lang="vi"><head><meta charset="utf-8"><title>{C.headline} | Báo Mẫu</title><meta property="og:description" content="{C.lead}"></head><body><div class="detail"><h1 class="details__headline cms-title">{C.headline}</h1><div class="details__meta"><div class="left"><div class="details__author"><a class="details__author__meta-name cms-author">Minh Thuận - Thu Hà</a></div><div class="meta"><time>02/12/2024 06:30</time></div></div></div><div class="sapo cms-desc"><div>{C.lead}</div></div>
<div id="abody" class="cms-body detail abody"><div class="notebox"><strong>{b[0]}</strong></div><div>{b[1]}</div><table class="imagefull" align="center"><tr><td><img src="a.jpg" class="cms-photo"></td></tr><tr><td class="text imgcaption"><p>{C.captions[0]}</p></td></tr></table><div>{b[2]}</div><p><b>{b[3]}</b></p><div>{b[4]}</div>
<div class="ExpEdit imageBox"><img src="b.jpg"><p class="photo-caption">{C.captions[1]}</p></div><div>{b[5]}</div><div class="imageBox"><img src="c.jpg"><p class="photo-caption">{C.captions[2]}</p></div></div><div class="social-bar">Chia sẻ bài viết</div></div></body></html>""",
    )


def _women_paper() -> Case:
    b = D.body
    return _case(
        "no structured data, time as words, source line",
        D,
        f"""<html><head><meta charset="utf-8"><title>Báo Mẫu - {D.headline}</title></head><body><table class="layout"><tr><td class="left-menu"><ul><li>Trang nhất</li><li>Chính trị</li></ul></td><td class="center"><p class="tieude"><b>{D.headline}</b></p><p class="ngay">18 giờ 47 phút, ngày 26 tháng 9 năm 2023</p><p class="tomtat"><b>{D.lead}</b></p><p>{b[0]}</p><p align="center"><img src="a.jpg" width="450"><br><font size="2" color="blue"><i>{D.captions[0]}</i></font></p><p>{b[1]}</p><p align="center"><img src="b.jpg" width="450"></p><p align="center"><font size="2"><i>{D.captions[1]}</i></font></p><p>{b[2]}</p><p align="right"><b>Lê Hương</b></p><p><b>CÁC TIN KHÁC</b></p><p><a href="/1">Hội nghị sơ kết công tác đối ngoại nhân dân sáu tháng đầu năm</a> (25/09/2023)</p><p><a href="/2">Giao lưu văn hóa với sinh viên quốc tế</a> (24/09/2023)</p></td></tr></table></body></html>""",
    )
