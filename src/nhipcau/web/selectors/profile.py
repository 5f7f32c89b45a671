"""Who stands behind the site, in one language."""

from dataclasses import dataclass

from nhipcau.agencies.selectors import site_publisher
from nhipcau.common.reading import once_a_batch
from nhipcau.web.models import SiteProfile


@dataclass(frozen=True)
class Profile:
    """The site's people and contact as readers of one language see them.

    Attributes:
        site_name: Name in the masthead.
        tagline: Line under it.
        publisher: The body in whose name it speaks.
        responsible_editor: Who answers for the content.
        funding: Who pays for it.
        postal_address: Where it is.
        licence: Permit, or on what ground none is needed.
        contact_email: Where to write.
        contact_phone: Where to call.
        reply_working_days: Promised time of answer.
        is_sample: Whether everything on it is a sample.
    """

    site_name: str
    tagline: str
    publisher: str
    responsible_editor: str
    funding: str
    postal_address: str
    licence: str
    contact_email: str
    contact_phone: str
    reply_working_days: int
    is_sample: bool


@once_a_batch
def site_profile(language: str) -> Profile:
    """The profile in a language; what a language lacks is empty, never another language's.

    Args:
        language: BCP 47 code.

    Raises:
        NoPublisher: if the site has not been set up.
    """
    publisher = site_publisher()
    publisher_name = publisher.name(language) or publisher.name()
    stored = SiteProfile.objects.prefetch_related("texts").first() or SiteProfile()
    texts = {text.language: text for text in stored.texts.all()} if stored.pk else {}
    text = texts.get(language)
    return Profile(
        site_name=(text.site_name if text else "") or publisher_name,
        tagline=text.tagline if text else "",
        publisher=publisher_name,
        responsible_editor=text.responsible_editor if text else "",
        funding=text.funding if text else "",
        postal_address=text.postal_address if text else "",
        licence=text.licence if text else "",
        contact_email=stored.contact_email,
        contact_phone=stored.contact_phone,
        reply_working_days=stored.reply_working_days,
        is_sample=stored.is_sample,
    )
