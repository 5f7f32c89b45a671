"""Signing in as a person at the browser sees it: no way round the second factor."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse
from wagtail.users.models import UserProfile

from nhipcau.accounts.enums import Role
from nhipcau.accounts.services import choose_language
from nhipcau.accounts.tests.factories import PASSWORD, TOTP_SECRET, give_totp, make_user, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_rate_limits():
    cache.clear()


def totp_code(secret=TOTP_SECRET, seconds_ago=0):
    """The code that an authenticator app shows now or showed a while ago."""
    return format_hotp_value(hotp_value(secret, int(time.time() - seconds_ago) // 30))


def sign_in(client, user, password=PASSWORD, **extra):
    return client.post("/admin/login/", {"login": user.email, "password": password, **extra})


def is_inside(client):
    return client.get("/admin/").status_code == 200


def test_password_alone_leads_to_the_second_factor_page():
    user = make_user(Role.EDITOR)
    give_totp(user)
    client = Client()
    response = sign_in(client, user)
    assert response.headers["Location"] == reverse("mfa_authenticate")
    assert not is_inside(client)
    assert client.get("/admin/").headers["Location"].startswith("/admin/login/")


def test_password_and_code_let_in():
    user = make_user(Role.EDITOR)
    give_totp(user)
    client = Client()
    sign_in(client, user)
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    assert not is_inside(client)
    client.post(reverse("mfa_authenticate"), {"code": totp_code()})
    assert is_inside(client)


def test_a_code_typed_slowly_still_lets_in_and_an_old_one_does_not():
    user = make_user(Role.EDITOR)
    give_totp(user)
    client = Client()
    sign_in(client, user)
    client.post(reverse("mfa_authenticate"), {"code": totp_code(seconds_ago=120)})
    assert not is_inside(client)
    client.post(reverse("mfa_authenticate"), {"code": totp_code(seconds_ago=30)})
    assert is_inside(client)


def test_post_of_wagtails_own_sign_in_form_never_enters():
    """Wagtail's form sends ``username`` and ``password``; its view must not be there."""
    user = make_user(Role.ADMINISTRATOR, is_superuser=True)
    give_totp(user)
    client = Client()
    for name in ("username", "login"):
        client.post("/admin/login/", {name: user.email, "password": PASSWORD, "next": "/admin/"})
        assert not is_inside(client)


def test_wagtails_password_reset_is_not_reachable():
    client = Client()
    for path in ("", "done/", "confirm/MQ/set-password/", "complete/"):
        response = client.post(f"/admin/password_reset/{path}", {"email": "a@example.org"})
        assert response.status_code == 302
        assert response.headers["Location"] == "/admin/password/reset/"
    assert mail.outbox == []


@pytest.mark.parametrize(
    "path",
    ["signup/", "email/", "3rdparty/", "social/login/error/", "confirm-email/", "2fa/trust/"],
)
def test_what_the_office_does_not_need_is_not_there(client_as, path):
    client = client_as(Role.ADMINISTRATOR, is_superuser=True)
    assert client.get(f"/admin/{path}").status_code == 404


def test_sign_up_has_no_name():
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_person_without_factor_reaches_only_the_enrolment():
    user = make_user(Role.EDITOR)
    client = Client()
    sign_in(client, user)
    for path in (
        "/admin/",
        "/admin/account/",
        "/admin/users/",
        "/admin/pages/",
        "/admin/password/change/",
    ):
        response = client.get(path)
        assert response.status_code == 302, path
        assert response.headers["Location"].startswith(reverse("mfa_index"))
    page = client.get(reverse("mfa_index"))
    assert "xác thực" in page.content.decode().lower()


@pytest.mark.django_db(transaction=True)
def test_enrolment_lets_in_without_asking_again():
    user = make_user(Role.EDITOR)
    client = Client()
    sign_in(client, user)
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    response = client.post(reverse("mfa_activate_totp"), {"code": totp_code(secret)})
    assert response.headers["Location"] == reverse("mfa_view_recovery_codes")
    assert client.get(reverse("mfa_view_recovery_codes")).context["can_view_codes"]
    assert is_inside(client)
    assert "ứng dụng" in mail.outbox[0].subject.lower()
    assert "127.0.0.1" not in mail.outbox[0].body


