"""Bringing a story to the translation desk."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View

from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.permissions import user_can_translate
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.versions import is_older_than_source, source_version
from nhipcau.newsroom.services.translation import start_translation
from nhipcau.translation.services import localize


class TranslationsView(View):
    """The languages of a story: which exist, how far they are, and starting one."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only people who translate come here."""
        if not user_can_translate(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Show every language of the site with the state of the story in it."""
        source = _source(page_id)
        versions = {page.language: page for page in source.work.versions.select_related("locale")}
        rows = [
            self._row(code, versions.get(code))
            for code in public.languages()
            if code != source.language
        ]
        return render(
            request,
            "newsroom/translations.html",
            {
                "source": source,
                "rows": rows,
                "header_title": _("Languages of “%(title)s”") % {"title": source.title},
                "breadcrumbs_items": [
                    {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                    {"url": "", "label": _("Languages")},
                ],
            },
        )

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Start the translation into a language and open the desk."""
        target = start_translation(
            source=_source(page_id), language=request.POST.get("language", ""), actor=request.user
        )
        return redirect(reverse("translation_desk", args=[target.pk]))

    def _row(self, language: str, page: StoryPage | None) -> dict[str, Any]:
        """One line of the table."""
        at_desk = page is not None and localize.is_at_desk(page)
        done, total = localize.progress(page) if page and at_desk else (0, 0)
        return {
            "language": language,
            "page": page,
            "done": done,
            "total": total,
            "at_desk": at_desk,
            "is_older": page is not None and page.live and is_older_than_source(page),
        }


def _source(page_id: int) -> StoryPage:
    """The source version of the work that a page belongs to."""
    page = get_object_or_404(StoryPage.objects.select_related("locale", "work"), pk=page_id)
    return source_version(page) or page
