"""The one place where the environment is read.

Every variable is declared here with its meaning; ``docs/settings.md`` is checked against this
list by a test. A wrong value stops the program with a sentence that says what to write instead.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class Variable:
    """One environment variable.

    Attributes:
        name: Its name in the environment.
        default: The text used when it is not set.
        meaning: One English sentence for the operator.
    """

    name: str
    default: str
    meaning: str


VARIABLES = {
    variable.name: variable
    for variable in (
        Variable("NHIPCAU_HOME", "./var", "Folder that holds the database, files and snapshot."),
        Variable(
            "NHIPCAU_BASE_URL",
            "http://localhost:8000",
            "Address at which readers reach the site, without a slash at the end.",
        ),
        Variable(
            "NHIPCAU_SECRET_KEY",
            "",
            "Secret for signing; when empty, one is made once and kept in the home folder.",
        ),
        Variable("DATABASE_URL", "", "postgres://user:password@host:port/name; SQLite when empty."),
        Variable("NHIPCAU_DEMO", "no", "Set by `nhipcau demo` only: sample sign-ins on loopback."),
        Variable("NHIPCAU_LANGUAGES", "vi,en,fr", "Public languages, the source language first."),
        Variable(
            "NHIPCAU_MFA_ROLES",
            "administrator,office,editor,reviser,leader",
            "Roles that must sign in with a second factor; `all` for every role.",
        ),
        Variable(
            "NHIPCAU_PROXIES",
            "0",
            "How many reverse proxies stand in front and add to X-Forwarded-For; for rate limits.",
        ),
        Variable(
            "NHIPCAU_EMAIL_URL", "", "smtp://user:password@host:port; e-mail is off if empty."
        ),
        Variable(
            "NHIPCAU_PLACE_OF_ISSUE",
            "Đắk Lắk",
            "Place printed beside the date of official documents.",
        ),
        Variable("NHIPCAU_EMAIL_FROM", "", "Sender address of the program's e-mail."),
        Variable("NHIPCAU_LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR."),
    )
}

YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"", "0", "false", "no", "off"})


KEPT_FILE = "nhipcau.env"


def home() -> Path:
    """The folder that holds everything a site owns, as an absolute path."""
    variable = VARIABLES["NHIPCAU_HOME"]
    given = os.environ.get(variable.name, "").strip() or variable.default
    return Path(given).expanduser().resolve()


def kept() -> dict[str, str]:
    """What ``nhipcau setup`` keeps in the home folder; the environment comes before it.

    Returns:
        Values by name; empty when there is no such file.

    Raises:
        ImproperlyConfigured: if a line is not ``NAME=value`` with a known name.
    """
    path = home() / KEPT_FILE
    if not path.is_file():
        return {}
    values = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, separator, value = line.partition("=")
        if not separator or name.strip() not in VARIABLES or name.strip() == "NHIPCAU_HOME":
            raise ImproperlyConfigured(
                f"{path} holds the line “{line}”: write NAME=value, with a name from "
                "docs/settings.md."
            )
        values[name.strip()] = value.strip()
    return values


def keep(values: dict[str, str]) -> Path:
    """Keep settings in the home folder, beside those kept before.

    Args:
        values: Values by name; a name kept before gets the new value.

    Returns:
        The file.
    """
    path = home() / KEPT_FILE
    lines = ["# Kept by `nhipcau setup`; the environment comes before it. See docs/settings.md."]
    lines += [f"{name}={value}" for name, value in sorted((kept() | values).items())]
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{KEPT_FILE}.{os.getpid()}")
    draft.write_text("\n".join(lines) + "\n", encoding="utf-8")
    draft.chmod(0o600)
    draft.replace(path)
    return path


def text(name: str) -> str:
    """Read one variable: from the environment, else as kept by ``nhipcau setup``.

    Args:
        name: A name declared in ``VARIABLES``.

    Returns:
        Its value with surrounding blanks removed, or its default.
    """
    if name == "NHIPCAU_HOME":
        return str(home())
    return os.environ.get(name, "").strip() or kept().get(name, "") or VARIABLES[name].default


def flag(name: str) -> bool:
    """Read a yes-or-no variable.

    Raises:
        ImproperlyConfigured: if the value is neither yes nor no.
    """
    value = text(name).lower()
    if value not in YES | NO:
        raise ImproperlyConfigured(f"{name} is “{value}”: write yes or no.")
    return value in YES


def number(name: str) -> int:
    """Read a variable that holds a whole number.

    Raises:
        ImproperlyConfigured: if the value is not a whole number from 0 up.
    """
    value = text(name)
    if not value.isascii() or not value.isdigit():
        raise ImproperlyConfigured(f"{name} is “{value}”: write a whole number.")
    return int(value)


def names(name: str) -> list[str]:
    """Read a comma-separated variable as a list without empty items."""
    return [item.strip() for item in text(name).split(",") if item.strip()]


def base_url(given: str | None = None) -> str:
    """The public address, without a slash at the end.

    Args:
        given: An address to check in place of the one that is set.

    Raises:
        ImproperlyConfigured: if it is not an http(s) address of a host alone.
    """
    value = (text("NHIPCAU_BASE_URL") if given is None else given.strip()).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        raise ImproperlyConfigured(
            f"NHIPCAU_BASE_URL is “{value}”: write an address such as https://tinh.example.vn, "
            "with http or https and without a path."
        )
    return value


def secret_key() -> str:
    """The signing secret: from the environment, or made once and kept in the home folder.

    Raises:
        ImproperlyConfigured: if the given one is too short to be safe.
    """
    value = text("NHIPCAU_SECRET_KEY")
    if value:
        if len(value) < 32:
            raise ImproperlyConfigured("NHIPCAU_SECRET_KEY needs at least 32 characters.")
        return value
    path = home() / "secret-key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"secret-key.{os.getpid()}")
        draft.write_text(secrets.token_urlsafe(48))
        draft.chmod(0o600)
        try:
            # A link fails when another process was first: then that one's secret counts.
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()


def database() -> dict[str, object]:
    """Where the data lives, as Django's ``DATABASES["default"]`` without tuning options.

    Raises:
        ImproperlyConfigured: if ``DATABASE_URL`` is not a postgres:// or sqlite:// address.
    """
    value = text("DATABASE_URL")
    if not value:
        home().mkdir(parents=True, exist_ok=True)
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(home() / "nhipcau.sqlite3")}
    parts = urlsplit(value)
    if parts.scheme == "sqlite" and parts.path:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": unquote(parts.path)}
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            "DATABASE_URL must look like postgres://user:password@host:5432/name."
        )
    asked = dict(parse_qsl(parts.query))
    socket_folder = asked.pop("host", "")
    if asked:
        raise ImproperlyConfigured(
            f"DATABASE_URL has “{'&'.join(asked)}” after the question mark: only host is known "
            "there, the folder of PostgreSQL's socket."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": socket_folder or parts.hostname or "",
        "PORT": str(parts.port or ""),
    }


def email() -> dict[str, object]:
    """Settings for sending e-mail, or for keeping it unsent in the home folder.

    Raises:
        ImproperlyConfigured: if ``NHIPCAU_EMAIL_URL`` is not an smtp:// address.
    """
    value = text("NHIPCAU_EMAIL_URL")
    if not value:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(home() / "mail"),
        }
    parts = urlsplit(value)
    if parts.scheme not in {"smtp", "smtps", "smtp+tls"} or not parts.hostname:
        raise ImproperlyConfigured(
            "NHIPCAU_EMAIL_URL must look like smtp://user:password@host:25 "
            "(smtps:// for TLS from the start, smtp+tls:// for STARTTLS)."
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or {"smtps": 465, "smtp+tls": 587}.get(parts.scheme, 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_TIMEOUT": 20,
    }
