"""What is typed at the desk stays: dates, comments, and the words of two people in one place."""

import re

import pytest

from tests.e2e.accessibility import assert_accessible
from tests.e2e.conftest import arriving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("demo"),
]
SAVED = "() => document.querySelector('.w-autosave-indicator')?.dataset.wAutosaveStateValue"


def write_story(desk, headline):
    """A new draft of the person, saved, in the editor."""
    page = desk.page
    address = page.locator("#wagtail-sidebar a[href*='/add/newsroom/storypage/']").first
    desk.open(address.get_attribute("href"))
    page.locator("[name=title]").fill(headline)
    page.locator("textarea[name=lead]").fill("Một.")
    with arriving(page):
        page.locator("footer button.action-save").click()
    return page


def test_a_date_is_kept_as_it_is_typed(sign_in):
    page = write_story(sign_in("reporter"), "Hạn của bài")
    page.locator("[role=tab]").nth(1).click()
    deadline = page.locator("[name=work_deadline]")
    calendar = page.locator(".xdsoft_datetimepicker:visible").first

    def type_in(text):
        deadline.click()
        calendar.wait_for()
        deadline.fill(text)
        deadline.press("Tab")
        calendar.wait_for(state="hidden")
        assert deadline.input_value() == text

    type_in("05/12/2030 08:00")
    with arriving(page):
        page.locator("footer button.action-save").click()
    assert deadline.input_value() == "2030-12-05 08:00"
    # What cannot be read is said, and not taken for today.
    page.locator("[role=tab]").nth(1).click()
    type_in("sáng mai")
    with arriving(page):
        page.locator("footer button.action-save").click()
    assert deadline.input_value() == "sáng mai"
    assert page.locator(".messages .error").count() == 1


def test_a_chosen_photograph_and_the_menu_stand_where_a_thumb_finds_them(sign_in):
    page = write_story(sign_in("reporter", width=320), "Bài có ảnh")
    # After a message the button of the menu stays above, not upon what is scrolled below.
    assert page.locator(".messages .success").count() == 1
    assert page.locator(".sidebar-nav-toggle").bounding_box()["y"] == 0
    page.locator("[data-streamfield-stream-container] .c-sf-add-button").first.click()
    page.get_by_role("option").nth(2).click()
    chooser = page.locator(".image-chooser")
    chooser.locator("[data-chooser-action-choose]").click()
    page.locator(".modal-content [role=tab]").nth(1).click()
    upload = page.locator(".modal-content select:visible").first
    assert upload.evaluate(
        "field => field.getBoundingClientRect().right"
        " <= field.closest('form').getBoundingClientRect().right"
    )
    page.locator(".modal-content [role=tab]").nth(0).click()
    page.locator(".modal-content [data-chooser-modal-choice]").first.click()
    actions = chooser.locator(".w-dropdown__toggle")
    actions.wait_for()
    assert actions.evaluate(
        "button => button.getBoundingClientRect().right <= button.closest('.w-field__input')"
        ".querySelector('.w-field__comment-button').getBoundingClientRect().left + 1"
    )