def test_role_without_demand_enters_with_a_password():
    user = make_user(Role.REPORTER)
    client = Client()
    sign_in(client, user)
    assert is_inside(client)


def test_session_from_before_the_factor_is_led_to_show_it():
    user = make_user(Role.REPORTER)
    client = signed_in(user, second_factor=False)
    assert is_inside(client)
    give_totp(user)
    response = client.get("/admin/")
    assert response.headers["Location"].startswith(reverse("mfa_reauthenticate"))
    # Adding a passkey of one's own must not be a way round the factor.
    assert client.get(reverse("mfa_add_webauthn")).status_code == 302
    assert client.get(reverse("account_reauthenticate")).status_code == 302
    page = client.get(reverse("mfa_reauthenticate"))
    assert reverse("account_reauthenticate") not in page.content.decode()
    client.post(reverse("mfa_reauthenticate"), {"code": totp_code(), "next": "/admin/"})
    assert is_inside(client)


def test_session_shown_with_a_factor_that_is_gone_counts_no_more(client_as):
    client = client_as(Role.EDITOR)
    assert is_inside(client)
    Authenticator.objects.filter(user=client.user).delete()
    assert client.get("/admin/").headers["Location"].startswith(reverse("mfa_index"))
    give_totp(client.user)
    assert client.get("/admin/").headers["Location"].startswith(reverse("mfa_reauthenticate"))


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Requested-With": "XMLHttpRequest"},
        {"HX-Request": "true"},
        {"Accept": "application/json"},
    ],
)
def test_scripts_get_a_status_instead_of_a_form(headers):
    enrol = signed_in(make_user(Role.EDITOR), second_factor=False)
    response = enrol.get("/admin/", headers=headers)
    assert (response.status_code, response.json()["error"]) == (403, "enrol")
    user = make_user(Role.EDITOR)
    give_totp(user)
    response = signed_in(user, second_factor=False).get("/admin/", headers=headers)
    assert (response.status_code, response.json()["error"]) == (401, "verify")


@pytest.mark.parametrize("headers", [{"HX-Request": "true"}, {"Accept": "application/json"}])
def test_scripts_learn_that_the_session_is_over(headers):
    response = Client().get("/admin/", headers=headers)
    assert (response.status_code, response.json()["error"]) == (401, "sign_in")
    assert response.headers["HX-Redirect"] == "/admin/login/"
    # The browser's own request for a passkey must get through.
    assert Client().get(reverse("mfa_login_webauthn"), headers=headers).status_code in {200, 302}


def test_form_that_was_open_too_long_gets_a_page_that_says_what_to_do():
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/admin/login/", {"login": "a@example.org", "password": PASSWORD})
    assert response.status_code == 403
    assert "tải lại" in response.content.decode()


def test_person_without_role_is_told_so_and_can_leave():
    client = signed_in(make_user(), second_factor=False)
    response = client.get("/admin/")
    assert response.status_code == 403
    assert "account_logout" not in response.content.decode()
    assert reverse("account_logout") in response.content.decode()
    client.post(reverse("account_logout"))
    assert client.get("/admin/").headers["Location"].startswith("/admin/login/")


def test_deactivated_person_is_out_at_the_next_request(client_as):
    client = client_as(Role.EDITOR)
    assert is_inside(client)
    client.user.is_active = False
    client.user.save()
    assert client.get("/admin/").headers["Location"].startswith("/admin/login/")
    assert sign_in(Client(), client.user).headers["Location"] == reverse("account_inactive")


def test_new_password_signs_out_everywhere(client_as):
    here = client_as(Role.EDITOR)
    elsewhere = signed_in(here.user)
    new = "another-long-password"
    data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert here.post(reverse("account_change_password"), data).status_code == 302
    assert not is_inside(here)
    assert not is_inside(elsewhere)


