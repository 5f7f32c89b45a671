"""What readers will see of a photograph is seen while its focal point is chosen."""

import pytest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("demo"),
]

LAST = "[...document.querySelectorAll('.nc-crops svg')].pop().getAttribute('viewBox')"


def test_crops_follow_the_box_as_it_is_drawn(sign_in):
    desk = sign_in("editor")
    desk.open("/admin/images/")
    link = desk.page.locator("main a[href*='/admin/images/']:has(img)").first
    desk.open(link.get_attribute("href"))
    holder = desk.page.locator(".jcrop-holder")
    holder.wait_for()
    holder.scroll_into_view_if_needed()
    crops = desk.page.locator(".nc-crops svg")

    def shown() -> list[str]:
        return crops.evaluate_all("all => all.map((one) => one.getAttribute('viewBox'))")

    before, box = shown(), holder.bounding_box()

    def move(across: float, down: float) -> None:
        mouse.move(box["x"] + box["width"] * across, box["y"] + box["height"] * down)

    mouse = desk.page.mouse
    move(0.02, 0.02)
    mouse.down()
    move(0.1, 0.1)
    move(0.2, 0.2)
    with desk.page.expect_response(lambda answer: "/library/crops/" in answer.url):
        mouse.up()
    # Sample pictures are as broad as cards: it is what links show that moves.
    desk.page.wait_for_function(f"before => {LAST} !== before", arg=before[-1])
    assert len(shown()) == len(before) == 2
    desk.picture("focal-point")
    desk.page.locator(".remove-focal-point").click()
    desk.page.wait_for_function(f"before => {LAST} === before", arg=before[-1])
    assert desk.problems == []
