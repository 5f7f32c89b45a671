"""What the names that content management systems give to elements tell of their meaning."""

import re
from typing import Any

from nhipcau.common.text import fold
from nhipcau.newsroom.ingest.phrases import is_footer, tidy

BLOCK_TAGS = frozenset(
    "address article aside blockquote center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot "
    "th thead tr ul".split()
)
SKIPPED_TAGS = frozenset(
    "script style noscript iframe form nav aside button select svg ins template footer input "
    "textarea video audio object embed head link meta canvas dialog".split()
)
# A box of other stories has no more text than this, in characters.
LARGEST_BOX = 1500
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SIZE = re.compile(r"font-size\s*:\s*(\d+)(?:\.\d+)?\s*(px|pt)", re.I)
_LARGE_FONT = re.compile(r"\+?[4-7]|\+[1-3]")
_LARGE = {"pt": 14, "px": 18}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_NOISE = re.compile(
    r"related|relate\b|lien-?quan|tin-?khac|tin-?cung|cung-?chuyen|share|sharing|social|comment|"
    r"binh-?luan|\btags?\b|tu-?khoa|keyword|breadcrumb|bread-crumb|advert|quang-?cao|\bads?\b|"
    r"banner|newsletter|rating|\bvote|toolbar|\btools?\b|print|player|\btts\b|recommend|suggest|"
    r"read-?more|doc-?them|xem-?them|zalo|facebook|\bhidden\b|sr-only|\bmenu|navbar|sidebar|"
    r"side-bar|most-?read|doc-?nhieu|tin-?moi|tin-?lien|font-?size|\bpoll\b|\bpaging|pagination|"
    r"fb-like|google-news|copyright|\bfooter|next-?prev|inner-article|box-?tin|news-?list|"
    r"insert-wiki|\baudio"
)
_LEAD = re.compile(
    r"\bsapo|sapo\b|\blead\b|\blede\b|chapeau|\bsummary\b|(?<!\w-)\bdescription\b|(?:cms-|(?<![\w-]))desc\b|"
    r"\babstract\b|\bexcerpt\b|\bintro(?:text)?\b|tom-?tat|trich-?(?:yeu|dan)|\bmo-?ta\b|standfirst|\bp-?head\b|"
    r"\bhometext\b|\bhead-?note|\bquote-?lead|sub-?title-?detail"
)
_CAPTION = re.compile(
    r"caption|chu-?thich|\bpic-?note|photo-?desc|image-?desc|img-?desc|img-?note|image-?note|"
    r"photo-?note|\bpcaption|media-?desc|\bimgtitle|\btitle-?img|photo-?title|desc-?img|"
    r"(?:image|img|photo|pic|picture|media|anh)[\w-]*?-(?:desc|note|cap)\b"
)
_PHOTO_BOX = re.compile(r"(?:^|[\s-])(?:img|image|photo|picture|pic|anh)(?:[\s-]|$)")
_AUTHOR = re.compile(
    r"author|tac-?gia|byline|by-line|created-?by\b|\bwriter|nguoi-?viet|signature|pen-?name|but-?danh|\bpauthor|"
    r"\breporter\b|phong-?vien"
)
_TIME = re.compile(
    r"\bdate\b|date|\btime\b|time|pub-?date|publish|ngay|thoi-?gian|posted|clock|timestamp|created|"
    r"\bmeta\b|entry-meta"
)
_KICKER = re.compile(r"kicker|sup-?title|pre-?title|over-?line|tieu-?de-?phu|title-?sup|top-?title")
_TITLE = re.compile(
    r"headline|tieu-?de|(?:detail|post|news|article|entry|content|cms|story)-?title|"
    r"title-?(?:detail|post|news|article|content)|^title$|\bp-?title\b|\btit\b"
)
_BODY = re.compile(
    r"article-?(?:body|content|detail|text)|detail-?(?:content|body|text|noidung)|"
    r"content-?(?:detail|body|news|article|fck|main)|cms-?body|\bfck\b|fck-?detail|entry-?content|"
    r"post-?(?:content|body)|news-?(?:content|detail|body|text)|main-?(?:detail|body|content)|"
    r"body-?(?:content|text|text|html|news)|noi-?dung|noidung|story-?body|chi-?tiet|text-?content|"
    r"maincontent|afcbc|the-article|single-content|vnnews|\bbodytext\b|divcontent|abody"
)


