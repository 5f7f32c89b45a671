"""Importing into the memory and exporting from it."""

import hashlib
import io
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import IO

from django.db import transaction
from django.utils.translation import gettext
from wagtail.log_actions import log

from nhipcau.accounts.models import User
from nhipcau.common.exceptions import NotPermitted
from nhipcau.common.text import nfc, tokens
from nhipcau.translation.enums import OriginKind
from nhipcau.translation.exceptions import FileTooLarge, UnreadableFile
from nhipcau.translation.models import MemoryUnit
from nhipcau.translation.permissions import user_can_maintain_memory
from nhipcau.translation.rules.exchange.records import Reading, TextPair
from nhipcau.translation.rules.exchange.texts import (
    read_csv_pairs,
    read_po,
    read_tmx,
    read_xliff,
    write_csv_pairs,
    write_po,
    write_tmx,
    write_xliff,
)
from nhipcau.translation.rules.sketch import digest_of
from nhipcau.translation.services.memory import memory_origin, remember_many
from nhipcau.translation.types import ImportReport, Pair

Reader = Callable[[Path, str, str, Reading], Iterator[TextPair]]
_READERS: dict[str, tuple[str, Reader]] = {
    ".tmx": ("TMX", read_tmx),
    ".xlf": ("XLIFF", read_xliff),
    ".sdlxliff": ("XLIFF", read_xliff),
    ".mqxliff": ("XLIFF", read_xliff),
    ".xliff": ("XLIFF", read_xliff),
    ".po": ("PO", read_po),
    ".pot": ("PO", read_po),
    ".csv": ("CSV", read_csv_pairs),
    ".tsv": ("CSV", read_csv_pairs),
}
#: The back office takes files up to this; the command takes any that stream (TMX, XLIFF, CSV).
UPLOAD_LIMIT_BYTES = 50 * 1024 * 1024
_BATCH = 500
_SHOWN = 200


class _DryRun(Exception):
    """Undoes everything after a rehearsal."""


def import_memory(
    *,
    path: Path,
    source_language: str,
    target_language: str,
    actor: User | None,
    now: datetime,
    name: str = "",
    domain: str = "",
    note: str = "",
    dry_run: bool = False,
    limit_bytes: int | None = None,
) -> ImportReport:
    """Bring pairs of a file into the memory: all that are usable, or none.

    Args:
        path: TMX, XLIFF, PO or CSV, told by its ending.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
        actor: Who imports; ``None`` for the operator at the command line.
        now: The moment.
        name: What to call the origin; the file's name without it.
        domain: Field of use.
        note: Remarks, such as the licence.
        dry_run: Report only; nothing is written.
        limit_bytes: Refuse larger files.

    Returns:
        What happened. A source that has another approved translation is a conflict: the approved
        text stays and the new one is reported, not stored.

    Raises:
        UnreadableFile: if the file cannot be read; nothing is stored then.
        NotPermitted: if the person may not maintain the memory.
    """
    if actor is not None and not user_can_maintain_memory(actor):
        raise NotPermitted
    kind = path.suffix.lower()
    if kind not in _READERS:
        raise UnreadableFile(
            gettext("Unknown ending “%(ending)s”. Use .tmx, .xlf, .xliff, .po or .csv.")
            % {"ending": kind or path.name}
        )
    if limit_bytes is not None and path.stat().st_size > limit_bytes:
        raise FileTooLarge
    label, reader = _READERS[kind]
    reading = Reading()
    added = known = conflict_count = 0
    conflicts: list[str] = []
    try:
        with transaction.atomic():
            origin = memory_origin(
                kind=OriginKind.IMPORT,
                key=f"file:{_digest(path)}",
                name=name or path.name,
                domain=domain,
                note=note,
                added_by=actor,
                now=now,
            )
            pairs = reader(path, source_language, target_language, reading)
            while batch := list(islice(pairs, _BATCH)):
                usable, clashes = _sorted_out(batch, source_language, target_language, reading)
                conflict_count += len(clashes)
                conflicts += clashes[: max(0, _SHOWN - len(conflicts))]
                done = remember_many(
                    pairs=usable,
                    source_language=source_language,
                    target_language=target_language,
                    approved_by=None,
                    origin=origin,
                    now=now,
                )
                added, known = added + done.added, known + done.known
            if not origin.units.exists():
                origin.delete()
            else:
                log(
                    instance=origin,
                    action="translation.memory.imported",
                    user=actor,
                    data={"added": added},
                )
            if dry_run:
                raise _DryRun
    except _DryRun:
        pass
    return ImportReport(
        format=label,
        read=reading.read,
        added=added,
        known=known,
        conflicts=tuple(conflicts),
        refused=tuple(reading.refused),
        is_dry_run=dry_run,
        details={"conflicts": conflict_count},
    )


