"""Correcting what is public."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from nhipcau.accounts.models import User
from nhipcau.common.exceptions import NotPermitted
from nhipcau.newsroom.exceptions import NotReadyToPublish
from nhipcau.newsroom.models import Correction, StoryPage
from nhipcau.newsroom.permissions import user_can_correct


@transaction.atomic
def propose_correction(*, page: StoryPage, actor: User, text: str) -> Correction:
    """Write the note that readers will see when the corrected text is approved.

    A note that is proposed already is replaced. Nothing is public yet.

    Args:
        page: A public language version.
        actor: Somebody who may edit it.
        text: What was wrong and what is right, in the version's language.

    Raises:
        NotPermitted: if the person may not edit the version.
        NotReadyToPublish: if the note is empty or the version was never public.
    """
    if not user_can_correct(actor, page):
        raise NotPermitted
    if page.first_published_at is None:
        raise NotReadyToPublish(_("Only what was published can be corrected."))
    if not text.strip():
        raise NotReadyToPublish(_("Write what was wrong and what is right; readers see it."))
    correction, _created = Correction.objects.update_or_create(
        page=page, approval=None, defaults={"text": text.strip(), "proposed_by": actor}
    )
    log(page, "newsroom.correction.proposed", user=actor, data={"text": correction.text})
    return correction
