"""Files of other tools: round trips, conflicts, hostile and broken ones."""
# ruff: noqa: E501 - a sentence and its translation are easier to compare on one line

import json
import subprocess
import sys

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from translate.storage import tmx
from translate.storage.xliff2 import Xliff2File

from nhipcau.accounts.enums import Role
from nhipcau.common.exceptions import NotPermitted
from nhipcau.translation.enums import OriginKind
from nhipcau.translation.exceptions import UnreadableFile, UnsafeFile
from nhipcau.translation.models import MemoryOrigin, MemorySegment, MemoryUnit, Term
from nhipcau.translation.rules.exchange.records import Reading
from nhipcau.translation.rules.exchange.terms import read_tbx
from nhipcau.translation.rules.exchange.texts import read_tmx, read_xliff
from nhipcau.translation.selectors.memory import suggestions
from nhipcau.translation.services.exchange.memory import export_memory, import_memory
from nhipcau.translation.services.exchange.terms import import_terms
from nhipcau.translation.services.memory import memory_origin, remember
from nhipcau.translation.tests.test_memory import NOW

PAIRS = [
    ("Lễ hội Cà phê & cồng chiêng <2019>.", "The Coffee & Gong Festival <2019>."),
    ("Hội nghị bế mạc.", "The conference concluded."),
]


def bring(path, **more):
    return import_memory(
        path=path, source_language="vi", target_language="en", actor=None, now=NOW, **more
    )


@pytest.mark.parametrize("ending", ["tmx", "xlf", "xliff", "po", "csv"])
def test_what_is_exported_can_be_imported(db, tmp_path, user_with_role, ending):
    reviser = user_with_role(Role.REVISER)
    origin = memory_origin(kind=OriginKind.DESK, name="Tin", now=NOW)
    for source, target in PAIRS:
        remember(
            source=source,
            target=target,
            source_language="vi",
            target_language="en",
            approved_by=reviser,
            origin=origin,
            now=NOW,
        )
    path = tmp_path / f"memory.{ending}"
    with path.open("wb") as file:
        written = export_memory(
            file=file, format=ending, source_language="vi", target_language="en"
        )
    assert written == 2
    assert bring(path).known == 2
    MemoryUnit.objects.all().delete()
    MemorySegment.objects.all().delete()
    assert bring(path).added == 2
    for source, target in PAIRS:
        (found,) = suggestions(source, "vi", "en")
        assert (found.percent, found.target) == (100, target)


def test_another_tools_tmx_is_read(db, tmp_path):
    path = tmp_path / "other.tmx"
    store = tmx.tmxfile(sourcelanguage="vi", targetlanguage="en")
    for source, target in PAIRS:
        store.addtranslation(source, "vi", target, "en-US")
    path.write_bytes(bytes(store))
    assert bring(path).added == 2


def test_another_tools_xliff_is_read_without_its_codes(db, tmp_path):
    path = tmp_path / "other.xlf"
    path.write_text(
        """<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
        <file source-language="vi-VN" target-language="en-GB" original="a" datatype="html"><body>
        <trans-unit id="1"><source>Chữ <g id="1">đậm</g><x id="2"/> đây.</source>
        <target state="final">A <g id="1">bold</g><x id="2"/> word.</target></trans-unit>
        <trans-unit id="2"><source>Chưa dịch.</source><target state="needs-translation">x y</target></trans-unit>
        </body></file></xliff>""",
        encoding="utf-8",
    )
    report = bring(path)
    assert (report.added, len(report.refused)) == (1, 1)
    assert suggestions("Chữ đậm đây.", "vi", "en")[0].target == "A bold word."


def test_our_files_are_read_by_another_tool(db, tmp_path, user_with_role):
    origin = memory_origin(kind=OriginKind.DESK, name="Tin", now=NOW)
    source, target = PAIRS[0]
    remember(
        source=source,
        target=target,
        source_language="vi",
        target_language="en",
        approved_by=user_with_role(Role.EDITOR),
        origin=origin,
        now=NOW,
    )
    for ending, parse in (("tmx", tmx.tmxfile.parsestring), ("xliff", Xliff2File.parsestring)):
        path = tmp_path / f"out.{ending}"
        with path.open("wb") as file:
            export_memory(file=file, format=ending, source_language="vi", target_language="en")
        unit = parse(path.read_bytes()).units[0]
        assert (str(unit.source), str(unit.target)) == (source, target)


def test_approved_text_is_never_overwritten(db, tmp_path, user_with_role):
    origin = memory_origin(kind=OriginKind.DESK, name="Tin", now=NOW)
    remember(
        source="Hội nghị bế mạc.",
        target="The conference closed.",
        source_language="vi",
        target_language="en",
        approved_by=user_with_role(Role.EDITOR),
        origin=origin,
        now=NOW,
    )
    path = tmp_path / "new.csv"
    path.write_text("vi,en\nHội nghị bế mạc.,The meeting ended.\nCâu mới.,A new sentence.\n")
    report = bring(path)
    assert (report.added, len(report.conflicts)) == (1, 1)
    assert [found.target for found in suggestions("Hội nghị bế mạc.", "vi", "en")] == [
        "The conference closed."
    ]


def test_a_rehearsal_writes_nothing(db, tmp_path):
    path = tmp_path / "new.csv"
    path.write_text("vi,en\nCâu mới.,A new sentence.\n")
    assert bring(path, dry_run=True).added == 1
    assert not MemorySegment.objects.exists()
    assert not MemoryOrigin.objects.exists()


BOMB = """<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
<tmx version="1.4"><header/><body><tu><tuv xml:lang="vi"><seg>&b;</seg></tuv></tu></body></tmx>"""
FILE = BOMB.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/hostname"')


