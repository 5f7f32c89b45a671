"""Pages of the site, its profile, and what readers report."""

from nhipcau.web.models.key_figure import KeyFigure, KeyFigureText
from nhipcau.web.models.pages import FrontPlacement, HomePage, InformationPage
from nhipcau.web.models.profile import SiteProfile, SiteProfileText
from nhipcau.web.models.report import ErrorReport
from nhipcau.web.models.search_entry import SearchEntry

__all__ = [
    "ErrorReport",
    "FrontPlacement",
    "HomePage",
    "InformationPage",
    "KeyFigure",
    "KeyFigureText",
    "SearchEntry",
    "SiteProfile",
    "SiteProfileText",
]
