"""A new program looks different: everything it renders is stale once."""

import hashlib
from datetime import datetime
from importlib.metadata import distributions
from pathlib import Path

import nhipcau
from nhipcau.publishing.models import Release
from nhipcau.publishing.services.everything import enqueue_everything

#: What decides how a page looks: code, templates, style sheets, scripts, pictures, translations.
ENDINGS = frozenset({".py", ".html", ".css", ".js", ".svg", ".mo", ".txt"})


def program_fingerprint() -> str:
    """Digest of the program's own files and of the versions of all it uses, 64 hex digits."""
    digest = hashlib.sha256()
    root = Path(nhipcau.__file__).parent
    for path in sorted(root.rglob("*")):
        if path.suffix in ENDINGS and "tests" not in path.parts:
            digest.update(str(path.relative_to(root)).encode() + path.read_bytes())
    versions = {f"{item.name}=={item.version}" for item in distributions()}
    digest.update("\n".join(sorted(versions)).encode())
    return digest.hexdigest()


def note_release(*, fingerprint: str, now: datetime) -> bool:
    """Make everything stale if another program than the present one has rendered the site.

    Called before the renderer starts.

    Args:
        fingerprint: Of the present program; see :func:`program_fingerprint`.
        now: When it takes over.

    Returns:
        Whether it is another one.
    """
    if Release.objects.filter(fingerprint=fingerprint).exists():
        return False
    # First what must be done, then that it need not be done again.
    enqueue_everything(now=now)
    remember_release(fingerprint=fingerprint, now=now)
    return True


def remember_release(*, fingerprint: str, now: datetime) -> None:
    """Note that the present program renders the site from now on.

    Args:
        fingerprint: Of the present program.
        now: When it takes over.
    """
    Release.objects.update_or_create(pk=1, defaults={"fingerprint": fingerprint, "since": now})
