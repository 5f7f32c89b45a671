"""One journey in a real browser: invitation, authenticator app, sign-out, sign-in, passkey."""

import os
import re
from pathlib import Path

import pytest
from django.core.cache import cache

from nhipcau.accounts import services
from nhipcau.accounts.enums import Role
from nhipcau.accounts.models import User
from nhipcau.accounts.tests.test_sign_in import totp_code
from nhipcau.accounts.types import SYSTEM
from nhipcau.common.clock import now

CHROMIUM = Path("/usr/bin/chromium")
PASSWORD = "một mật khẩu đủ dài"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
]


@pytest.fixture
def page(monkeypatch):
    from playwright.sync_api import sync_playwright

    # Playwright runs an event loop in this thread; the tests use the database beside it.
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    cache.clear()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(180_000)
        yield page
        browser.close()


def give_fingerprint_reader(page):
    """Let the browser have a device that knows its owner's finger."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def test_from_invitation_to_passkey(page, live_server):
    violations = []
    page.on(
        "console",
        lambda message: (
            violations.append(message.text) if "Content Security" in message.text else None
        ),
    )
    base = live_server.url.replace("127.0.0.1", "localhost")
    services.ensure_roles()
    _, token = services.invite(
        actor=SYSTEM,
        email="an.mau@example.org",
        full_name="Biên tập viên (mẫu)",
        roles=[Role.EDITOR],
        now=now(),
    )

    # The invitation leads to the second factor and nowhere else.
    page.goto(f"{base}/admin/invitation/{token}/")
    page.get_by_label("Mật khẩu", exact=False).first.fill(PASSWORD)
    page.get_by_label("Nhập lại mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Tạo tài khoản").click()
    page.wait_for_url("**/admin/2fa/**")
    page.goto(f"{base}/admin/account/")
    page.wait_for_url("**/admin/2fa/**")

    # Setting up the app opens the back office.
    page.get_by_role("link", name="Thiết lập ứng dụng").click()
    secret = page.locator("#authenticator_secret").inner_text()
    page.get_by_label("Mã xác thực").fill(totp_code(secret))
    page.get_by_role("button", name="Hoàn tất").click()
    page.locator(".account-codes li").nth(9).wait_for()
    page.get_by_role("link", name="Tiếp tục vào trang quản trị").click()
    page.wait_for_url(re.compile(r"/admin/$"))

    # A passkey is added, then everything is closed.
    give_fingerprint_reader(page)
    page.goto(f"{base}/admin/2fa/passkeys/add/")
    page.get_by_role("button", name="Thêm", exact=True).click()
    page.wait_for_url("**/admin/2fa/")
    page.get_by_text("Đã thiết lập 1 khóa truy cập.").wait_for()
    page.goto(f"{base}/admin/logout/")
    page.get_by_role("main").get_by_role("button", name="Đăng xuất").click()

    # A password alone opens nothing; a code does.
    page.wait_for_url("**/admin/login/**")
    page.get_by_label("Địa chỉ thư điện tử").fill("an.mau@example.org")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url("**/admin/2fa/authenticate/**")
    page.goto(f"{base}/admin/")
    page.wait_for_url("**/admin/2fa/authenticate/**")
    user = User.objects.get(email="an.mau@example.org")
    codes = user.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()
    page.get_by_label("Mã xác thực").fill(codes[0])
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url(re.compile(r"/admin/$"))
    page.goto(f"{base}/admin/logout/")
    page.get_by_role("main").get_by_role("button", name="Đăng xuất").click()

    # The passkey alone is enough, since the device asks for the finger.
    page.wait_for_url("**/admin/login/**")
    page.get_by_role("button", name="Đăng nhập bằng khóa truy cập").click()
    page.wait_for_url(re.compile(r"/admin/$"))
    assert violations == []
