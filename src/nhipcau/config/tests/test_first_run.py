"""What the first run accepts, refuses and writes."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import translation

from nhipcau.accounts import services
from nhipcau.accounts.enums import Role
from nhipcau.accounts.models import Invitation
from nhipcau.accounts.tests.factories import make_user
from nhipcau.accounts.types import SYSTEM
from nhipcau.common.clock import now
from nhipcau.config import env, first_run
from nhipcau.config.first_run import Choices, SetupRefused
from nhipcau.config.management.commands.setup import keep_settings
from nhipcau.config.preparation import prepare


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("NHIPCAU_HOME", str(tmp_path))
    for name in ("NHIPCAU_BASE_URL", "NHIPCAU_LANGUAGES"):
        monkeypatch.delenv(name, raising=False)
    with translation.override("en"):
        yield tmp_path


def choices(**changes):
    values = {
        "names": {"vi": "Ban Chỉ đạo tỉnh Mẫu", "en": "Committee of Sample Province"},
        "languages": ("vi", "en"),
        "base_url": "https://mau.example.vn",
        "administrator_email": "quan.tri@example.vn",
        "administrator_name": "Quản trị viên (mẫu)",
        "administrator_language": "vi",
    }
    return Choices(**(values | changes))


@pytest.mark.parametrize(
    ("read", "given", "words"),
    [
        (first_run.read_base_url, "tinh.example.vn", "is no address of a site"),
        (first_run.read_base_url, "https://x.vn/path", "is no address of a site"),
        (first_run.read_languages, "vi,xx", "Unknown language: xx"),
        (first_run.read_languages, "en,vi", r"Vietnamese \(vi\) first"),
        (first_run.read_languages, "vi,en,vi", "each language once"),
        (first_run.read_languages, "", r"Vietnamese \(vi\) first"),
        (first_run.read_email, "nobody", "is no e-mail address"),
        (first_run.read_name, " ", "1 to 150 characters"),
        (first_run.read_name, "x" * 151, "1 to 150 characters"),
    ],
)
def test_wrong_answers_are_refused_in_words(read, given, words):
    with pytest.raises(SetupRefused, match=words):
        read(given)


@pytest.mark.parametrize(
    ("read", "given", "expected"),
    [
        (first_run.read_base_url, " https://mau.example.vn/ ", "https://mau.example.vn"),
        (first_run.read_languages, "VI, en ,fr", ("vi", "en", "fr")),
        (first_run.read_email, " Quan.Tri@Example.VN ", "quan.tri@example.vn"),
        (first_run.read_name, "  Ban   Chỉ đạo ", "Ban Chỉ đạo"),
    ],
)
def test_right_answers_are_tidied(read, given, expected):
    assert read(given) == expected


def test_settings_are_kept_once_and_only_for_their_owner(own_home):
    assert keep_settings(choices())
    assert not keep_settings(choices())
    assert env.text("NHIPCAU_BASE_URL") == "https://mau.example.vn"
    assert env.names("NHIPCAU_LANGUAGES") == ["vi", "en"]
    assert (own_home / "nhipcau.env").stat().st_mode & 0o077 == 0


def test_environment_comes_before_the_file(monkeypatch):
    keep_settings(choices())
    monkeypatch.setenv("NHIPCAU_BASE_URL", "https://khac.example.vn")
    assert env.base_url() == "https://khac.example.vn"
    with pytest.raises(SetupRefused, match="NHIPCAU_BASE_URL"):
        keep_settings(choices())


@pytest.mark.parametrize("line", ["NHIPCAU_NONSENSE=1", "NHIPCAU_HOME=/elsewhere", "nonsense"])
def test_a_broken_settings_file_says_what_to_write(own_home, line):
    (own_home / "nhipcau.env").write_text(f"# comment\n\n{line}\n")
    with pytest.raises(ImproperlyConfigured, match=r"docs/settings\.md"):
        env.text("NHIPCAU_BASE_URL")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"base_url": "https://khac.example.vn"},
        {"languages": ("vi", "en", "fr")},
        {"names": {"vi": "Cơ quan khác", "en": "Committee of Sample Province"}},
    ],
)
def test_nothing_in_use_is_overwritten(settings, own_home, change):
    settings.HOME = own_home
    first = choices()
    keep_settings(first)
    prepare(publisher_names=first.names)
    first_run.refuse_to_overwrite(first)
    with pytest.raises(SetupRefused):
        first_run.refuse_to_overwrite(choices(**change))
    assert first_run.publisher_names() == first.names


@pytest.mark.django_db
def test_names_of_every_new_site_give_way(settings, own_home, tmp_path, monkeypatch):
    settings.HOME = own_home
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    prepare()
    # A database in memory is no file, whatever its name looks like.
    assert list(elsewhere.iterdir()) == []
    wanted = choices()
    first_run.refuse_to_overwrite(wanted)
    first_run.name_publisher(wanted.names)
    first_run.name_publisher(wanted.names)
    assert first_run.publisher_names() == wanted.names


@pytest.mark.django_db
def test_administrator_is_invited_once_and_may_ask_again():
    first = first_run.invite_administrator(choices(), now=now())
    again = first_run.invite_administrator(choices(), now=now())
    assert first.link != again.link
    invitation = Invitation.objects.get()
    assert invitation.makes_superuser
    assert invitation.roles == ["administrator"]
    token = again.link.rstrip("/").rpartition("/")[2]
    services.accept_invitation(token=token, password="một mật khẩu đủ dài", now=now())
    assert first_run.invite_administrator(choices(), now=now()).link == ""


@pytest.mark.django_db
def test_an_ordinary_invitation_gives_way_to_the_administrators():
    services.invite(
        actor=SYSTEM,
        email="quan.tri@example.vn",
        full_name="Phóng viên (mẫu)",
        roles=[Role.REPORTER],
        now=now(),
    )
    link = first_run.invite_administrator(choices(), now=now()).link
    token = link.rstrip("/").rpartition("/")[2]
    assert services.open_invitation(token=token, now=now()).makes_superuser


@pytest.mark.django_db
def test_an_account_without_the_role_is_not_raised_silently():
    make_user(Role.REPORTER, email="quan.tri@example.vn")
    with pytest.raises(SetupRefused, match="another address"):
        first_run.invite_administrator(choices(), now=now())
