"""Two texts of a story side by side."""

import pytest
from django.urls import reverse
from django.utils import translation

from nhipcau.accounts.enums import Role
from nhipcau.newsroom.blocks import BodyBlock
from nhipcau.newsroom.blocks.comparing import BodyComparison
from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.services.works import create_work

pytestmark = pytest.mark.django_db


def table(*rows, columns=("text", "number")):
    return {
        "columns": [{"type": kind, "heading": kind} for kind in columns],
        "rows": [{"values": list(row)} for row in rows],
        "caption": "",
    }


def figures(rows, has_plot=True, **words):
    fields = {"title": "Đoàn ra", "unit": "", "has_plot": has_plot, "source": "Sở"}
    return {"table": rows, **fields, **words}


def compared(old, new, language="vi"):
    """What an editor sees of two bodies, each ``[(id, kind, value)]``."""
    field = StoryPage._meta.get_field("body")
    pages = [
        StoryPage(
            body=BodyBlock().to_python(
                [{"type": kind, "value": value, "id": name} for name, kind, value in blocks]
            )
        )
        for blocks in (old, new)
    ]
    with translation.override(language):
        comparison = BodyComparison(field, *pages)
        return comparison.has_changed(), str(comparison.htmldiff())


def test_each_block_says_what_it_is_and_what_has_become_of_it():
    old = [(name, "heading", name) for name in ("a", "b", "c", "d")]
    new = [(name, "heading", name) for name in ("d", "a", "c", "e")]
    for language, words in (
        ("vi", ("Tít xen", "Đã thêm", "Đã xóa", "Đã chuyển chỗ")),
        ("en", ("Subheading", "Added", "Removed", "Moved")),
    ):
        html = compared(old, new, language)[1]
        assert html.count(words[0]) == 5
        assert [html.count(f"<strong>{word}</strong>") for word in words[1:]] == [1, 1, 1]


def test_a_new_address_of_a_link_is_seen():
    old, new = (
        [("a", "paragraph", f'<p>Một.</p><p>Xem <a href="https://{host}/">trang</a>.</p>')]
        for host in ("cu.vn", "moi.vn")
    )
    html = compared(old, new)[1]
    assert '<span class="deletion">trang → https://cu.vn/</span>' in html
    assert '<span class="addition">trang → https://moi.vn/</span>' in html
    assert "Một.\n" in html


def test_bold_alone_is_said():
    bold = [("a", "paragraph", "<p><b>Một</b></p>")]
    assert "chữ đậm" in compared([("a", "paragraph", "<p>Một</p>")], bold)[1]


def test_the_keys_that_the_editor_gives_to_paragraphs_are_no_change():
    old, new = (
        [
            ("a", "paragraph", f'<p data-block-key="{key}">Một <b>hai</b></p>'),
            ("b", "heading", word),
        ]
        for key, word in (("x1y2z", "Cũ"), ("a9b8c", "Mới"))
    )
    changed, html = compared(old, new)
    assert changed
    assert "chữ đậm" not in html
    assert html.count("Đã sửa") == 1
    assert not compared(old[:1], new[:1])[0]


def test_of_a_table_the_changed_cell_is_seen_and_a_tick_is_told_in_words():
    old = [("a", "figures", figures(table(("Lào", "12"), ("Nga", "3"))))]
    new = [("a", "figures", figures(table(("Lào", "13"), ("Nga", "3")), has_plot=False))]
    assert compared(old, old)[0] is False
    html = compared(old, new)[1]
    assert '<td><span class="deletion">12</span> <span class="addition">13</span></td>' in html
    assert "<td>3</td>" in html
    assert '<span class="deletion">Có</span> <span class="addition">Không</span>' in html
    more = [("a", "figures", figures(table(("Lào", "12"), ("Nga", "3"), ("Úc", "1"))))]
    assert '<tr class="addition"><td>Úc</td><td>1</td></tr>' in compared(old, more)[1]
    fewer = [("a", "figures", figures(table(("Lào",), ("Nga",), columns=("text",))))]
    assert '<tr class="deletion"><td>Lào</td><td>12</td></tr>' in compared(old, fewer)[1]


def test_the_page_says_which_texts_are_compared(site, client_as):
    page = create_work(actor=None, headline="Bài", lead="Một.")
    page.lead = "Hai."
    page.save_revision()
    first = page.revisions.order_by("pk").first().pk
    address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first, "latest"])
    text = client_as(Role.EDITOR).get(address).content.decode()
    assert "Bản cũ hơn:" in text
    assert "Bản mới hơn:" in text