def hint(element: Any) -> str:
    """Class, id and item property of an element in one spelling.

    Args:
        element: An lxml element.

    Returns:
        Lower case with hyphens, without Vietnamese marks.
    """
    names = " ".join(
        str(element.get(name) or "")
        for name in ("class", "id", "itemprop", "data-role", "role", "type")
    )
    return fold(_CAMEL.sub("-", names).replace("_", "-"))


def is_hidden(element: Any) -> bool:
    """Whether readers do not see the element."""
    return bool(_HIDDEN.search(element.get("style") or "")) or element.get("hidden") is not None


def is_large(element: Any) -> bool:
    """Whether an element is drawn larger than running text, as headlines once were."""
    if element.tag == "font" and _LARGE_FONT.fullmatch((element.get("size") or "").strip()):
        return True
    size = _SIZE.search(element.get("style") or "")
    return size is not None and int(size[1]) >= _LARGE[size[2].lower()]


def is_noise(element: Any) -> bool:
    """Whether an element belongs to the page and not to the story."""
    if element.tag in SKIPPED_TAGS or is_hidden(element):
        return True
    return bool(_NOISE.search(hint(element)))


def is_lead(element: Any) -> bool:
    """Whether an element is named as the lead."""
    return bool(_LEAD.search(hint(element))) and not any(
        is_caption(parent) or parent.tag == "figure"
        for parent in (element, *element.iterancestors())
    )


def is_place_stamp(element: Any) -> bool:
    """Whether an element is the place from which a paper reports, before the first words."""
    return element.tag == "span" and "location-stamp" in hint(element)


def is_caption(element: Any) -> bool:
    """Whether an element is named as the text under a photograph."""
    return element.tag == "figcaption" or bool(_CAPTION.search(hint(element)))


def is_photo_box(element: Any) -> bool:
    """Whether an element is named as a photograph with what belongs to it."""
    return element.tag == "div" and bool(_PHOTO_BOX.search(hint(element)))


def is_author(element: Any) -> bool:
    """Whether an element is named as the author's."""
    return bool(_AUTHOR.search(hint(element))) or element.get("rel") == "author"


def is_time(element: Any) -> bool:
    """Whether an element is named as the time's."""
    return element.tag == "time" or bool(_TIME.search(hint(element)))


def is_kicker(element: Any) -> bool:
    """Whether an element is named as the line above the headline."""
    return bool(_KICKER.search(hint(element)))


def is_title(element: Any) -> bool:
    """Whether an element is named as the headline."""
    return bool(_TITLE.search(hint(element)))


def is_body(element: Any) -> bool:
    """Whether an element is named as the story's text."""
    return bool(_BODY.search(hint(element)))


def is_related_box(element: Any) -> bool:
    """Whether an element is a box of other stories: its first words say so and links follow."""
    if element.tag not in {"div", "section", "article"} or element.find(".//a") is None:
        return False
    first = next((text for part in element.itertext() if (text := tidy(part))), "")
    return is_footer(first) and len(text_of(element)) < LARGEST_BOX


def text_of(element: Any) -> str:
    """The text of an element as readers see it, tidy and without scripts."""
    pieces: list[str] = []
    _collect(element, pieces)
    return tidy("".join(pieces))


def _collect(element: Any, pieces: list[str]) -> None:
    """Gather the text below an element, with blanks where blocks meet."""
    if not isinstance(element.tag, str) or element.tag in SKIPPED_TAGS or is_hidden(element):
        return
    is_block = element.tag in BLOCK_TAGS or element.tag == "br"
    if is_block:
        pieces.append(" ")
    pieces.append(element.text or "")
    for child in element:
        _collect(child, pieces)
        if isinstance(child.tag, str) and is_place_stamp(child):
            # Readers see a dash that the style sheet draws.
            pieces.append(" - ")
        pieces.append(child.tail or "")
    if is_block:
        pieces.append(" ")


def link_share(element: Any) -> float:
    """How much of an element's text are links, from 0 to 1."""
    total = len(text_of(element))
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return linked / total if total else 0.0
