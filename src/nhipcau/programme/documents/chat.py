"""Short plain text for a chat group: no formatting, no more than a phone shows.

The words are Vietnamese, as everything that leaves the office in these documents.
"""

import re
from collections import Counter

from nhipcau.programme.documents.wording import NO_DATA, number_text, timing_text
from nhipcau.programme.types import LetterOutline, PlanOutline, ReportOutline

# Chat programs cut or fold longer messages.
MAXIMUM_LETTERS = 2000
_SHOWN = 12


def plan_text(plan: PlanOutline) -> str:
    """A plan in a few lines: how many tasks each agency leads."""
    leads = Counter(task.lead or "Chưa rõ cơ quan chủ trì" for task in plan.tasks)
    number = f" ({plan.number})" if plan.number else ""
    title = re.sub(r"^kế hoạch\s+", "", plan.title, flags=re.IGNORECASE)
    title = f"{title[:1].upper()}{title[1:]}"
    lines = [f"KẾ HOẠCH: {title}{number}", f"Tổng số nhiệm vụ: {len(plan.tasks)}"]
    lines += [f"- {name}: {count} nhiệm vụ" for name, count in leads.most_common(_SHOWN)]
    if len(leads) > _SHOWN:
        lines.append(f"- và {len(leads) - _SHOWN} cơ quan khác")
    return _cut(lines)


def report_text(report: ReportOutline) -> str:
    """A period report in a few lines: reported, missing, figures."""
    reported = sum(1 for row in report.rows if row.is_reported)
    lines = [
        f"BÁO CÁO: {report.title}",
        f"Kỳ báo cáo: {report.period_name} ({report.start:%d/%m/%Y} - {report.end:%d/%m/%Y})",
        f"Đã báo cáo: {reported}/{len(report.rows)} nhiệm vụ",
    ]
    for figure in report.figures[:_SHOWN]:
        value = NO_DATA if figure.value is None else f"{number_text(figure.value)} {figure.unit}"
        lines.append(f"- {figure.name}: {value.strip()}")
    if report.not_reported:
        lines.append("Chưa báo cáo: " + "; ".join(report.not_reported))
    return _cut(lines)


def letter_text(letter: LetterOutline) -> str:
    """A reminder in a few lines."""
    lines = [f"Kính gửi {letter.addressee}"]
    if letter.due:
        lines.append(f"Đề nghị gửi báo cáo chậm nhất ngày {letter.due:%d/%m/%Y} về các nhiệm vụ:")
    lines += [
        f"{index}. {task.text}" + (f" ({when})" if (when := timing_text(task)) else "")
        for index, task in enumerate(letter.tasks[:_SHOWN], start=1)
    ]
    if len(letter.tasks) > _SHOWN:
        lines.append(f"… và {len(letter.tasks) - _SHOWN} nhiệm vụ khác")
    if letter.header.issuer:
        lines.append(letter.header.issuer)
    return _cut(lines)


def _cut(lines: list[str]) -> str:
    text = "\n".join(lines)
    return text if len(text) <= MAXIMUM_LETTERS else f"{text[: MAXIMUM_LETTERS - 1].rstrip()}…"
