"""Invitations: the only way to an account."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from nhipcau.accounts import services
from nhipcau.accounts.enums import Role
from nhipcau.accounts.exceptions import AlreadyAUser, AlreadyInvited, InvitationNotUsable
from nhipcau.accounts.models import Invitation, User
from nhipcau.accounts.tests.factories import make_user
from nhipcau.accounts.types import SYSTEM
from nhipcau.common.clock import fixed_time, now
from nhipcau.common.exceptions import NotPermitted

pytestmark = pytest.mark.django_db
PASSWORD = "một mật khẩu đủ dài"


@pytest.fixture(autouse=True)
def fresh_rate_limits():
    cache.clear()


def invite(actor=SYSTEM, **fields):
    values = {
        "email": "An.Mau@Example.org",
        "full_name": "Người được mời (mẫu)",
        "roles": [Role.TRANSLATOR],
        "now": now(),
    }
    return services.invite(actor=actor, **(values | fields))


def accept(client, token, password=PASSWORD):
    address = reverse("accounts_accept_invitation", args=[token])
    return client.post(address, {"password1": password, "password2": password})


def test_invited_person_makes_the_account_and_is_inside():
    _, token = invite(language="en")
    client = Client()
    page = client.get(reverse("accounts_accept_invitation", args=[token])).content.decode()
    assert "an.mau@example.org" in page
    assert "choose a password" in page
    assert accept(client, token).headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200
    user = User.objects.get(email="an.mau@example.org")
    assert user.has_role(Role.TRANSLATOR)
    assert not user.is_superuser
    assert user.check_password(PASSWORD)
    assert user.wagtail_userprofile.preferred_language == "en"


def test_role_that_needs_a_second_factor_is_led_to_it():
    _, token = invite(roles=[Role.EDITOR])
    client = Client()
    accept(client, token)
    assert client.get("/admin/").headers["Location"].startswith(reverse("mfa_index"))
    # The password was typed a moment ago: it is not asked for again.
    assert client.get(reverse("mfa_activate_totp")).status_code == 200


@pytest.mark.parametrize("password", ["short", "123456789012345", "an.mau@example.org"])
def test_weak_password_is_refused_and_the_link_stays_good(password):
    _, token = invite()
    response = accept(Client(), token, password)
    assert response.status_code == 200
    assert response.context["form"].errors["password1"]
    assert not User.objects.filter(email="an.mau@example.org").exists()
    assert accept(Client(), token).status_code == 302


def test_different_passwords_are_refused():
    _, token = invite()
    address = reverse("accounts_accept_invitation", args=[token])
    response = Client().post(address, {"password1": PASSWORD, "password2": PASSWORD + "x"})
    assert response.context["form"].errors["password2"]


def test_links_that_do_not_work_get_a_clear_page():
    used, revoked, expired = (
        invite(email=f"{name}@example.org") for name in ("used", "revoked", "expired")
    )
    accept(Client(), used[1])
    services.revoke_invitation(actor=SYSTEM, invitation=revoked[0], now=now())
    with fixed_time(now() + timedelta(days=7, seconds=1)):
        for token in (used[1], revoked[1], expired[1], "unknown"):
            response = Client().get(reverse("accounts_accept_invitation", args=[token]))
            assert response.status_code == 410
            assert "Không dùng được lời mời này" in response.content.decode()
            assert accept(Client(), token).status_code == 410
    assert not User.objects.filter(email="expired@example.org").exists()


def test_link_holds_until_the_last_second():
    _, token = invite()
    with fixed_time(now() + timedelta(days=6, hours=23)):
        assert accept(Client(), token).status_code == 302


def test_secret_is_not_kept():
    invitation, token = invite()
    invitation.refresh_from_db()
    assert token not in str(vars(invitation))


def test_renewing_makes_the_old_link_useless():
    invitation, old = invite()
    _, new = services.renew(actor=SYSTEM, invitation=invitation, now=now())
    assert accept(Client(), old).status_code == 410
    assert accept(Client(), new).status_code == 302
    with pytest.raises(InvitationNotUsable):
        services.renew(actor=SYSTEM, invitation=invitation, now=now())


def test_nobody_is_invited_twice():
    invitation, token = invite()
    with pytest.raises(AlreadyInvited):
        invite()
    services.revoke_invitation(actor=SYSTEM, invitation=invitation, now=now())
    _, token = invite()
    accept(Client(), token)
    with pytest.raises(AlreadyAUser):
        invite()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_administrators_invite(role, client_as):
    with pytest.raises(NotPermitted):
        invite(actor=make_user(role))
    client = client_as(role)
    assert client.get(reverse("accounts_invitations:index")).status_code == 302
    invitation, _ = invite()
    for name in ("renew", "revoke"):
        client.post(reverse(f"accounts_invitations:{name}", args=[invitation.pk]))
    invitation.refresh_from_db()
    assert invitation.revoked_at is None


def test_administrator_cannot_invite_an_administrator_of_the_machine():
    administrator = make_user(Role.ADMINISTRATOR)
    with pytest.raises(NotPermitted):
        invite(actor=administrator, makes_superuser=True)
    invitation, token = invite(makes_superuser=True)
    with pytest.raises(NotPermitted):
        services.renew(actor=administrator, invitation=invitation, now=now())
    assert services.accept_invitation(token=token, password=PASSWORD, now=now()).is_superuser


FORM = {
    "email": "moi@example.org",
    "full_name": "Người mới (mẫu)",
    "job_title": "",
    "roles": ["reporter", "translator"],
    "language": "vi",
}


def test_inviting_from_the_back_office_sends_a_letter(client_as):
    client = client_as(Role.ADMINISTRATOR)
    response = client.post(reverse("accounts_invitations:add"), FORM)
    assert response.headers["Location"] == reverse("accounts_invitations:index")
    [letter] = mail.outbox
    assert letter.to == ["moi@example.org"]
    assert "Lời mời" in letter.subject
    assert "Phóng viên, Biên dịch viên" in letter.body
    link = re.search(r"http\S+", letter.body).group()
    assert Client().get(link.removeprefix("http://localhost:8000")).status_code == 200
    page = client.get(reverse("accounts_invitations:index")).content.decode()
    assert "moi@example.org" in page
    assert client.user.full_name in page


def test_letter_in_english():
    invitation, token = invite(language="en")
    services.send_invitation(invitation=invitation, token=token)
    assert "Your role: Translator." in mail.outbox[0].body


def test_without_e_mail_the_link_is_shown_once(client_as, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    client = client_as(Role.ADMINISTRATOR)
    response = client.post(reverse("accounts_invitations:add"), FORM)
    link = response.context["link"]
    assert link in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]
    assert list(tmp_path.iterdir()) == []
    assert Client().get(link.removeprefix("http://localhost:8000")).status_code == 200
    assert link not in client.get(reverse("accounts_invitations:index")).content.decode()


def test_letter_that_cannot_be_sent_leaves_a_link_to_hand_over(client_as, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    client = client_as(Role.ADMINISTRATOR)
    response = client.post(reverse("accounts_invitations:add"), FORM)
    assert "/admin/invitation/" in response.context["link"]


def test_form_says_what_is_wrong(client_as):
    client = client_as(Role.ADMINISTRATOR)
    response = client.post(
        reverse("accounts_invitations:add"), FORM | {"email": client.user.email, "full_name": ""}
    )
    assert response.context["form"].errors["full_name"]
    response = client.post(reverse("accounts_invitations:add"), FORM | {"email": client.user.email})
    assert "đã có tài khoản" in str(response.context["form"].errors["email"])
    assert Invitation.objects.count() == 0


def test_list_searches_and_filters(client_as):
    client = client_as(Role.ADMINISTRATOR)
    invite(email="open@example.org", full_name="Mở")
    revoked, _ = invite(email="gone@example.org", full_name="Thu hồi")
    services.revoke_invitation(actor=SYSTEM, invitation=revoked, now=now())
    index = reverse("accounts_invitations:index")

    def shown(**query):
        return {item.email for item in client.get(index, query).context["object_list"]}

    assert shown() == {"open@example.org", "gone@example.org"}
    assert shown(q="open@") == {"open@example.org"}
    assert shown(state="open") == {"open@example.org"}
    assert shown(state="revoked") == {"gone@example.org"}
    assert shown(state="expired") == shown(state="accepted") == set()


def test_renewing_and_revoking_from_the_list(client_as):
    client = client_as(Role.ADMINISTRATOR)
    invitation, _ = invite()
    address = reverse("accounts_invitations:revoke", args=[invitation.pk])
    assert "ngừng hoạt động" in client.get(address).content.decode()
    client.post(address)
    invitation.refresh_from_db()
    assert invitation.revoked_at
    client.post(reverse("accounts_invitations:renew", args=[invitation.pk]))
    invitation.refresh_from_db()
    assert invitation.revoked_at is None
    assert len(mail.outbox) == 1


def test_everything_is_in_the_log():
    invitation, _ = invite()
    invitation, token = services.renew(actor=SYSTEM, invitation=invitation, now=now())
    accept(Client(), token)
    actions = ModelLogEntry.objects.for_instance(invitation).values_list("action", flat=True)
    assert set(actions) == {
        "accounts.invited",
        "accounts.invitation_renewed",
        "accounts.invitation_accepted",
    }


def test_accepting_is_rate_limited():
    client = Client()
    statuses = [
        client.post(reverse("accounts_accept_invitation", args=["guess"])).status_code
        for _ in range(21)
    ]
    assert statuses == [410] * 20 + [429]
