"""The addresses Django answers; readers' pages are files and never come here."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.views.i18n import JavaScriptCatalog
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls


def _to_languages(request: HttpRequest, page_id: int) -> HttpResponse:
    """Lead from wagtail-localize's way of starting a translation to ours."""
    return redirect("newsroom_translations", page_id=page_id)


def _closed(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer addresses of libraries that would publish past approval: there is nothing here."""
    raise Http404


urlpatterns = [
    path("admin/localize/submit/page/<int:page_id>/", _to_languages),
    path("admin/localize/jsi18n/", JavaScriptCatalog.as_view(packages=["wagtail_localize"])),
    path("admin/localize/", _closed),
    path("admin/localize/<path:rest>", _closed),
    path("admin/", include("nhipcau.accounts.urls")),
    path("admin/documents-files/", include(wagtaildocs_urls)),
    path("admin/", include(wagtailadmin_urls)),
    path("bao-cao/", include("nhipcau.programme.urls")),
    path("", include("nhipcau.web.urls")),
    path("", include("nhipcau.publishing.urls")),
]

handler404 = "nhipcau.publishing.views.absent"
handler500 = "nhipcau.web.views.server_error"
