"""Public addresses that Django itself answers."""

from django.urls import re_path

from nhipcau.web import views
from nhipcau.web.rules.addresses import SLUGS


def _either(kind: str) -> str:
    """The slugs of a kind of page in all languages, as an alternative."""
    return "|".join(sorted(set(SLUGS[kind].values())))


_LANGUAGE = r"^(?P<language>[a-z]{2,3}(?:-[a-z]+)?)/"
urlpatterns = [
    re_path(f"{_LANGUAGE}(?P<given>{_either('search')})/$", views.search, name="web_search"),
    re_path(f"{_LANGUAGE}(?P<given>{_either('search')})/suggest$", views.suggest),
    re_path(f"{_LANGUAGE}(?P<given>{_either('report')})/$", views.report, name="web_report"),
]