def test_a_comment_that_is_being_written_is_not_lost_on_a_phone(sign_in):
    page = write_story(sign_in("reporter", width=390), "Bài có nhận xét")
    toggle = page.locator("[data-side-panel-toggle=comments]")
    toggle.click()
    hint = page.locator(".nc-no-comments")
    hint.wait_for()
    assert_accessible(page, "comments, none yet")
    toggle.click()
    button = page.locator("[data-comment-add]").nth(2)
    box = button.bounding_box()
    assert box["x"] + box["width"] <= 390
    # The page wants to save itself while the comment is begun.
    page.locator("textarea[name=lead]").fill("Một, hai.")
    button.click()
    page.wait_for_timeout(2000)
    written = page.locator("#comments textarea").first
    written.press_sequentially("Hỏi lại giờ bắt đầu", delay=60)
    assert written.input_value() == "Hỏi lại giờ bắt đầu"
    assert_accessible(page, "a comment being written")
    assert not hint.is_visible()
    page.locator("#comments form button[type=submit]").first.click()
    page.wait_for_function(f"() => ({SAVED})() === 'saved'")
    # Another one, sent with the text although its own button was never used.
    toggle.click()
    page.locator("[data-comment-add]").nth(0).click()
    page.locator("#comments form textarea").first.fill("Thêm tên sự kiện")
    toggle.click()
    with arriving(page):
        page.locator("footer button.action-save").click()
    # The person's own saving before was nobody else's.
    assert page.locator(".messages .warning").count() == 0
    toggle.click()
    page.locator("#comments .comment").nth(1).wait_for()
    words = page.locator("#comments").inner_text()
    assert "Hỏi lại giờ bắt đầu" in words
    assert "Thêm tên sự kiện" in words


@pytest.mark.parametrize(
    ("language", "words"),
    [("vi", "vẫn được giữ trong lịch sử"), ("en", "stays in the history")],
)
def test_the_question_before_saving_second_says_that_both_texts_stay(sign_in, language, words):
    reporter, editor = sign_in("reporter"), sign_in("editor")
    page = write_story(reporter, f"Bài của hai người {language}")
    speak(reporter, language, page.url)
    editor.open(page.url.removeprefix(editor.site.address))
    editor.page.locator("textarea[name=lead]").fill("Của biên tập viên.")
    with arriving(editor.page):
        editor.page.locator("footer button.action-save").click()
    page.locator("textarea[name=lead]").fill("Của phóng viên.")
    # The page asks its colleagues' state every few seconds; then a click is answered by a question.
    page.locator("#w-save-confirmation-dialog", has_text=re.compile(words)).wait_for(
        state="attached"
    )
    page.locator("footer button.action-save").click()
    dialog = page.locator("#w-save-confirmation-dialog")
    dialog.locator("button.button").first.wait_for()
    assert words in dialog.inner_text()
    assert_accessible(page, "the question of a conflict")
    speak(reporter, "vi", page.url)


def speak(desk, language, then):
    """Choose the interface's language, then go back."""
    page = desk.open("/admin/account/")
    page.locator("select[name$=preferred_language]").select_option(language)
    with arriving(page):
        page.locator("form button[type=submit]").last.click()
    page.goto(then)


def test_two_people_at_one_segment_lose_nothing(sign_in):
    translator, reviser = sign_in("translator"), sign_in("reviser", width=390)
    desks = (translator, reviser)
    begun = translator.page.locator("main a[href*='/translation/desk/']").first
    address = begun.get_attribute("href")
    for desk in desks:
        desk.open(address)
    ours, theirs = "An evening of gongs by the lake", "Gong night at the lake"
    fields = [desk.page.locator(".nc-target textarea") for desk in desks]
    first = fields[0].nth(0)
    first.fill(theirs)
    with translator.page.expect_response(lambda answer: answer.request.method == "POST"):
        fields[0].nth(1).focus()
    row = reviser.page.locator(".nc-row").nth(0)
    fields[1].nth(0).fill(ours)
    with reviser.page.expect_response(lambda answer: answer.request.method == "POST"):
        fields[1].nth(1).focus()
    row.get_by_text(theirs).wait_for()
    assert fields[1].nth(0).input_value() == ours
    assert "đồng nghiệp" in row.inner_text()
    assert_accessible(reviser.page, "two people at one segment")
    # Nothing of the second person's is stored until they have seen the first person's.
    translator.open(address)
    assert fields[0].nth(0).input_value() == theirs
    # Who compares and saves again decides.
    fields[1].nth(0).fill(f"{ours} ")
    with arriving(reviser.page):
        reviser.page.locator("button[value=save]").click()
    translator.open(address)
    assert fields[0].nth(0).input_value().strip() == ours
    for desk in desks:
        assert desk.problems == []
