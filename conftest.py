"""Fixtures that every test shares."""

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from nhipcau.accounts.enums import Role


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what another database says nothing about, and keep groups together.

    Raises:
        UsageError: if tests that share a served site would be spread over processes unnoticed.
    """
    from django.db import connection

    if connection.vendor != "sqlite":
        spoken = [item for item in items if _asks_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(spoken)])
        items[:] = spoken
    if not getattr(config.option, "loadgroup", False):
        return
    for item in items:
        if item.get_closest_marker("xdist_group") and "@" not in item.nodeid:
            message = "This pytest and pytest-xdist do not keep groups of tests together."
            # The controlling process tells a crash in another process, but not its words.
            sys.stderr.write(f"{message}\n")
            raise pytest.UsageError(message)


def _asks_database(item: pytest.Item) -> bool:
    """Whether a test has to do with the database that this round is about."""
    names = getattr(item, "fixturenames", ())
    return bool(
        {"db", "transactional_db"} & set(names)
        or item.get_closest_marker("django_db")
        or item.get_closest_marker("postgresql")
    )


@pytest.fixture
def user_with_role(db) -> Callable:
    """Makes a user: ``user_with_role(Role.EDITOR, full_name="…")``; several roles may be named."""
    from nhipcau.accounts.tests.factories import make_user

    return make_user


@pytest.fixture
def client_as(db) -> Callable[..., Client]:
    """Makes a client signed in with a second factor: ``client_as(Role.EDITOR)``.

    Give roles or a user; the user is ``client.user``.
    """
    from nhipcau.accounts.models import User
    from nhipcau.accounts.tests.factories import make_user, signed_in

    def sign_in(*who: Role | User, **fields) -> Client:
        if who and isinstance(who[0], User):
            return signed_in(who[0])
        return signed_in(make_user(*who, **fields))

    return sign_in


@pytest.fixture
def site(db) -> Any:
    """A site in Vietnamese, English and French, published by the committee."""
    from django.db import connection
    from wagtail.models import Site

    from nhipcau.web.services.structure import ensure_site
    from tests.support.replayed import replayed

    def write() -> None:
        ensure_site(
            languages=["vi", "en", "fr"],
            publisher_names={
                "vi": "Ban Chỉ đạo công tác thông tin đối ngoại tỉnh Đắk Lắk",
                "en": "Steering Committee for External Information Work of Dak Lak Province",
            },
        )

    if connection.in_atomic_block:
        replayed("site", write)
    else:
        write()
    return Site.objects.get(is_default_site=True)


@pytest.fixture(autouse=True)
def _private_home(settings, tmp_path) -> None:
    """Every test writes its files into a folder of its own, and remembers no other test's."""
    from django.core.cache import cache
    from django.utils import translation

    # Wagtail remembers renditions by the image's key, which the next test gives to another one.
    cache.clear()
    # A page in English leaves its language to whatever the same process does next.
    translation.deactivate()
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PUBLIC_ROOT = tmp_path / "public"
    # Whoever finds the renderer's lock taken waits for a renderer that no other test runs.
    settings.RUN_ROOT = tmp_path / "run"


@pytest.fixture(scope="session")
def django_db_setup(
    request,
    django_test_environment,
    django_db_blocker,
    django_db_modify_db_settings,
) -> Iterator[None]:
    """The test database: migrated once for all processes."""
    from django.db import connection

    from tests.support.migrated import use_test_database

    configured = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        use_test_database()
    yield
    with django_db_blocker.unblock():
        connection.creation.destroy_test_db(configured, verbosity=0)
