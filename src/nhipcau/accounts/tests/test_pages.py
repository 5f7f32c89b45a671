"""Every page around signing in is ours, in both languages."""

import re

import pytest
from django.core.cache import cache
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse

from nhipcau.accounts import urls
from nhipcau.accounts.enums import Role
from nhipcau.accounts.services import choose_language
from nhipcau.accounts.tests.factories import make_user, signed_in

# Who may do what is decided in Python: nothing here is said in SQL that other tests do not say.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]


@pytest.fixture(autouse=True)
def fresh_rate_limits():
    cache.clear()


def template_names():
    """Templates of all class-based views that are routed."""
    for pattern in urls.urlpatterns:
        view_class = getattr(pattern.callback, "view_class", None)
        if name := getattr(view_class, "template_name", None):
            yield name


def test_every_routed_page_has_our_own_template():
    names = set(template_names())
    assert len(names) > 15
    # The download holds the codes and nothing else.
    for name in names - {"mfa/recovery_codes/download.txt"}:
        assert "nhipcau/accounts/templates" in get_template(name).origin.name, name


ENTRANCE = [
    "account_login",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
]
INSIDE = [
    "account_logout",
    "account_reauthenticate",
    "account_change_password",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_deactivate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "wagtailadmin_account",
    "accounts_invitations:index",
    "accounts_invitations:add",
    "wagtailusers_users:index",
]
HEADING = re.compile(
    r"<h1[^>]*>(.*?)</h1>|<h2[^>]*id=.header-title.[^>]*>(.*?)</h2>|<title>(.*?)</title>", re.S
)


def headings(page):
    return " ".join("".join(match) for match in HEADING.findall(page))


@pytest.mark.parametrize("name", ENTRANCE + INSIDE)
def test_pages_speak_both_languages(name):
    user = make_user(Role.ADMINISTRATOR)
    pages = {}
    for language in ("vi", "en"):
        client = signed_in(user) if name in INSIDE else Client()
        choose_language(user=user, language=language)
        client.cookies["django_language"] = language
        response = client.get(reverse(name))
        assert response.status_code == 200
        pages[language] = response.content.decode()
        assert f'<html lang="{language}"' in pages[language]
    assert headings(pages["vi"]) != headings(pages["en"])


def test_form_labels_are_in_vietnamese(client_as):
    client = client_as(Role.ADMINISTRATOR)
    for name, labels in {
        "account_change_password": ["Mật khẩu hiện tại", "Mật khẩu mới", "Nhập lại mật khẩu"],
        "mfa_add_webauthn": ["Tên", "Đăng nhập chỉ bằng khóa truy cập này"],
        "mfa_reauthenticate": ["Mã xác thực"],
    }.items():
        page = client.get(reverse(name))
        assert [str(field.label) for field in page.context["form"].visible_fields()] == labels
