"""Who does a piece of work, said by a label, in a bracket or at the end of its sentence."""

import re

from nhipcau.programme.plan_import.bodies import is_head, split_roles

ATTRIBUTE = re.compile(
    r"(?:(?:các\s+)?(?:cơ quan|đơn vị)\s+)?(?P<name>chủ trì(?:\s+thực hiện|\s+tham mưu)?|"
    r"phối hợp(?:\s+thực hiện)?|"
    r"thời gian(?:\s+(?:thực hiện|hoàn thành|tổ chức|dự kiến))*|thời hạn(?:\s+hoàn thành)?|"
    r"tiến độ(?:\s+thực hiện)?|"
    r"(?:cơ quan|đơn vị) thực hiện|thực hiện|phân công(?:\s+thực hiện)?|"
    r"sản phẩm|kết quả(?:\s+dự kiến)?|kinh phí(?:\s+thực hiện)?|nguồn kinh phí|địa điểm)\s*:\s*",
    re.I,
)
_BRACKETED = re.compile(
    r"^(?P<text>.{8,}?)\s*[(\[](?P<who>[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*\bchủ trì\b[^\[\]]*)[)\]]"
    r"[\s.;,]*(?P<after>[^()]{0,80})$",
    re.I | re.S,
)


# “…, do Sở A chủ trì, phối hợp với Sở B” and “…: Sở A chủ trì”.
_TRAILING = re.compile(
    r"^(?P<text>.{8,}?)(?:,?\s+do|:)\s+(?P<who>[A-ZĐ][^.;:()]{2,90}?\s+chủ trì\b"
    r"(?:,?\s*(?:và\s+)?phối hợp\s+(?:(?:với|cùng)\s+)?"
    r"(?:(?!\s+(?:thực hiện|hoàn thành|trong|trước|từ|vào)\s)[^.;:()])+)?)(?P<after>[^()]{0,80})$",
    re.S,
)


# “(Sở A chủ trì; Sở B phối hợp; hoàn thành trong quý II)”: the last part says when.
_WHEN_LAST = re.compile(
    r"(?:;\s*|,\s*(?![A-ZĐ]))(?P<when>(?i:(?P<until>hoàn thành|xong|trước|chậm nhất)\s|"
    r"(?:thời gian|thực hiện|trong(?!\s+đó)|từ|quý|tháng|năm|ngày|hằng|hàng)\s|"
    r"cả năm|thường xuyên|định kỳ)[^;]*)$"
)


# “Đăng tin bản tiếng Anh (Báo Quảng Trị thực hiện, thường xuyên)”.
_DONE_BY = re.compile(
    r"^(?P<text>.{8,}?)\s*\((?P<who>[A-ZĐ][^();:]{2,80}?)\s+(?:thực hiện|phụ trách|đảm nhiệm|"
    r"đảm nhận)\s*[,;]?\s*(?P<when>[^()]*)\)[\s.;,]*$",
    re.S,
)


def bracketed_assignment(text: str) -> tuple[str, dict[str, str]] | None:
    """``Họp báo (Sở A chủ trì, phối hợp với Sở B)``: the work, and who does it in a bracket.

    Returns:
        The work and its facts as :func:`attributes` gives them, ``None`` for any other text.
    """
    done = _DONE_BY.match(text)
    if done is not None and is_head(done["who"]) and "chủ trì" not in done["who"]:
        return done["text"].strip(), {"lead": done["who"], "time": done["when"].strip()}
    match = _BRACKETED.match(text)
    if match is None and not ATTRIBUTE.match(text.lstrip("-+* ")):
        match = _TRAILING.match(text)
    if match is None or ":" in match["who"] or not is_head(match["who"].strip()):
        return None
    who, facts = match["who"].strip(), dict[str, str]()
    when = _WHEN_LAST.search(who)
    if when is not None:
        facts["deadline" if when["until"] else "time"] = when["when"].strip()
        who = who[: when.start()]
    roles = split_roles(who)
    if roles is None:
        return None
    facts |= {"lead": roles[0], "coordinators": roles[1]}
    work = match["text"].strip()
    if match["after"].strip():
        after = match["after"].strip().rstrip(".;")
        work = f"{work}{'' if after.startswith(',') else ' '}{after}"
    return work, facts
