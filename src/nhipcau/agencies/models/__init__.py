"""Bodies and places. Their names are dated facts with one owner: this app."""

from nhipcau.agencies.models.agency import Agency, AgencyName
from nhipcau.agencies.models.focal_point import FocalPoint
from nhipcau.agencies.models.naming import SOURCE_LANGUAGE, DatedName, Named, record_in_force
from nhipcau.agencies.models.office import Office, OfficeHolding, OfficeName
from nhipcau.agencies.models.place import Place, PlaceName

__all__ = [
    "SOURCE_LANGUAGE",
    "Agency",
    "AgencyName",
    "DatedName",
    "FocalPoint",
    "Named",
    "Office",
    "OfficeHolding",
    "OfficeName",
    "Place",
    "PlaceName",
    "record_in_force",
]
