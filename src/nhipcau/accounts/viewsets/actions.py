"""A page that asks before something is done to one record."""

from typing import Any, ClassVar

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.views.generic import TemplateView
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin

from nhipcau.common.exceptions import DomainError


class ActionView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Asks, does, and goes back to the list; what is done is said by subclasses.

    Attributes:
        question: Sentence above the button.
        button: Text of the button.
    """

    template_name = "accounts/action.html"
    permission_required = "change"
    model: ClassVar[type[models.Model]]
    object: Any
    request: Any
    index_url_name = ""
    header_icon = ""
    question: ClassVar[str | Promise]
    button: ClassVar[str | Promise]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Load the record."""
        super().setup(request, *args, **kwargs)
        self.object = get_object_or_404(self.model, pk=kwargs["pk"])

    def get_page_subtitle(self) -> str:
        """Name the record in the heading."""
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Lead back to the list."""
        return [
            *self.breadcrumbs_items,
            {
                "url": reverse(self.index_url_name),
                "label": str(self.model._meta.verbose_name_plural).capitalize(),
            },
            {"url": "", "label": str(self.page_title), "sublabel": str(self.object)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the question."""
        return super().get_context_data(
            object=self.object,
            question=self.question,
            button=self.button,
            back_url=reverse(self.index_url_name),
            **kwargs,
        )

    def do(self) -> HttpResponse | None:
        """Do it; the answer is shown instead of the list, if there is one."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do what was asked and say what came of it."""
        try:
            if response := self.do():
                return response
        except DomainError as error:
            messages.error(request, str(error.message))
        return redirect(self.index_url_name)

    def show_link(self, link: str, note: str | Promise) -> HttpResponse:
        """Show a link that is not kept anywhere; Wagtail forbids browsers to keep the page."""
        self.template_name = "accounts/link_once.html"
        context = self.get_context_data(link=link, note=note)
        return self.render_to_response(context)
