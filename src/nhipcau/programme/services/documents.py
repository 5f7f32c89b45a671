"""Writing to the register of guiding documents."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from nhipcau.accounts.types import Actor
from nhipcau.common.text import fold
from nhipcau.programme.enums import DocumentRelationKind, DocumentStatus
from nhipcau.programme.exceptions import EditConflict, Incomplete
from nhipcau.programme.models import DocumentRelation, GuidingDocument
from nhipcau.programme.permissions import require, user_can_manage_documents
from nhipcau.programme.rules.symbols import checked_reference
from nhipcau.programme.services.audit import record

_STATUS_OF_TARGET = {
    DocumentRelationKind.AMENDS: DocumentStatus.AMENDED,
    DocumentRelationKind.REPLACES: DocumentStatus.REPLACED,
}


@transaction.atomic
def save_document(
    *, actor: Actor, document: GuidingDocument, revision: int | None = None
) -> GuidingDocument:
    """Enter or change a guiding document.

    Args:
        actor: Somebody of the standing office.
        document: The document with its new values, saved or not.
        revision: The revision the actor began with, ``None`` where nobody else can have saved.

    Raises:
        NotPermitted: if the actor may not write to the register.
        BadReference: if number and symbol do not fit the document system.
        EditConflict: if somebody else saved in between.
    """
    require(allowed=user_can_manage_documents(actor))
    is_new = document.pk is None
    if not is_new and revision is not None:
        saved = GuidingDocument.objects.select_for_update().get(pk=document.pk)
        if saved.revision != revision:
            raise EditConflict(saved)
    document.reference = checked_reference(system=document.system, reference=document.reference)
    document.folded = fold(
        " ".join([document.reference, document.title, document.issuer_name, document.summary])
    )
    if not is_new:
        document.revision += 1
    document.save()
    action = "programme.document.created" if is_new else "programme.document.changed"
    record(actor=actor, instance=document, action=action)
    return document


@transaction.atomic
def relate_documents(
    *, actor: Actor, origin: GuidingDocument, kind: str, target: GuidingDocument, note: str = ""
) -> DocumentRelation:
    """Say what one document does to another; the other one's status follows.

    Args:
        actor: Somebody of the standing office.
        origin: The later document.
        kind: A :class:`DocumentRelationKind`.
        target: The document it does that to.
        note: Which parts.

    Raises:
        NotPermitted: if the actor may not write to the register.
    """
    require(allowed=user_can_manage_documents(actor))
    relation, __ = DocumentRelation.objects.update_or_create(
        origin=origin, kind=kind, target=target, defaults={"note": note}
    )
    apply_relation(actor=actor, relation=relation)
    return relation


def apply_relation(*, actor: Actor, relation: DocumentRelation) -> None:
    """Let the status of the other document follow a relation.

    A document that is replaced or repealed never becomes merely amended again.

    Args:
        actor: Who entered the relation.
        relation: The relation, saved.
    """
    status = _STATUS_OF_TARGET.get(DocumentRelationKind(relation.kind))
    target = GuidingDocument.objects.select_for_update().get(pk=relation.target.pk)
    final = {DocumentStatus.REPLACED, DocumentStatus.REPEALED}
    if status is None or target.status == status or target.status in final:
        return
    _set_status(actor=actor, target=target, status=status, by=relation.origin)


def take_back_relation(*, actor: Actor, relation: DocumentRelation) -> None:
    """Remove a relation that was entered by mistake; the other document's status follows.

    The status stays where another relation gives the same, and where somebody has since entered
    one that this relation does not give.

    Args:
        actor: Who removes it.
        relation: The relation, saved.
    """
    relation.delete()
    gave = _STATUS_OF_TARGET.get(DocumentRelationKind(relation.kind))
    target = GuidingDocument.objects.select_for_update().get(pk=relation.target.pk)
    if gave is None or target.status != gave:
        return
    kinds = set(target.incoming_relations.values_list("kind", flat=True))
    left = [
        _STATUS_OF_TARGET[kind]
        for kind in (DocumentRelationKind.REPLACES, DocumentRelationKind.AMENDS)
        if kind in kinds
    ]
    status = left[0] if left else DocumentStatus.IN_FORCE
    if status != target.status:
        _set_status(actor=actor, target=target, status=status, by=relation.origin)


def _set_status(
    *, actor: Actor, target: GuidingDocument, status: DocumentStatus, by: GuidingDocument
) -> None:
    target.status = status
    target.save(update_fields=["status"])
    record(
        actor=actor,
        instance=target,
        action="programme.document.changed",
        status=str(status),
        by=by.reference,
    )


@transaction.atomic
def save_with_relations(
    *,
    actor: Actor,
    document: GuidingDocument,
    relations: list[tuple[str, GuidingDocument, str]],
    revision: int | None = None,
) -> GuidingDocument:
    """Enter or change a document together with what it does to others.

    Args:
        actor: Somebody of the standing office.
        document: The document with its new values.
        relations: (kind, other document, which parts); relations left out are taken back.
        revision: See :func:`save_document`.

    Raises:
        NotPermitted: if the actor may not write to the register.
        BadReference: if number and symbol do not fit the document system.
        Incomplete: if a document is related to itself.
        EditConflict: if somebody else saved in between.
    """
    document = save_document(actor=actor, document=document, revision=revision)
    if any(target.pk == document.pk for __, target, __note in relations):
        raise Incomplete(_("A document has no relation to itself."))
    wanted = {(kind, target.pk) for kind, target, __ in relations}
    for relation in document.relations.all():
        if (relation.kind, relation.target.pk) not in wanted:
            take_back_relation(actor=actor, relation=relation)
    for kind, target, note in relations:
        relate_documents(actor=actor, origin=document, kind=kind, target=target, note=note)
    return document
