"""The register of guiding documents."""

from typing import Any

import django_filters
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton

from nhipcau.agencies.enums import DocumentSystem
from nhipcau.agencies.models import Agency
from nhipcau.common.columns import LinkColumn, TextColumn, YesNoColumn
from nhipcau.programme.enums import DocumentStatus
from nhipcau.programme.exceptions import EditConflict
from nhipcau.programme.forms.documents import DocumentForm, RelationFormSet
from nhipcau.programme.models import GuidingDocument, PlanVersion
from nhipcau.programme.permissions import (
    is_overseer,
    user_can_manage_documents,
    user_can_see_version,
    visible_tasks,
)
from nhipcau.programme.selectors.naming import agency_label
from nhipcau.programme.services import documents as services
from nhipcau.programme.views.base import TASKS_ON_A_PAGE, Listing, Page, history_of
from nhipcau.programme.views.tasks import DayColumn, task_rows, with_leads


class DocumentFilterSet(WagtailFilterSet):
    """Narrows documents by system, status and date."""

    system = django_filters.ChoiceFilter(choices=DocumentSystem.choices, label=_("Document system"))
    status = django_filters.MultipleChoiceFilter(
        choices=DocumentStatus.choices, label=pgettext_lazy("programme", "Status")
    )
    issued_on = django_filters.DateFromToRangeFilter(label=_("Issued on"))
    is_confirmed = django_filters.BooleanFilter(label=_("Checked against the full text"))

    class Meta:
        model = GuidingDocument
        fields: list[str] = []


