"""Following where things are found, so that an address once published never dies."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_save

from nhipcau.common.surfaces import announce_address

#: From a row to its public addresses by the permanent name of what is found there; empty while
#: it was never public.
Whereabouts = Callable[[Any], Mapping[str, str]]


def follow(
    model: type[Model],
    whereabouts: Whereabouts,
    reason: str,
    *,
    on_move: Callable[[Any], object] | None = None,
    is_told_when_removed: bool = True,
) -> None:
    """Announce every change of a model's public addresses; called once when the program starts.

    A row that is removed leaves its addresses; one that takes its place under the same permanent
    name takes them over.

    Args:
        model: The model whose fields make up the addresses.
        whereabouts: See :data:`Whereabouts`.
        reason: Short audit code shown on the page of stale addresses; unique for the model.
        is_told_when_removed: Whether the addresses of a removed row say that it is gone.
        on_move: Called with a saved row whose addresses have changed, to announce what else has.
    """
    label = f"follow.{model._meta.label}.{reason}"

    def remember(sender: type[Model], instance: Model, **kwargs: Any) -> None:
        row = sender._default_manager.filter(pk=instance.pk).first() if instance.pk else None
        instance.__dict__[label] = dict(whereabouts(row)) if row else {}

    def compare(sender: type[Model], instance: Model, **kwargs: Any) -> None:
        before, now = instance.__dict__.pop(label, {}), whereabouts(instance)
        moved = [name for name in sorted({*before, *now}) if before.get(name) != now.get(name)]
        for name in moved:
            announce_address(
                subject=name,
                address=now.get(name, ""),
                former=before.get(name, ""),
                reason=reason,
            )
        if moved and before and on_move is not None:
            on_move(instance)

    def leave(sender: type[Model], instance: Model, **kwargs: Any) -> None:
        for name, former in sorted(whereabouts(instance).items()):
            announce_address(subject=name, address="", former=former, reason=reason)

    pre_save.connect(remember, sender=model, dispatch_uid=f"{label}.before", weak=False)
    post_save.connect(compare, sender=model, dispatch_uid=f"{label}.after", weak=False)
    if is_told_when_removed:
        post_delete.connect(leave, sender=model, dispatch_uid=f"{label}.gone", weak=False)
