"""What no page may do to people who read with their ears, their keys or little sight."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

FADED_IN = """() => Promise.race([
    Promise.all(document.getAnimations()
        .filter(one => one.effect.getComputedTiming().iterations !== Infinity)
        .map(one => one.finished.catch(() => null))),
    new Promise(resolve => setTimeout(resolve, 2000)),
]).then(() => null)"""

# Wagtail hides whatever runs out of a page of the back office: the page itself is never too wide,
# so what is lost is looked for by its letters. What can be pushed aside is not lost.
CUT_OFF = """() => {
    const reached = element => {
        for (let around = element; around; around = around.parentElement)
            if (/auto|scroll/.test(getComputedStyle(around).overflowX)) return true;
        return false;
    };
    return [...document.querySelectorAll('main *')].filter(element => {
        const box = element.getBoundingClientRect();
        return !element.children.length && element.textContent.trim() && box.width
            && box.right > innerWidth + 1 && getComputedStyle(element).visibility === 'visible'
            && !element.closest('svg, .w-sr-only') && !reached(element);
    }).map(element => element.textContent.trim().slice(0, 40));
}"""


def cut_off(page: Page) -> list[str]:
    """What is written beyond the edge of the window, where nothing brings it into view."""
    found: list[str] = page.evaluate(CUT_OFF)
    return found


def assert_accessible(page: Page, where: str, context: dict[str, Any] | None = None) -> None:
    """Nothing that axe calls serious or critical.

    Args:
        page: The page on show.
        where: Said when something is found.
        context: What axe leaves out or looks at alone; all of the page otherwise.
    """
    assert (problems := serious_problems(page, context)) == [], f"{where}: {problems}"


def serious_problems(page: Page, context: dict[str, Any] | None = None) -> list[Any]:
    """Rules broken, each with up to three places."""
    # What fades in is judged when it is there: half transparent letters have no contrast yet.
    page.evaluate(FADED_IN)
    violations = Axe().run(page, context, RULES).response["violations"]
    return [
        (rule["id"], [node["target"] for node in rule["nodes"][:3]])
        for rule in violations
        if rule["impact"] in {"serious", "critical"}
    ]