class DocumentList(Listing):
    """The register."""

    model = GuidingDocument
    page_title = _("Guiding documents")
    header_icon = "doc-full"
    folded_path = "folded"
    filterset_class = DocumentFilterSet
    index_url_name = "programme_documents"
    index_results_url_name = "programme_documents_results"
    default_ordering = ["-issued_on", "-pk"]
    list_export = [
        *("reference", "title", "issuer_name", "issued_on", "received_on", "in_force_from"),
        *("in_force_to", "get_status_display", "is_confirmed", "summary", "source", "address"),
    ]
    export_headings = {"get_status_display": pgettext_lazy("programme", "Status")}

    @cached_property
    def columns(self) -> list[Column]:
        """Reference, title, issuer, date, status."""
        return [
            LinkColumn(
                "reference",
                label=_("Number and symbol"),
                get_url=lambda row: reverse("programme_document", args=[row.pk]),
                sort_key="reference",
            ),
            TextColumn("title", label=_("Summary line")),
            TextColumn("issuer_name", label=_("Issuing body"), sort_key="issuer_name"),
            DayColumn("issued_on", label=_("Issued on"), sort_key="issued_on"),
            TextColumn(
                "get_status_display", label=pgettext_lazy("programme", "Status"), sort_key="status"
            ),
            YesNoColumn("is_confirmed", label=_("Checked")),
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Enter a document."""
        if not user_can_manage_documents(self.request.user):
            return []
        address = reverse("programme_document_add")
        return [HeaderButton(_("Enter a document"), url=address, icon_name="plus")]


class DocumentPage(Page):
    """One document with everything that cites it."""

    template_name = "programme/document.html"
    parents = [(_("Guiding documents"), "programme_documents")]
    header_icon = "doc-full"

    @cached_property
    def document(self) -> GuidingDocument:
        """The document."""
        return get_object_or_404(GuidingDocument, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """Number and symbol."""
        return self.document.reference

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Edit."""
        if not user_can_manage_documents(self.request.user):
            return []
        address = reverse("programme_document_edit", args=[self.document.pk])
        return [HeaderButton(_("Edit"), url=address, icon_name="edit")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The document, its relations, plans and tasks."""
        context = super().get_context_data(**kwargs)
        document, user = self.document, self.request.user
        versions = [
            version
            for version in PlanVersion.objects.filter(legal_bases=document).select_related("plan")
            if user_can_see_version(user, version)
        ]
        tasks = task_rows(visible_tasks(user).filter(current__documents=document)).order_by(
            "-plan__first_year", "current__sort_order", "pk"
        )
        page = Paginator(tasks, TASKS_ON_A_PAGE).get_page(self.request.GET.get("p"))
        return context | {
            "document": document,
            "relations": document.relations.select_related("target"),
            "incoming": document.incoming_relations.select_related("origin"),
            "versions": versions,
            "tasks": with_leads(page),
            "page_obj": page,
            **(history_of(self.request, document) if is_overseer(user) else {}),
        }


class DocumentEdit(Page):
    """Enter or change a document."""

    template_name = "programme/document_form.html"
    parents = [(_("Guiding documents"), "programme_documents")]
    header_icon = "doc-full"
    rule = staticmethod(user_can_manage_documents)

    @cached_property
    def document(self) -> GuidingDocument | None:
        """The document, ``None`` for a new one."""
        if "pk" not in self.kwargs:
            return None
        return get_object_or_404(GuidingDocument, pk=self.kwargs["pk"])

    def get_page_title(self) -> Any:
        """Enter or edit."""
        return _("Edit the document") if self.document else _("Enter a document")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The forms."""
        context = super().get_context_data(**kwargs)
        form = kwargs.get("form") or DocumentForm(
            instance=self.document,
            initial={"revision": self.document.revision} if self.document else {},
        )
        relations = kwargs.get("relations")
        if relations is None:
            rows: QuerySet[Any] | list[Any] = self.document.relations.all() if self.document else []
            relations = RelationFormSet(
                initial=[
                    {"kind": row.kind, "target": row.target_id, "note": row.note} for row in rows
                ],
                prefix="relations",
            )
        return context | {
            "form": form,
            "relations": relations,
            "differences": kwargs.get("differences"),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save document and relations."""
        form = DocumentForm(request.POST, request.FILES, instance=self.document)
        relations = RelationFormSet(request.POST, prefix="relations")
        if form.is_valid() and relations.is_valid():
            chosen = [
                (data["kind"], data["target"], data["note"])
                for data in relations.cleaned_data
                if data.get("kind")
            ]
            conflicts: list[EditConflict] = []

            def save() -> GuidingDocument | bool:
                try:
                    return services.save_with_relations(
                        actor=request.user,
                        document=form.save(commit=False),
                        relations=chosen,
                        revision=form.cleaned_data["revision"],
                    )
                except EditConflict as conflict:
                    conflicts.append(conflict)
                    return False

            document = self.attempt(save)
            if conflicts:
                return self._conflict(form, relations, conflicts[0].current)
            if document:
                messages.success(request, _("Document kept."))
                return redirect("programme_document", document.pk)
        context = self.get_context_data(form=form, relations=relations)
        return self.render_to_response(context, status=422)

    def _conflict(
        self, form: DocumentForm, relations: Any, current: GuidingDocument
    ) -> HttpResponse:
        """Both entries side by side; saving again keeps the person's own, knowingly."""

        def in_words(name: str, value: Any) -> Any:
            if isinstance(value, Agency):
                return agency_label(value)
            choices = form.fields[name].choices if name in {"system", "status"} else ()  # type: ignore[attr-defined]
            return dict(choices).get(value, value)

        differences = [
            {
                "label": field.label,
                "mine": in_words(name, form.cleaned_data[name]),
                "theirs": in_words(name, getattr(current, name)),
            }
            for name, field in form.fields.items()
            if name not in {"revision", "file"}
            and form.cleaned_data[name] != getattr(current, name)
        ]
        form.data = form.data.copy()
        form.data["revision"] = str(current.revision)
        context = self.get_context_data(form=form, relations=relations, differences=differences)
        return self.render_to_response(context, status=409)


def document_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The document's file, for everybody who uses the programme."""
    if not Page.rule(request.user):
        raise Http404
    document = get_object_or_404(GuidingDocument, pk=pk)
    if not document.file:
        raise Http404
    return FileResponse(document.file.open("rb"), as_attachment=True)
