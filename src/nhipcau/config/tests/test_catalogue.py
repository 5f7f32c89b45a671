"""The libraries speak Vietnamese, with one word for one thing, and drown out none of our words."""

import re
import unicodedata
from pathlib import Path

import polib
import pytest
from django.utils.translation import gettext, ngettext, npgettext, override, pgettext

from scripts import third_party_catalogue as third_party

SOURCE = Path(__file__).resolve().parent.parent.parent
DOMAINS = third_party.DOMAINS
# English words of the interface for which the glossary has a Vietnamese one.
ENGLISH = re.compile(
    r"\b(workflow|task|draft|page|publish|unpublish|revision|snippet|collection|locale|slug|tag"
    r"|field|lock|comment|dashboard|settings?|report|redirect|log in|sign in|password|email)\b",
    re.IGNORECASE,
)
# New-style placement of the tone mark, where this program writes "hóa", "khóa", "tùy", "hủy".
NEW_STYLE = re.compile(r"(?:o[àáảãạ]|o[èéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)
OTHER_SPELLINGS = re.compile(r"\b(kĩ|lí|kì|mĩ|tập tin|đệ trình)\b", re.IGNORECASE)


def entries(domain):
    return list(third_party.our_catalogue(domain))


def vietnamese(entry):
    return entry.msgstr_plural[0] if entry.msgid_plural else entry.msgstr


def in_force(entry):
    """What Django answers for an entry's text in the language now active."""
    if entry.msgid_plural and entry.msgctxt:
        return npgettext(entry.msgctxt, entry.msgid, entry.msgid_plural, 2)
    if entry.msgid_plural:
        return ngettext(entry.msgid, entry.msgid_plural, 2)
    return pgettext(entry.msgctxt, entry.msgid) if entry.msgctxt else gettext(entry.msgid)


def shown(text):
    """What a person reads of a text: no tags, placeholders, code samples or addresses."""
    return re.sub(r"<[^>]*>|%\(\w+\)[a-z]|%[sd]|\{[^}]*\}|\S*\(ENTER\)\S*|https?://\S+", " ", text)


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_is_missing_empty_fuzzy_or_broken(domain):
    assert third_party.faults(domain) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_check_notices_a_string_that_is_not_there(domain, monkeypatch):
    wanted = third_party.untranslated_messages(domain)
    whole = third_party.our_catalogue(domain)
    lost = next(e for e in whole if third_party.Key(e.msgctxt, e.msgid) in wanted)
    whole.remove(lost)
    monkeypatch.setattr(third_party, "our_catalogue", lambda _domain: whole)
    assert [fault for fault in third_party.faults(domain) if repr(lost.msgid) in fault]


@pytest.mark.parametrize(
    ("english", "plural", "translation", "is_right"),
    [
        ("Hello %(name)s", None, "Chào %(name)s", True),
        ("Hello %(name)s", None, "Chào %(ten)s", False),
        ("Hello %(name)s", None, "Chào", False),
        ("%s of %s", None, "%s", False),
        ("<b>{title}</b> is locked", None, "<b>{title}</b> bị khóa", True),
        ("<b>{title}</b> is locked", None, "<strong>{title}</strong> bị khóa", False),
        ("Publish in ", None, "Xuất bản bằng", False),
        ("1 page", "%(count)s pages", "%(count)s trang", True),
        ("1 page", "%(count)s pages", "1 trang", False),
        ("%(n)s page", "%(n)s pages in %(m)s", "%(n)s trang", True),
        ("Save", None, "  ", False),
    ],
)
def test_a_translation_keeps_what_is_filled_in(english, plural, translation, is_right):
    entry = polib.POEntry(msgid=english, msgid_plural=plural or "")
    if plural:
        entry.msgstr_plural = {0: translation}
    else:
        entry.msgstr = translation
    assert (third_party.faults_of_entry(entry) == []) is is_right


def test_a_file_with_a_broken_translation_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(third_party, "OURS", tmp_path)
    third_party.merge("django", [polib.POEntry(msgid="Save", msgstr="Lưu")])
    before = (tmp_path / "django.po").read_bytes()
    with pytest.raises(ValueError, match="Hello"):
        third_party.merge(
            "django",
            [
                polib.POEntry(msgid="Save", msgstr="Ghi"),
                polib.POEntry(msgid="Hello %(name)s", msgstr="Chào"),
            ],
        )
    assert (tmp_path / "django.po").read_bytes() == before


def test_messages_are_found_in_python_and_in_templates():
    python = '_("One"); pgettext("of a plan", "Two"); ngettext("Leaf", "Leaves", n); _(variable)'
    template = (
        '{% load i18n %}{% translate "One" %}{% translate "Two" context "of a plan" %}'
        "{% blocktranslate count n=n %}Leaf{% plural %}Leaves{% endblocktranslate %}"
        '{% include "x.html" with title=_("Three") %}'
    )
    common = {
        (third_party.Key(None, "One"), None),
        (third_party.Key("of a plan", "Two"), None),
        (third_party.Key(None, "Leaf"), "Leaves"),
    }
    assert set(third_party.messages_in_python(python)) == common
    assert set(third_party.messages_in_template(template)) == common | {
        (third_party.Key(None, "Three"), None)
    }


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_word_of_the_glossary_stays_english(domain):
    left = {
        entry.msgid: vietnamese(entry)
        for entry in entries(domain)
        if ENGLISH.search(shown(vietnamese(entry)))
    }
    assert left == {}


@pytest.mark.parametrize("domain", DOMAINS)
def test_spelling_is_the_office_s(domain):
    wrong = []
    for entry in entries(domain):
        text = vietnamese(entry)
        if (
            text != unicodedata.normalize("NFC", text)
            or NEW_STYLE.search(text)
            or OTHER_SPELLINGS.search(shown(text))
        ):
            wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize(
    ("english", "word"),
    [
        (r"\bunpublish(?!ed (?:subpage|changes))", "gỡ xuất bản"),
        (r"\bworkflows?\b(?! tasks?\b)", "quy trình"),
        (r"\bslug", "đường dẫn tĩnh"),
        (r"\bsnippet", "mục nội dung"),
        (r"\bpasswords?\b", "mật khẩu"),
        (r"\brecovery code", "mã khôi phục"),
        (r"\bpasskey", "khóa truy cập"),
        (r"\balias", "bản sao liên kết"),
        (r"\bsearch term", "cụm từ tìm kiếm"),
        (r"\bverification code", "mã xác minh"),
    ],
)
def test_one_word_stands_for_one_thing(english, word):
    wrong = {
        entry.msgid: vietnamese(entry)
        for domain in DOMAINS
        for entry in entries(domain)
        if re.search(english, shown(entry.msgid), re.IGNORECASE)
        and word not in vietnamese(entry).lower()
    }
    assert wrong == {}


def test_no_word_of_ours_is_drowned_out_by_a_library_s_or_another_app_s():
    """Django keeps one translation for a text: a shared short word needs a context.

    Without one, every "Task" of a plan would read "bước duyệt", Wagtail's step of a workflow.
    """
    drowned = {}
    with override("vi"):
        for path in SOURCE.glob("*/locale/vi/LC_MESSAGES/django.po"):
            for entry in polib.pofile(str(path)):
                effective = in_force(entry)
                if effective != vietnamese(entry):
                    drowned[path.parts[-5], entry.msgid] = (vietnamese(entry), effective)
    assert drowned == {}


def test_mistakes_of_django_s_own_vietnamese_are_corrected():
    with override("vi"):
        assert gettext("Password reset unsuccessful") == "Đặt lại mật khẩu không thành công"
        assert gettext("Simplified Chinese") == "Tiếng Trung (giản thể)"
        assert gettext("Monday") == "Thứ Hai"
