"""Questions about bodies and places."""

from nhipcau.agencies.exceptions import NoPublisher
from nhipcau.agencies.models import Agency


def site_publisher() -> Agency:
    """The body in whose name the site speaks.

    Raises:
        NoPublisher: if the site has not been set up.
    """
    publisher = Agency.objects.prefetch_related("names").filter(is_publisher=True).first()
    if publisher is None:
        raise NoPublisher
    return publisher
