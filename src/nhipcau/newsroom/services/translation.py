"""Language versions through the translation desk."""

from django.db import transaction
from wagtail.models import Revision

from nhipcau.accounts.models import User
from nhipcau.common.exceptions import NotPermitted
from nhipcau.newsroom.exceptions import NotReadyToPublish
from nhipcau.newsroom.models import DeskText, StoryPage
from nhipcau.newsroom.permissions import user_can_translate
from nhipcau.newsroom.selectors.versions import is_different_text, source_version
from nhipcau.newsroom.services.publication import submit_for_approval
from nhipcau.translation.services import localize


def text_to_translate(source: StoryPage) -> Revision:
    """The revision that translators work from: what readers see, else the newest draft.

    Args:
        source: The version in the source language.

    Raises:
        NotReadyToPublish: if there is no text yet.
    """
    revision = source.live_revision or source.get_latest_revision()
    if revision is None:
        raise NotReadyToPublish
    return revision


def start_translation(*, source: StoryPage, language: str, actor: User) -> StoryPage:
    """Bring a work to the desk for a language, or bring its newest text there.

    Args:
        source: The version in the source language.
        language: BCP 47 code of the target.
        actor: A translator, reviser or administrator.

    Returns:
        The version in the target language: a draft, unless one is public already.

    Raises:
        NotPermitted: if the person does not translate.
    """
    if not user_can_translate(actor):
        raise NotPermitted
    revision = text_to_translate(source)
    with transaction.atomic():
        target = localize.open_translation(source, revision, language)
        DeskText.objects.update_or_create(
            page_id=target.pk, defaults={"source_revision_id": revision.pk}
        )
    return StoryPage.objects.get(pk=target.pk)


def submit_translation(*, target: StoryPage, actor: User) -> Revision:
    """Put a finished translation together and send it to those who approve it.

    Args:
        target: The version in the target language.
        actor: A translator, reviser or administrator.

    Returns:
        The revision that is to be approved.

    Raises:
        NotPermitted: if the person does not translate.
        NotTranslated: if any of the text is still open.
    """
    if not user_can_translate(actor):
        raise NotPermitted
    with transaction.atomic():
        revision = localize.assemble(
            target,
            actor,
            source_revision_id=target.desk_text.source_revision_id,
            is_machine_draft=localize.has_machine_text(target),
        )
        target = StoryPage.objects.get(pk=target.pk)
        if target.workflow_in_progress:
            target.current_workflow_state.cancel(user=actor)
        submit_for_approval(page=target, actor=actor)
    return revision


def has_newer_source(target: StoryPage) -> bool:
    """Whether the source's text has changed since it came to the desk.

    Args:
        target: The version in the target language.
    """
    source = source_version(target)
    if source is None:
        return False
    revision = source.live_revision or source.get_latest_revision()
    at_desk = DeskText.objects.filter(page_id=target.pk).first()
    if revision is None or at_desk is None or revision.pk == at_desk.source_revision_id:
        return False
    return is_different_text(at_desk.source_revision_id, revision.pk)
