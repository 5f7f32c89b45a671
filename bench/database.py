"""A throwaway database for a measurement."""

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit


def add_database_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what says where a measurement's data lie and whether they stay."""
    parser.add_argument("--database", default="", help="DATABASE_URL of a PostgreSQL server")
    parser.add_argument(
        "--keep",
        default="",
        metavar="NAME",
        help="keep the filled database under this name, and use it if it is there: the path of an"
        " SQLite file, or with --database the name of a database on that server",
    )


@contextmanager
def throwaway_database(url: str = "", keep: str = "") -> Iterator[Any]:
    """Make an empty database with all tables, and drop it at the end.

    Args:
        url: ``DATABASE_URL`` of a PostgreSQL server on which databases may be made; SQLite in a
            temporary folder without one.
        keep: A name under which the database is kept, and found again with what it holds: on
            PostgreSQL of a database, else of a file.

    Yields:
        Django's connection.
    """
    os.environ["DJANGO_SETTINGS_MODULE"] = "nhipcau.config.settings.test"
    if url:
        os.environ["DATABASE_URL"] = url
    else:
        os.environ.pop("DATABASE_URL", None)
    with tempfile.TemporaryDirectory(prefix="nhipcau-bench-") as folder:
        os.environ["NHIPCAU_HOME"] = folder
        import django

        django.setup()
        from django.db import connection

        if connection.vendor == "sqlite":
            # A file, as in a real site: the tests' database in memory would flatter.
            name = os.path.abspath(keep) if keep else os.path.join(folder, "bench.sqlite3")
            connection.settings_dict["TEST"]["NAME"] = name
        else:
            # A name of its own: the tests' database may be in use beside us.
            connection.settings_dict["TEST"]["NAME"] = keep or f"nhipcau_bench_{os.getpid()}"
        connection.settings_dict["TEST"]["MIGRATE"] = True
        old = connection.settings_dict["NAME"]
        connection.creation.create_test_db(
            verbosity=0, autoclobber=True, serialize=False, keepdb=bool(keep)
        )
        try:
            yield connection
        finally:
            connection.creation.destroy_test_db(old, verbosity=0, keepdb=bool(keep))


@contextmanager
def server_database(url: str) -> Iterator[str]:
    """Make an empty database of its own on a server, and drop it at the end.

    Args:
        url: ``DATABASE_URL`` of a PostgreSQL server on which databases may be made; empty for none.

    Yields:
        ``DATABASE_URL`` of the new database; empty for none.
    """
    if not url:
        yield ""
        return
    import psycopg

    name = f"nhipcau_bench_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    try:
        yield urlsplit(url)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")
