"""Limits and value objects that the publisher's rooms share."""

from dataclasses import dataclass
from datetime import datetime

from nhipcau.common.surfaces import Priority, Rendered

#: Longest public address and longest surrogate key, in characters.
ADDRESS_LENGTH = 500
KEY_LENGTH = 200
#: After everything that an edit has made stale.
REBUILD_PRIORITY = 90
#: File in RUN_ROOT that the renderer touches while it lives.
HEARTBEAT = "renderer.alive"


@dataclass(frozen=True)
class Known:
    """What the index says about an address before it is rendered again.

    Attributes:
        digest: Digest of the stored answer.
        status: Its status.
        size_bytes: Length of its body.
        modified_at: Its Last-Modified.
    """

    digest: str
    status: int
    size_bytes: int
    modified_at: datetime


@dataclass(frozen=True)
class Outcome:
    """A rendering that ended well, ready to be recorded in the index.

    Attributes:
        address: The address.
        rendered: The answer; without its body once that is stored.
        priority: Priority of its surface.
        digest: Digest of the answer.
        size_bytes: Length of its body.
        modified_at: Its Last-Modified.
        was_there: Whether readers found something at the address before.
    """

    address: str
    rendered: Rendered
    priority: Priority
    digest: str
    size_bytes: int
    modified_at: datetime
    was_there: bool = False


@dataclass(frozen=True)
class Failure:
    """A rendering that failed.

    Attributes:
        address: The address.
        error: What went wrong, for the list of stale addresses.
    """

    address: str
    error: str


@dataclass(frozen=True)
class WireFeed:
    """What a feed for other newsrooms says of itself.

    Attributes:
        guid: Its permanent name.
        title: Its name.
        provider: Name of the site.
        language: BCP 47 code.
        updated_at: When any of it last changed.
    """

    guid: str
    title: str
    provider: str
    language: str
    updated_at: datetime