@pytest.mark.parametrize("content", [BOMB, FILE])
@pytest.mark.parametrize("name", ["evil.tmx", "evil.xlf"])
def test_entities_are_refused(db, tmp_path, content, name):
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(UnsafeFile):
        bring(path)
    tbx = tmp_path / "evil.tbx"
    tbx.write_text(content.replace("<tmx", "<martif").replace("</tmx>", "</martif>"))
    with pytest.raises(UnsafeFile):
        import_terms(path=tbx, actor=None, now=NOW)


def test_a_document_type_without_entities_is_harmless(db, tmp_path):
    path = tmp_path / "plain.tmx"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body><tu>'
        '<tuv xml:lang="VI"><seg>Câu một.</seg></tuv><tuv xml:lang="en-us"><seg>Sentence one.</seg></tuv>'
        "</tu></body></tmx>"
    )
    assert bring(path).added == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "cut.tmx",
            '<tmx><body><tu><tuv xml:lang="vi"><seg>Câu.</seg></tuv><tuv xml:lang="en"><seg>One.</seg></tuv></tu><tu>'.encode(),
        ),
        ("tcvn3.csv", "vi,en\nCâu,One\n".encode() + b"H\xe9i ngh\xde,Meeting\n"),
        ("none.csv", b"a,b\n1,2\n"),
        ("binary.tmx", bytes(range(256))),
        ("empty.tmx", b""),
        ("text.po", b"hello"),
        ("memory.docx", b"PK"),
    ],
)
def test_broken_files_are_explained_and_leave_nothing_behind(db, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableFile):
        bring(path)
    assert not MemorySegment.objects.exists()
    assert not MemoryOrigin.objects.exists()


def test_a_file_of_other_languages_is_refused(db, tmp_path):
    path = tmp_path / "fr.xlf"
    path.write_text(
        '<xliff version="1.2"><file source-language="fr" target-language="en"><body/></file></xliff>'
    )
    with pytest.raises(UnreadableFile):
        bring(path)


@pytest.mark.slow
def test_a_large_file_is_read_in_little_memory(tmp_path):
    path = tmp_path / "large.tmx"
    unit = '<tu><tuv xml:lang="vi"><seg>%s</seg></tuv><tuv xml:lang="en"><seg>%s</seg></tuv></tu>\n'
    with path.open("w") as file:
        file.write("<tmx><body>\n")
        for number in range(120_000):
            file.write(unit % (f"Câu số {number} " * 12, f"Sentence {number} " * 12))
        file.write("</body></tmx>")
    assert path.stat().st_size > 40_000_000
    code = (
        "import django, resource, sys; django.setup(); from pathlib import Path;"
        "from nhipcau.translation.rules.exchange.texts import read_tmx;"
        "from nhipcau.translation.rules.exchange.records import Reading;"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        f"n = sum(1 for _ in read_tmx(Path({str(path)!r}), 'vi', 'en', Reading()));"
        "print(n, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True
    )
    count, kilobytes = map(int, done.stdout.split())
    assert count == 120_000
    assert kilobytes < 30_000


def test_commands_report_in_json_and_fail_loudly(db, tmp_path, capsys):
    path = tmp_path / "new.csv"
    path.write_text("vi,en\nCâu mới.,A new sentence.\n")
    call_command("memory", "import", str(path), "--json")
    assert json.loads(capsys.readouterr().out)["added"] == 1
    out = tmp_path / "out.tmx"
    call_command("memory", "export", str(out), "--json")
    assert json.loads(capsys.readouterr().out)["written"] == 1
    terms = tmp_path / "terms.csv"
    terms.write_text(
        "vi,en,en:forbidden\nThông tin đối ngoại,External information,Foreign information|Overseas news\n"
    )
    call_command("terms", "import", str(terms), "--approve", "--json")
    assert json.loads(capsys.readouterr().out)["details"]["approved"] == 1
    again = tmp_path / "again.tbx"
    call_command("terms", "export", str(again), "--json")
    capsys.readouterr()
    Term.objects.all().delete()
    call_command("terms", "import", str(again))
    stored = {(word.text, word.kind) for word in Term.objects.get().wordings.all()}
    assert stored == {
        ("External information", ""),
        ("Foreign information", "forbidden"),
        ("Overseas news", "forbidden"),
    }
    with pytest.raises(CommandError):
        call_command("memory", "import", str(tmp_path / "missing.tmx"))


def test_translators_do_not_import(db, tmp_path, user_with_role):
    path = tmp_path / "new.csv"
    path.write_text("vi,en\nCâu mới.,A new sentence.\n")
    with pytest.raises(NotPermitted):
        import_memory(
            path=path,
            source_language="vi",
            target_language="en",
            actor=user_with_role(Role.TRANSLATOR),
            now=NOW,
        )


@pytest.mark.parametrize("ending", ["tmx", "xlf", "tbx"])
def test_another_kind_of_file_is_named(tmp_path, ending):
    path = tmp_path / f"page.{ending}"
    path.write_text("<html><body>Trang chủ</body></html>", encoding="utf-8")
    readers = {
        "tmx": lambda: read_tmx(path, "vi", "en", Reading()),
        "xlf": lambda: read_xliff(path, "vi", "en", Reading()),
        "tbx": lambda: read_tbx(path, Reading()),
    }
    with pytest.raises(UnreadableFile, match="html"):
        list(readers[ending]())


def test_a_binary_xliff_is_explained(tmp_path):
    path = tmp_path / "picture.xlf"
    path.write_bytes(bytes(range(256)) * 20)
    with pytest.raises(UnreadableFile):
        list(read_xliff(path, "vi", "en", Reading()))
