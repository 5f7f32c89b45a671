"""Tells the terms when a name of a body, an office or a place changes."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from nhipcau.agencies.models import AgencyName, OfficeName, PlaceName
from nhipcau.translation.services.terms import announce_change


def connect() -> None:
    """Listen to saved and deleted names; called once from the app's ``ready()``."""
    for model in (AgencyName, OfficeName, PlaceName):
        for signal in (post_save, post_delete):
            signal.connect(_name_changed, sender=model, dispatch_uid=f"terms:{model.__name__}")


def _name_changed(*, raw: bool = False, **_details: Any) -> None:
    """Make every process read the names again; fixtures are loaded without it."""
    if not raw:
        announce_change()
