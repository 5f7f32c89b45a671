"""The addresses Django answers; readers' pages are files and never come here."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.views.i18n import JavaScriptCatalog
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.preview import PreviewOnCreate, PreviewOnEdit
from wagtail.documents import urls as wagtaildocs_urls


def _to_languages(request: HttpRequest, page_id: int) -> HttpResponse:
    """Lead from wagtail-localize's way of starting a translation to ours."""
    return redirect("newsroom_translations", page_id=page_id)


def _closed(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer addresses of libraries that would publish past approval: there is nothing here."""
    raise Http404


def _leaving_nothing(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view show what saving would make, and keep none of it.

    Wagtail's previews save the form without its page; ours keeps with it what the work is.
    """

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "GET":
            return view(request, *args, **kwargs)
        with transaction.atomic():
            answer = view(request, *args, **kwargs)
            transaction.set_rollback(True)
        return answer

    return shown


_preview_new = _leaving_nothing(require_admin_access(PreviewOnCreate.as_view()))
_preview = _leaving_nothing(require_admin_access(PreviewOnEdit.as_view()))

urlpatterns = [
    path(
        "admin/pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/"
        "<int:parent_page_id>/preview/",
        _preview_new,
    ),
    path("admin/pages/<int:page_id>/edit/preview/", _preview),
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