def test_forgotten_password_does_not_sign_in_and_keeps_the_factor(client_as):
    user = make_user(Role.EDITOR)
    give_totp(user)
    client = Client()
    client.post(reverse("account_reset_password"), {"email": user.email})
    link = re.search(r"http://\S+", mail.outbox[0].body).group()
    page = client.get(link, follow=True)
    new = "another-long-password"
    client.post(page.redirect_chain[-1][0], {"password1": new, "password2": new})
    assert not is_inside(client)
    assert sign_in(client, user, new).headers["Location"] == reverse("mfa_authenticate")
    assert client.get(link, follow=True).context["token_fail"]


def test_forgotten_password_of_a_stranger_sends_nothing_and_says_nothing():
    response = Client().post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    assert response.headers["Location"] == reverse("account_reset_password_done")
    assert mail.outbox == []


def test_letters_are_in_the_language_of_their_reader():
    from nhipcau.accounts.services import choose_language

    for language, words in (("vi", "mật khẩu"), ("en", "password")):
        user = make_user(Role.EDITOR)
        choose_language(user=user, language=language)
        Client().post(reverse("account_reset_password"), {"email": user.email})
        assert words in mail.outbox[-1].subject.lower()


def test_guessing_is_slowed_down():
    user = make_user(Role.REPORTER)
    client = Client()
    for _ in range(5):
        assert "/admin/login/" in sign_in(client, user, "wrong-password").request["PATH_INFO"]
    response = sign_in(client, user)
    assert response.status_code == 200
    assert not is_inside(client)


def test_too_many_requests_get_a_page_that_says_what_to_do():
    client = Client()
    for _ in range(31):
        response = client.post("/admin/login/", {"login": "x@example.org"})
    assert response.status_code == 429
    assert "năm phút" in response.content.decode()


def test_language_of_the_sign_in_page_is_vietnamese_until_chosen():
    client = Client(headers={"Accept-Language": "fr"})
    assert "Đăng nhập" in client.get("/admin/login/").content.decode()
    client.post(reverse("accounts_language"), {"language": "en", "next": "/admin/login/"})
    assert "Sign in" in client.get("/admin/login/").content.decode()
    assert client.post(reverse("accounts_language"), {"language": "fr"}).status_code == 404
    response = client.post(
        reverse("accounts_language"), {"language": "vi", "next": "https://example.org/"}
    )
    assert response.headers["Location"] == "/admin/login/"


def test_refusals_are_in_the_language_of_the_person(client_as):
    client = client_as(Role.REPORTER)
    UserProfile.objects.update_or_create(user=client.user, defaults={"preferred_language": "en"})
    refused = client.get(reverse("wagtailusers_users:index"), follow=True).content.decode()
    assert "you do not have permission to access this area" in refused
    assert "Page not found" in client.get("/admin/no/such/page/").content.decode()
    # Before the first choice in the profile the browser's counts, as on the sign-in page.
    UserProfile.objects.filter(user=client.user).update(preferred_language="")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    refused = client.get(reverse("wagtailusers_users:index"), follow=True).content.decode()
    assert "you do not have permission to access this area" in refused


def test_account_page_changes_name_and_language(client_as):
    client = client_as(Role.EDITOR)
    page = client.get("/admin/account/").content.decode()
    assert reverse("mfa_index") in page
    assert reverse("account_change_password") in page
    data = {
        "name_email-full_name": "Nguyễn Thị Mẫu",
        "name_email-job_title": "Biên tập viên",
        "locale-preferred_language": "en",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
    }
    assert client.post("/admin/account/", data).status_code == 302
    client.user.refresh_from_db()
    assert client.user.full_name == "Nguyễn Thị Mẫu"
    assert "Change the password" in client.get(reverse("account_change_password")).content.decode()


def test_a_refusal_is_told_in_the_language_of_the_page_that_says_it(client_as):
    client = client_as(Role.LEADER)
    choose_language(user=client.user, language="en")
    answer = client.get(reverse("wagtailusers_users:index"), follow=True)
    assert [str(message).strip() for message in answer.context["messages"]] == [
        "Sorry, you do not have permission to access this area."
    ]
