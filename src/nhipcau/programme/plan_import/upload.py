"""Where an uploaded plan waits between the upload and the review: privately, for a day."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

FOLDER = "programme/imports"
KEPT_FOR = timedelta(days=1)


def keep(content: bytes, *, now: datetime) -> str:
    """Store an uploaded file, and drop those that nobody came back for.

    Args:
        content: The whole file.
        now: The moment.

    Returns:
        A token that names it.
    """
    _drop_old(now)
    token = uuid4().hex
    default_storage.save(f"{FOLDER}/{token}", ContentFile(content))
    return token


def kept(token: str) -> bytes | None:
    """The stored file, ``None`` when the token is wrong or the file is gone."""
    path = _path(token)
    if path is None or not default_storage.exists(path):
        return None
    with default_storage.open(path) as file:
        return file.read()


def drop(token: str) -> None:
    """Remove a stored file."""
    path = _path(token)
    if path is not None:
        default_storage.delete(path)


def _path(token: str) -> str | None:
    try:
        return f"{FOLDER}/{UUID(hex=token).hex}"
    except ValueError:
        return None


def _drop_old(now: datetime) -> None:
    try:
        _folders, names = default_storage.listdir(FOLDER)
    except FileNotFoundError:
        return
    for name in names:
        path = f"{FOLDER}/{name}"
        if default_storage.get_modified_time(path) < now - KEPT_FOR:
            default_storage.delete(path)
