"""Tasks written as text: labelled lines below an item, and sentences that assign work."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from nhipcau.common.text import fold
from nhipcau.programme.plan_import.assignment_marks import ATTRIBUTE
from nhipcau.programme.plan_import.bodies import (
    is_head,
    looks_like_body,
    read_bodies,
    split_roles,
    without_role,
)
from nhipcau.programme.plan_import.periods import Timing, read_timing
from nhipcau.programme.plan_import.row_times import time_from_headings
from nhipcau.programme.plan_import.types import ReadPlan, ReadTask

_VERBS = (
    "tổ chức|xây dựng|triển khai|thực hiện|tham mưu|biên soạn|biên tập|biên dịch|sản xuất|"
    "in ấn|phát hành|"
    "đăng tải|đăng|phát sóng|tuyên truyền|quảng bá|giới thiệu|cung cấp|cập nhật|nâng cấp|"
    "duy trì|rà soát|"
    "theo dõi|đôn đốc|kiểm tra|hướng dẫn|tổng hợp|báo cáo|mở|đón tiếp|đón|hỗ trợ|tập huấn|"
    "bồi dưỡng|"
    "đào tạo|lập|đề xuất|chuẩn bị|dịch|vận hành|thiết lập|ký kết|lựa chọn|hoàn thiện|"
    "hoàn thành|tiếp tục|"
    "đẩy mạnh|tăng cường|chủ động|nghiên cứu|bố trí|thẩm định|quản lý|đấu tranh|phản bác|"
    "trao đổi|tạo điều kiện|"
    "mời|xuất bản|viết|ghi hình|chỉ đạo|lồng ghép|khảo sát|ban hành|trình|tiếp nhận|phân tích|"
    "đánh giá|sơ kết|"
    "tổng kết|kết nối|xúc tiến|vận động|huy động|bảo đảm|đảm bảo|phát động|giao lưu|gặp gỡ|cử|"
    "tham gia|số hóa|"
    "số hoá|thu thập|in|chọn|dàn dựng|trưng bày|trình diễn|làm việc|nắm|xác minh|xử lý|công bố|"
    "họp|thông tin"
)
_VERB = re.compile(rf"(?<![\w])(?:để\s+)?(?P<verb>{_VERBS})(?![\w])")
# “các tổ chức hữu nghị”, “báo chí, tuyên truyền”: there the word belongs to the name.
_NOT_VERB = re.compile(r"(?:\bcác|\bnhững|\bmột số|báo chí,|cơ quan|đơn vị)\s*$", re.I)
_GIVEN = re.compile(
    r"^(?:.{0,60}?\b)?(?:giao|phân công|đề nghị|yêu cầu|giao nhiệm vụ cho|"
    r"trách nhiệm của)\s+(?:cho\s+)?(?=\S)",
    re.I,
)
_LEADS = re.compile(
    r"\s*,?\s*(?:là\s+(?:cơ quan|đơn vị)\s+)?(?<![\w])(?:chủ trì|chịu trách nhiệm chính|"
    r"làm đầu mối|đầu mối)(?![\w])\s*",
    re.I,
)
_JOINS = re.compile(
    r"^[\s,:]*(?:và\s+)?(?i:phối hợp)(?:\s+chặt chẽ)?\s+"
    r"(?:(?:với|cùng(?: với)?)\s+|(?=[A-ZĐ]|các\s))"
)
_LATER_JOINS = re.compile(r"[,;]\s*(?:có sự\s+)?phối hợp\s*(?:của|với|cùng(?: với)?)\s+", re.I)
_NEXT_SENTENCE = re.compile(
    r"(?<=[.;])\s+(?=(?:Giao|Đề nghị|Yêu cầu|Phân công)\s|[A-ZĐ][^.;]{3,90}?\s(?:chủ trì)[\s,])"
)
_TIME_BEGINS = re.compile(
    r"(?<![\w])(?:(?:hoàn thành|xong|thực hiện)\s+)?(?:(?:trong|trước|từ|vào|đến hết|đến|"
    r"chậm nhất(?: là)?|định kỳ)\s+)?"
    r"(?:(?:đầu|giữa|cuối)\s+)?(?:ngày\s+\d|quý\s|tháng\s+\d|cả năm|trong năm|\d+ tháng (?:đầu|"
    r"cuối)|sáu tháng|"
    r"thường xuyên|định kỳ|hằng\s|hàng\s(?:năm|quý|tháng|tuần)|mỗi\s(?:năm|quý|tháng)|cuối năm|"
    r"đầu năm|năm 20\d\d|\d{1,2}/\d{1,2})",
    re.I,
)
_TIME_LINE = re.compile(
    r"^(?:hoàn thành|xong|thực hiện)\s+(?:xong\s+)?(?:trước|trong|vào|chậm nhất|ngày|tháng|quý|từ|"
    r"thường xuyên)\b",
    re.I,
)
# “phối hợp: Sở B; hoàn thành tháng 8/2023”: a deadline without a label of its own.
_DEADLINE_AT_END = re.compile(
    r"[;,.]\s*(?P<when>(?:hoàn thành|xong)\s+(?:xong\s+)?(?:trước|trong|vào|chậm nhất|"
    r"ngày|tháng|quý)\b[^;]*)$",
    re.I,
)
_ALWAYS = re.compile(r"thường xuyên$", re.I)
_OCCASION = re.compile(r"(?:nhân|kỷ niệm|dịp|ngày thành lập|số \S+)\s*(?:ngày\s*)?$", re.I)


@dataclass
class Assignment:
    """What one sentence assigns.

    Attributes:
        lead: Lead agency as written; empty when the sentence leaves it to its heading.
        coordinators: Text that names the coordinating agencies.
        text: The work.
        doubts: What a person should check.
    """

    lead: str = ""
    coordinators: str = ""
    text: str = ""
    doubts: list[str] = field(default_factory=list)


def attributes(text: str) -> tuple[str, dict[str, str]]:
    """Split ``Tổ chức … (Chủ trì: Sở A; thời gian: quý I)`` into the work and labelled facts.

    Returns:
        What stands before the first label, and the facts by ``lead``, ``coordinators``,
        ``time``, ``deadline``, ``product``, ``budget`` and ``other``.
    """
    found = [match for match in ATTRIBUTE.finditer(text) if _begins_part(text, match.start())]
    if not found:
        return text, {}
    facts: dict[str, str] = {}
    for match, following in zip(found, [*found[1:], None], strict=True):
        end = following.start() if following else len(text)
        value = text[match.end() : end].strip()
        value = re.sub(r"[\s;,.\-–+]+$", "", value)
        if value.count(")") > value.count("("):
            value = value.rstrip(")").strip()
        ending = _DEADLINE_AT_END.search(value)
        if ending and not following:
            facts["deadline"], value = ending["when"], value[: ending.start()]
        facts[_kind(match["name"])] = value
    before = re.sub(r"[\s(;,\-–+.:]+$", "", text[: found[0].start()])
    return before, facts


def _begins_part(text: str, at: int) -> bool:
    before = text[:at].rstrip()
    return not before or before[-1] in ".;,(\n-–+•*:" or text[at].isupper()


def _kind(name: str) -> str:
    plain = fold(name)
    if "chu tri" in plain or (
        plain.endswith("thuc hien")
        and "thoi gian" not in plain
        and (
            "co quan" in plain or "don vi" in plain or plain in ("thuc hien", "phan cong thuc hien")
        )
    ):
        return "lead"
    if plain.startswith("phan cong"):
        return "lead"
    if "phoi hop" in plain:
        return "coordinators"
    if "thoi" in plain or "tien do" in plain:
        return "deadline" if "hoan thanh" in plain or "thoi han" in plain else "time"
    if "san pham" in plain or "ket qua" in plain:
        return "product"
    return "budget" if "kinh phi" in plain else "other"


def time_line(text: str) -> bool:
    """Whether a line of its own says when: ``Hoàn thành trước 30/4``, without a colon."""
    return len(text) < 90 and bool(_TIME_LINE.match(text))


def sentences(text: str) -> list[str]:
    """Cut a paragraph where a new assignment begins."""
    return [part.strip() for part in _NEXT_SENTENCE.split(text) if part.strip()]


def read_assignment(sentence: str, *, heading_body: str = "") -> Assignment | None:
    """Understand a sentence that assigns work.

    Args:
        sentence: Without its number or bullet.
        heading_body: The agency whose heading it stands under, if any.

    Returns:
        ``None`` when the sentence assigns nothing to a named agency.
    """
    given = _GIVEN.match(sentence)
    body = sentence[given.end() :] if given else sentence
    leads = _LEADS.search(body)
    if leads and leads.start() > 200:
        leads = None
    if given is None and leads is None and not heading_body:
        return _from_beginning(sentence)
    result = Assignment()
    rest = body
    if leads is not None:
        who = body[: leads.start()].strip(" ,:")
        rest = body[leads.end() :]
        if who and not is_head(who):
            return None
        result.lead = who
    elif given is not None:
        if not is_head(body):
            return None
        colon = re.match(r"([^:]{3,90}):\s*", body)
        verb = _first_verb(body)
        if colon and (verb is None or colon.end() <= verb + 1):
            result.lead, rest = colon.group(1), body[colon.end() :]
        elif verb is not None:
            result.lead, rest = body[:verb], body[verb:]
        else:
            return None
        result.lead = re.sub(r"\s*,?\s*phối hợp.*$", "", result.lead.strip(" ,:"), flags=re.I)
        joined = re.search(r"phối hợp\s*(?:với|cùng)\s+(.+)$", body[: len(body) - len(rest)], re.I)
        if joined:
            result.coordinators = joined.group(1).strip(" ,")
    if not result.lead:
        if not heading_body:
            return None
        result.lead = heading_body
    joins = _JOINS.match(rest)
    if joins:
        rest = rest[joins.end() :]
        verb = _first_verb(rest)
        if verb is None:
            result.doubts.append(_("It is not clear where the coordinating agencies end."))
            rest, result.coordinators = rest, ""
        else:
            result.coordinators, rest = rest[:verb], rest[verb:]
    elif not result.coordinators:
        later = _LATER_JOINS.search(rest)
        if later:
            tail = rest[later.end() :]
            stops = [m.start() for m in (_TIME_BEGINS.search(tail), re.search(r"[.;]", tail)) if m]
            verb = _first_verb(tail)
            end = min([*stops, *([verb] if verb is not None else []), len(tail)])
            result.coordinators = re.sub(r"\s*,?\s*(?:để|nhằm)?\s*$", "", tail[:end])
            if verb is not None and verb == end:
                result.doubts.append(_("It is not clear where the coordinating agencies end."))
    result.text = re.sub(r"^[\s,:;]+|[\s,;]+$", "", rest)
    return result if result.text else None


def _from_beginning(sentence: str) -> Assignment | None:
    """``Sở Công Thương tổ chức …``: the agency that begins the sentence, with a doubt."""
    verb = _first_verb(sentence)
    if verb is None or not is_head(sentence) or sentence.rstrip().endswith(":"):
        return None
    lead, text = sentence[:verb].strip(" ,:"), sentence[verb:].strip()
    if len(lead) > 110 or text.startswith(("ban hành", "yêu cầu", "đề nghị")):
        return None
    doubt = _("The sentence does not say who leads; “%(name)s” begins it.") % {"name": lead}
    return Assignment(lead=lead, text=re.sub(r"[\s,;]+$", "", text), doubts=[doubt])


def _first_verb(text: str) -> int | None:
    """Where the work begins after names, ``None`` when no known verb is found."""
    for match in _VERB.finditer(text):
        if (
            match.start()
            and not _NOT_VERB.search(text[: match.start()])
            and not match["verb"][0].isupper()
        ):
            return match.start()
    return None


def find_time(text: str, *, year: int | None, last_year: int | None) -> tuple[Timing, str] | None:
    """Find when in a sentence, or ``None``.

    Returns:
        The timing and the words it was read from; several times make a doubt.
    """
    found: list[tuple[int, int, Timing]] = []
    for begin in _TIME_BEGINS.finditer(text):
        if _OCCASION.search(text[: begin.start()]) or any(
            b <= begin.start() < e for b, e, _t in found
        ):
            continue
        stops = [
            m.start()
            for m in re.finditer(r"[.;,()]|(?=\s(?:và|để|nhằm|theo|của|tại)\s)|$", text)
            if m.start() >= begin.end()
        ]
        if _ALWAYS.search(begin.group()):
            stops.insert(0, begin.end())  # “Thường xuyên cung cấp thông tin …”
        for stop in reversed(stops[:4]):
            phrase = text[begin.start() : stop].strip()
            if re.match(r"\s*của\s", text[stop:]) and re.search(r"\d/\d", phrase):
                continue  # the date of a cited document
            timing = read_timing(phrase, year=year, last_year=last_year)
            if re.fullmatch(r"năm 20\d\d", phrase.strip(), re.I):
                break  # “Kế hoạch năm 2021” names the plan, not when to write it
            if (timing.start or timing.due) and not timing.has_leftover:
                found.append((begin.start(), stop, timing))
                break
    if not found:
        return None
    # “Xong trước ngày 1/7; đồng thời cập nhật thường xuyên”: the day binds.
    fixed = [item for item in found if not item[2].recurring]
    begin_at, stop, timing = (fixed or found)[-1]
    if len(found) > 1:
        timing.doubts.append(_("The text names several times; one was taken."))
    return timing, text[begin_at:stop].strip()


def task_from_facts(
    text: str, facts: dict[str, str], plan: ReadPlan, groups: tuple[str, ...] = ()
) -> ReadTask:
    """A task from an item, its labelled facts and the headings above it."""
    task = ReadTask(
        text=text, groups=groups, product=facts.get("product", ""), budget=facts.get("budget", "")
    )
    lead_text, rest_text = facts.get("lead", ""), facts.get("coordinators", "")
    roles = split_roles(lead_text) if lead_text else None
    if roles is not None:
        # “Đơn vị thực hiện: Sở A chủ trì, phối hợp với Sở B”
        lead_text, rest_text = roles[0], "; ".join(filter(None, (roles[1], rest_text)))
    named = read_bodies(without_role(lead_text))
    task.doubts.extend(named.doubts)
    if named.names:
        task.lead = named.names[0]
        if len(named.names) > 1:
            task.doubt(
                _("Several agencies are named as lead: %(names)s. The first was taken.")
                % {"names": "; ".join(named.names)}
            )
    else:
        task.doubt(_("No lead agency is named."))
    others = read_bodies(rest_text)
    task.coordinators, task.doubts = others.names, task.doubts + others.doubts
    time_text = facts.get("deadline") or facts.get("time", "")
    task.time_text = time_text
    timed = None
    if not time_text:
        # Some writers put the time into the work: “Tổ chức tập huấn trong quý III”.
        timed = find_time(text, year=plan.year, last_year=plan.last_year)
        task.time_text = timed[1] if timed else ""
    if timed is None and not time_text and time_from_headings(task, plan):
        return task
    timing = (
        timed[0]
        if timed
        else read_timing(
            time_text, year=plan.year, last_year=plan.last_year, deadline="deadline" in facts
        )
    )
    apply_timing(task, timing)
    return task


def task_from_assignment(
    found: Assignment, plan: ReadPlan, groups: tuple[str, ...] = ()
) -> ReadTask:
    """A task from a sentence that assigns work and the headings above it."""
    task = ReadTask(text=found.text, groups=groups, doubts=list(found.doubts))
    named = read_bodies(found.lead)
    task.lead = named.names[0] if named.names else found.lead
    task.doubts.extend(named.doubts)
    if len(named.names) > 1:
        task.doubt(
            _("Several agencies are named as lead: %(names)s. The first was taken.")
            % {"names": "; ".join(named.names)}
        )
    others = read_bodies(found.coordinators)
    task.coordinators = others.names
    task.doubts.extend(others.doubts)
    timed = find_time(found.text, year=plan.year, last_year=plan.last_year)
    if timed is not None:
        task.time_text = timed[1]
        apply_timing(task, timed[0])
    elif not time_from_headings(task, plan):
        task.doubt(_("No time is given."))
    return task


def apply_timing(task: ReadTask, timing: Timing) -> None:
    """Copy a timing into a task."""
    task.start, task.due, task.recurring = timing.start, timing.due, timing.recurring
    for doubt in timing.doubts:
        task.doubt(doubt)


def heading_body(text: str) -> str:
    """The agency a heading such as ``1. Giao Sở Ngoại vụ:`` is about, else an empty text."""
    bare = re.sub(r"^(?:giao|đề nghị|trách nhiệm của|phân công)\s+", "", text.strip(), flags=re.I)
    bare = bare.strip().rstrip(":.;").strip()
    bare = re.sub(
        r"\s*(?:là cơ quan (?:thường trực|chủ trì|đầu mối).*|chủ trì|\(cơ quan .*\))$",
        "",
        bare,
        flags=re.I,
    )
    if len(bare) > 110 or not looks_like_body(bare) or _first_verb(bare) is not None:
        return ""
    return bare
