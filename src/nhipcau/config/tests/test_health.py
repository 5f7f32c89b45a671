"""``nhipcau check`` finds what is wrong and says what to do."""

import pytest
from django.apps import apps
from django.db import connection
from wagtail.models import Locale, Page, Site

from nhipcau.accounts.enums import Role
from nhipcau.accounts.tests.factories import give_totp, make_user
from nhipcau.agencies.models import Agency, AgencyName
from nhipcau.common.clock import now
from nhipcau.common.health import Finding, HealthRegistry, Severity, registry
from nhipcau.config import first_run
from nhipcau.config.preparation import DEFAULT_PUBLISHER

pytestmark = pytest.mark.django_db


@pytest.fixture
def codes():
    def found():
        return {item.code for _name, items in registry.findings(now()) for item in items}

    return found


@pytest.fixture
def sound(site, settings, tmp_path):
    settings.HOME = tmp_path
    settings.DEFAULT_FROM_EMAIL = "desk@example.org"
    give_totp(make_user(Role.ADMINISTRATOR))
    return site


def problems():
    return [
        item.code
        for _name, items in registry.findings(now())
        for item in items
        if item.severity is Severity.PROBLEM
    ]


def test_a_sound_site_has_no_problem(sound):
    assert problems() == []


def test_an_empty_database_is_told_not_crashed(codes):
    assert "accounts.no_administrator" in codes()
    assert "data.publisher" in codes()


@pytest.mark.parametrize(
    ("setting", "value", "code"),
    [
        ("NHIPCAU_BASE_URL", "http://mau.example.vn", "security.no_https"),
        ("NHIPCAU_BASE_URL", "https://mau.example.vn", "security.no_proxy"),
        ("DEBUG", True, "security.debug"),
        ("NHIPCAU_MFA_ROLES", ["editor"], "accounts.administrators_without_demand"),
        ("NHIPCAU_MFA_ROLES", ["all", "boss"], "accounts.unknown_role"),
        ("EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend", "config.no_mail"),
        ("DEFAULT_FROM_EMAIL", "nhipcau@localhost", "config.no_sender"),
        ("WAGTAIL_CONTENT_LANGUAGES", [("vi", "vi")], "config.language_not_configured"),
    ],
)
def test_settings(sound, settings, codes, setting, value, code):
    assert code not in codes()
    setattr(settings, setting, value)
    assert code in codes()


def test_demo_under_a_public_address(sound, settings, codes):
    settings.NHIPCAU_DEMO = True
    assert "security.demo" not in codes()
    settings.NHIPCAU_BASE_URL = "https://mau.example.vn"
    assert "security.demo" in codes()


def test_secret_that_others_can_read(sound, settings, codes):
    path = settings.HOME / "secret-key"
    path.write_text("x")
    path.chmod(0o600)
    assert "security.secret_readable" not in codes()
    path.chmod(0o640)
    assert "security.secret_readable" in codes()


def test_data(sound, codes):
    Locale.objects.create(language_code="de")
    Site.objects.create(hostname="other", root_page=Page.get_first_root_node())
    Page.objects.filter(depth=2).update(numchild=99)
    found = codes()
    assert {"config.language_not_configured", "data.sites", "data.page_tree"} <= found


def test_a_file_that_is_gone(sound, codes):
    from django.core.files.base import ContentFile

    from nhipcau.library.models import Document

    document = Document.objects.create(title="Tệp", file=ContentFile(b"x", name="a.txt"))
    assert "data.missing_files" not in codes()
    document.file.storage.delete(document.file.name)
    assert "data.missing_files" in codes()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL itself forbids this")
def test_a_row_that_points_nowhere(codes):
    user = make_user()
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO accounts_user_groups (user_id, group_id) VALUES (%s, 987654)", [user.pk]
        )
    assert "data.broken_links" in codes()
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_user_groups WHERE group_id = 987654")


def test_publisher_with_the_name_of_every_new_site(site, codes):
    publisher = Agency.objects.get(is_publisher=True)
    AgencyName.objects.filter(agency=publisher).delete()
    for language, name in DEFAULT_PUBLISHER.items():
        AgencyName.objects.create(agency=publisher, language=language, name=name)
    assert "data.publisher_unnamed" in codes()
    first_run.name_publisher({"vi": "Ban Chỉ đạo tỉnh Mẫu", "en": "Committee of Sample Province"})
    assert "data.publisher_unnamed" not in codes()
    assert first_run.publisher_names() == {
        "vi": "Ban Chỉ đạo tỉnh Mẫu",
        "en": "Committee of Sample Province",
    }


def test_a_check_that_breaks_does_not_stop_the_others():
    own = HealthRegistry()

    def broken(moment):
        raise RuntimeError("no disk")

    def fine(moment):
        yield Finding("x.note", Severity.NOTE, "ok")

    own.register("a", broken)
    own.register("b", fine)
    results = dict(own.findings(now()))
    assert results["a"][0].severity is Severity.PROBLEM
    assert "no disk" in results["a"][0].message
    assert results["b"][0].code == "x.note"
    with pytest.raises(ValueError, match="Two health checks"):
        own.register("a", fine)


def test_findings_are_in_the_language_asked_for(sound, settings):
    from django.utils import translation

    settings.DEBUG = True
    told = {}
    for language in ("vi", "en"):
        with translation.override(language):
            told[language] = [
                item.message
                for _name, items in registry.findings(now())
                for item in items
                if item.code == "security.debug"
            ]
    assert told == {
        "vi": ["Chế độ gỡ lỗi đang bật: trang báo lỗi để lộ thông tin bí mật."],
        "en": ["Debug mode is on: error pages show secrets to visitors."],
    }


def test_words_of_libraries_are_not_ours_wherever_the_program_lies(codes, monkeypatch, tmp_path):
    catalogue = tmp_path / "srv/nhipcau/.venv/django_filters/locale/fi/LC_MESSAGES/django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.touch()
    monkeypatch.setattr(apps.get_app_config("django_filters"), "path", str(catalogue.parents[3]))
    assert not {"config.words_not_compiled", "common.check_broke"} & codes()