def _digest(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sorted_out(
    batch: list[TextPair], source_language: str, target_language: str, reading: Reading
) -> tuple[list[Pair], list[str]]:
    """Part pairs into those to store and sentences about conflicts."""
    usable: list[TextPair] = []
    for pair in batch:
        if tokens(pair.source) and tokens(pair.target):
            usable.append(pair)
        else:
            reading.refuse(gettext("“%(text)s” has no words.") % {"text": pair.source[:60]})
    digests = {digest_of(pair.source, source_language) for pair in usable}
    approved: dict[int, set[str]] = {}
    rows = MemoryUnit.objects.filter(
        source__digest__in=digests, target__language=target_language
    ).values_list("source__digest", "target__text")
    for digest, target in rows:
        approved.setdefault(digest, set()).add(target)
    kept, clashes = [], []
    for pair in usable:
        digest = digest_of(pair.source, source_language)
        others = approved.setdefault(digest or 0, set())
        target = nfc(pair.target).strip()
        if others and target not in others:
            clashes.append(
                gettext("“%(source)s” is approved as “%(approved)s”; the file says “%(new)s”.")
                % {"source": pair.source[:120], "approved": min(others)[:120], "new": target[:120]}
            )
            continue
        others.add(target)
        kept.append(Pair(pair.source, pair.target))
    return kept, clashes


def memory_pairs(
    source_language: str, target_language: str, *, origin: int | None = None
) -> Iterator[tuple[TextPair, dict[str, str]]]:
    """Units with their provenance, in the order they came in.

    Args:
        source_language: BCP 47 code.
        target_language: BCP 47 code.
        origin: Only units of this origin.
    """
    rows = MemoryUnit.objects.filter(
        source__language=source_language, target__language=target_language
    )
    if origin is not None:
        rows = rows.filter(origin_id=origin)
    for unit in (
        rows.select_related("source", "target", "origin", "approved_by")
        .order_by("pk")
        .iterator(chunk_size=2000)
    ):
        yield (
            TextPair(unit.source.text, unit.target.text, source_language, target_language),
            {
                "creationid": str(unit.approved_by or ""),
                "creationdate": unit.approved_at.strftime("%Y%m%dT%H%M%SZ"),
                "origin": unit.origin.name,
                "domain": unit.origin.domain,
            },
        )


def export_memory(
    *,
    file: IO[bytes],
    format: str,
    source_language: str,
    target_language: str,
    origin: int | None = None,
) -> int:
    """Write the memory for other tools.

    Args:
        file: Open for writing bytes.
        format: ``tmx``, ``csv``, ``xlf`` (XLIFF 1.2), ``xliff`` (XLIFF 2.1) or ``po``.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
        origin: Only units of this origin.

    Returns:
        How many pairs were written.

    Raises:
        UnreadableFile: if the format is unknown.
    """
    units = memory_pairs(source_language, target_language, origin=origin)
    if format == "tmx":
        return write_tmx(file, units, source_language)
    pairs = (pair for pair, _properties in units)
    if format == "csv":
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
        written = write_csv_pairs(text, pairs, source_language, target_language)
        text.detach()
        return written
    kept = list(pairs)
    if format in {"xlf", "xliff"}:
        version = "1.2" if format == "xlf" else "2.1"
        file.write(write_xliff(kept, source_language, target_language, version))
    elif format == "po":
        file.write(write_po(kept, target_language))
    else:
        raise UnreadableFile(
            gettext("Unknown ending “%(ending)s”. Use .tmx, .xlf, .xliff, .po or .csv.")
            % {"ending": format}
        )
    return len(kept)
