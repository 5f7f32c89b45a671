"""Administrators look after people's accounts; nobody is deleted."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from nhipcau.accounts import services
from nhipcau.accounts.enums import Role
from nhipcau.accounts.exceptions import LastAdministrator
from nhipcau.accounts.models import User
from nhipcau.accounts.tests.factories import PASSWORD, give_totp, make_user
from nhipcau.accounts.types import SYSTEM
from nhipcau.common.exceptions import NotPermitted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_rate_limits():
    cache.clear()


@pytest.fixture
def administrator():
    return make_user(Role.ADMINISTRATOR)


def change(actor, user, **fields):
    values = {
        "full_name": user.full_name,
        "email": user.email,
        "job_title": user.job_title,
        "roles": [Role(name) for name in user.role_names],
        "is_active": user.is_active,
        "language": "vi",
    }
    return services.change_user(actor=actor, user=user, **(values | fields))


def actions_on(user):
    entries = ModelLogEntry.objects.for_instance(user).order_by("pk")
    return list(entries.values_list("action", flat=True))


def test_roles_change_and_the_log_says_which(administrator):
    user = make_user(Role.REPORTER, Role.TRANSLATOR)
    user = change(administrator, user, roles=[Role.EDITOR, Role.TRANSLATOR])
    assert user.role_names == {"editor", "translator"}
    entry = ModelLogEntry.objects.for_instance(user).get(action="accounts.roles_changed")
    assert entry.data == {"given": ["editor"], "taken": ["reporter"]}
    assert entry.user == administrator


def test_saving_without_change_logs_nothing(administrator):
    user = make_user(Role.REPORTER)
    change(administrator, user)
    assert actions_on(user) == []


def test_deactivated_person_keeps_name_and_past(administrator):
    user = change(administrator, make_user(Role.EDITOR), is_active=False)
    assert not user.has_role(Role.EDITOR)
    assert User.objects.get(pk=user.pk).full_name
    change(administrator, user, is_active=True)
    assert actions_on(user) == ["accounts.deactivated", "accounts.activated"]


def test_the_last_administrator_stays(administrator):
    with pytest.raises(LastAdministrator):
        change(administrator, administrator, roles=[Role.EDITOR])
    with pytest.raises(LastAdministrator):
        change(SYSTEM, administrator, is_active=False)
    administrator = User.objects.get(pk=administrator.pk)
    assert administrator.has_role(Role.ADMINISTRATOR)
    make_user(Role.ADMINISTRATOR)
    assert not change(administrator, administrator, roles=[Role.EDITOR]).has_role(
        Role.ADMINISTRATOR
    )


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_changes_people(role, administrator, client_as):
    user = make_user(Role.REPORTER)
    actor = make_user(role)
    with pytest.raises(NotPermitted):
        change(actor, user, roles=[Role.ADMINISTRATOR])
    with pytest.raises(NotPermitted):
        services.reset_second_factors(actor=actor, user=user)
    with pytest.raises(NotPermitted):
        services.password_link(actor=actor, user=user)
    client = client_as(actor)
    for name in ("edit", "password_link", "reset_factors", "history"):
        address = reverse(f"wagtailusers_users:{name}", args=[user.pk])
        assert client.get(address).status_code == 302
    assert client.get(reverse("wagtailusers_users:index")).status_code == 302


def test_administrators_of_the_machine_are_changed_by_their_like_only(administrator):
    machine = make_user(is_superuser=True)
    for attempt in (
        lambda: change(administrator, machine, is_active=False),
        lambda: services.password_link(actor=administrator, user=machine),
        lambda: services.reset_second_factors(actor=administrator, user=machine),
    ):
        with pytest.raises(NotPermitted):
            attempt()
    assert change(make_user(is_superuser=True), machine, is_active=False).is_active is False


def test_editing_in_the_back_office(client_as):
    client = client_as(Role.ADMINISTRATOR)
    user = make_user(Role.REPORTER)
    address = reverse("wagtailusers_users:edit", args=[user.pk])
    page = client.get(address)
    assert page.context["form"]["roles"].initial == ["reporter"]
    assert "is_superuser" not in page.content.decode()
    data = {
        "full_name": "Tên mới (mẫu)",
        "email": "Ten.Moi@example.org",
        "job_title": "Trưởng phòng",
        "roles": ["editor"],
        "language": "en",
        "is_active": "on",
        "is_superuser": "on",
    }
    assert client.post(address, data).status_code == 302
    user = User.objects.get(pk=user.pk)
    assert (user.full_name, user.role_names) == ("Tên mới (mẫu)", {"editor"})
    assert user.email == "ten.moi@example.org"
    assert "accounts.email_changed" in actions_on(user)
    assert client.post(address, data | {"email": client.user.email.upper()}).status_code == 200
    assert User.objects.get(pk=user.pk).email == "ten.moi@example.org"
    assert not user.is_superuser
    assert user.wagtail_userprofile.preferred_language == "en"


def test_removing_the_last_administrator_is_refused_in_words(client_as):
    client = client_as(Role.ADMINISTRATOR)
    address = reverse("wagtailusers_users:edit", args=[client.user.pk])
    response = client.post(
        address,
        {
            "full_name": "A",
            "email": client.user.email,
            "roles": ["editor"],
            "language": "vi",
            "is_active": "on",
        },
    )
    assert "quản trị viên cuối cùng" in response.content.decode()
    assert User.objects.get(pk=client.user.pk).has_role(Role.ADMINISTRATOR)


def test_pages_of_a_person_for_an_administrator_of_the_machine(client_as):
    client = client_as(Role.ADMINISTRATOR, is_superuser=True)
    for name in ("edit", "history", "password_link", "reset_factors"):
        address = reverse(f"wagtailusers_users:{name}", args=[client.user.pk])
        assert client.get(address).status_code == 200


def test_nobody_is_deleted(client_as):
    client = client_as(Role.ADMINISTRATOR, is_superuser=True)
    user = make_user(Role.REPORTER)
    assert client.post(f"/admin/users/delete/{user.pk}/").status_code == 404
    client.post(f"/admin/bulk/accounts/user/delete/?id={user.pk}", {"confirm": "on"})
    client.post(f"/admin/bulk/accounts/user/assign_role/?id={user.pk}", {"role": "1"})
    assert User.objects.filter(pk=user.pk, is_active=True).exists()
    assert User.objects.get(pk=user.pk).role_names == {"reporter"}
    assert client.get("/admin/users/new/").headers["Location"] == reverse(
        "accounts_invitations:add"
    )


def test_list_searches_filters_and_exports(client_as):
    client = client_as(Role.ADMINISTRATOR, full_name="Quản trị")
    editor = make_user(Role.EDITOR, full_name="Biên tập (mẫu)", job_title="Trưởng ban")
    give_totp(editor)
    away = make_user(Role.REPORTER, full_name="Phóng viên (mẫu)", is_active=False)
    index = reverse("wagtailusers_users:index")

    def shown(**query):
        return {user.pk for user in client.get(index, query).context["object_list"]}

    everybody = {client.user.pk, editor.pk, away.pk}
    assert shown() == everybody
    assert shown(q="Trưởng") == {editor.pk}
    assert shown(role="editor") == {editor.pk}
    assert shown(is_active="false") == {away.pk}
    assert shown(has_factor="false") == {away.pk}
    for kind, start in (("xlsx", b"PK"), ("csv", b"")):
        response = client.get(index, {"export": kind})
        content = b"".join(response.streaming_content) if response.streaming else response.content
        assert content.startswith(start)
        assert len(content) > 50


def test_list_asks_the_database_equally_often_for_many(client_as, django_assert_max_num_queries):
    client = client_as(Role.ADMINISTRATOR)
    for _ in range(15):
        make_user(Role.EDITOR, Role.REPORTER)
    with django_assert_max_num_queries(25):
        client.get(reverse("wagtailusers_users:index"))


def test_lost_phone(client_as):
    client = client_as(Role.ADMINISTRATOR)
    user = make_user(Role.EDITOR)
    give_totp(user)
    address = reverse("wagtailusers_users:reset_factors", args=[user.pk])
    assert "Đặt lại" in client.get(address).content.decode()
    assert Authenticator.objects.filter(user=user).exists()
    client.post(address)
    assert not Authenticator.objects.filter(user=user).exists()
    assert actions_on(user) == ["accounts.factors_reset"]


def test_password_link_works_once_and_keeps_the_factor(client_as):
    user = make_user(Role.EDITOR)
    give_totp(user)
    client = client_as(Role.ADMINISTRATOR)
    address = reverse("wagtailusers_users:password_link", args=[user.pk])
    link = client.post(address).context["link"].removeprefix("http://localhost:8000")
    other = Client()
    page = other.get(link, follow=True)
    data = {"password1": "another-long-password", "password2": "another-long-password"}
    other.post(page.redirect_chain[-1][0], data)
    assert other.get(link, follow=True).context["token_fail"]
    login = other.post("/admin/login/", {"login": user.email, "password": "another-long-password"})
    assert login.headers["Location"] == reverse("mfa_authenticate")


def test_signing_in_and_failing_is_in_the_log():
    user = make_user(Role.REPORTER)
    client = Client()
    client.post("/admin/login/", {"login": user.email, "password": "wrong-password"})
    client.post("/admin/login/", {"login": user.email, "password": PASSWORD})
    client.post(reverse("account_logout"))
    assert actions_on(user) == [
        "accounts.sign_in_failed",
        "accounts.signed_in",
        "accounts.signed_out",
    ]
    for entry in ModelLogEntry.objects.for_instance(user):
        assert "127.0.0.1" not in str(entry.data)
        assert entry.message != entry.action


def test_history_page_names_what_happened(client_as):
    client = client_as(Role.ADMINISTRATOR)
    user = make_user(Role.REPORTER)
    change(client.user, user, roles=[Role.EDITOR])
    page = client.get(reverse("wagtailusers_users:history", args=[user.pk])).content.decode()
    assert "Thay đổi vai trò" in page


def test_settings_menu_names_people_and_invitations(client_as):
    page = client_as(Role.ADMINISTRATOR).get("/admin/").content.decode()
    assert "/admin/users/" in page
    assert "/admin/invitations/" in page
    page = client_as(Role.EDITOR).get("/admin/").content.decode()
    assert "/admin/users/" not in page


def test_who_may_not_enter_is_told_so_in_their_own_language(site, client_as, settings):
    client = client_as(Role.TRANSLATOR)
    UserProfile.objects.update_or_create(user=client.user, defaults={"preferred_language": "en"})
    # The cookie of somebody else who signed in here before.
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "vi"
    page = client.get(reverse("wagtailusers_users:index"), follow=True)
    assert "do not have permission" in page.content.decode()
    assert 'lang="en"' in client.get("/admin/nowhere/").content.decode()
