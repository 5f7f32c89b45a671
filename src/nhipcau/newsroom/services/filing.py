"""Filing works: section, topics, deadline; and beginning a new one from an old one."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from nhipcau.accounts.models import User
from nhipcau.common.exceptions import NotPermitted
from nhipcau.newsroom.models import Section, StoryPage, Topic, Work
from nhipcau.newsroom.permissions import user_can_decide
from nhipcau.newsroom.permissions.drafts import visible_works
from nhipcau.newsroom.services.works import create_work
from nhipcau.newsroom.signals import work_changed


@transaction.atomic
def file_work(
    *,
    work: Work,
    actor: User,
    section: Section | None = None,
    topics: Collection[Topic] = (),
    deadline: datetime | None = None,
) -> Work:
    """Give a work a section, further topics or a deadline; what is left out stays.

    Args:
        work: The work.
        actor: An editor or administrator.
        section: Standing part of the paper.
        topics: Matters it belongs to, beside those it has.
        deadline: By when the desk wants it (UTC).

    Raises:
        NotPermitted: if the person is neither editor nor administrator.
    """
    if not user_can_decide(actor):
        raise NotPermitted
    work = Work.objects.select_for_update().get(pk=work.pk)
    changed = {}
    if section is not None:
        work.section, changed["section"] = section, section.code
    if deadline is not None:
        work.deadline, changed["deadline"] = deadline, deadline.isoformat()
    if topics:
        work.topics.add(*topics)
        changed["topics"] = ", ".join(topic.code for topic in topics)
    work.save()
    log(work, "newsroom.work.filed", user=actor, data=changed)
    work_changed.send(sender=Work, work=work)
    return work


@transaction.atomic
def duplicate_work(*, page: StoryPage, actor: User) -> StoryPage:
    """Begin a new work with the text of an old one, as a draft of one's own.

    Time, approval, corrections, embargo and origin are not taken over: it is another story. Whose
    words they are and whether we may publish them is: the words are the same.

    Args:
        page: The version whose newest text the person may see.
        actor: Somebody who writes in the version's language.

    Raises:
        NotPermitted: if the person may not see the work or write in the language.
    """
    parent = page.get_parent().specific
    may_write = parent.permissions_for_user(actor).can_add_subpage()
    if not may_write or not visible_works(actor).filter(pk=page.work_id).exists():
        raise NotPermitted
    # Whoever may not edit the old text takes over what readers see, never a draft of it.
    may_edit = page.permissions_for_user(actor).can_edit()
    text = page.get_latest_revision_as_object() if may_edit or not page.live else page
    copy = create_work(
        actor=actor,
        headline=text.title,
        lead=text.lead,
        kicker=text.kicker,
        byline=text.byline,
        language=page.language,
        publisher=page.work.publisher,
        body=[(block.block_type, block.value) for block in text.body],
    )
    work = copy.work
    taken_over = ["section", "source_name", "source_address", "republication"]
    for name in taken_over:
        setattr(work, name, getattr(page.work, name))
    work.save(update_fields=taken_over)
    work.topics.set(page.work.topics.all())
    work.places.set(page.work.places.all())
    work.agencies.set(page.work.agencies.all())
    return copy
