"""Official terms in the back office: list, form, history, export, approval in bulk."""

from typing import Any

import django_filters
from django.contrib import messages
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.snippets.views.snippets import (
    CreateView,
    DeleteView,
    EditView,
    IndexView,
)

from nhipcau.common.clock import now
from nhipcau.common.exceptions import DomainError
from nhipcau.common.snippets import SnippetViewSet
from nhipcau.common.text import fold
from nhipcau.translation.enums import TermKind, TermState
from nhipcau.translation.models import Term, TermWording
from nhipcau.translation.permissions import user_can_approve_terms
from nhipcau.translation.services.terms import (
    announce_change,
    approve_term,
    record_change,
    reject_term,
)


class TermFilterSet(WagtailFilterSet):
    """Narrows the list of terms."""

    state = django_filters.ChoiceFilter(choices=TermState.choices, label=_("State"))
    kind = django_filters.ChoiceFilter(choices=TermKind.choices, label=_("Kind"))
    is_public = django_filters.BooleanFilter(label=_("In the public glossary"))

    class Meta:
        model = Term
        fields = ["state", "kind", "is_public"]


class TermIndexView(IndexView):
    """The list; its search finds terms typed with or without marks, in every language."""

    def get_base_queryset(self) -> QuerySet:
        """Terms with their English wording, in one query."""
        english = TermWording.objects.filter(term=OuterRef("pk"), language="en", kind="")
        return super().get_base_queryset().annotate(english=Subquery(english.values("text")[:1]))

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """Search all wordings, folded."""
        if self.search_query:
            return queryset.filter(folded__contains=fold(self.search_query).strip())
        return queryset


class TermCreateView(CreateView):
    """A new term is a proposal."""

    def save_instance(self) -> Term:
        """Save, name the proposer and tell every process."""
        self.form.instance.proposed_by = self.request.user
        term = super().save_instance()
        record_change(term=term, now=now())
        return term


class TermEditView(EditView):
    """A changed term is read again by every process at once."""

    def save_instance(self) -> Term:
        """Save and tell every process."""
        term = super().save_instance()
        record_change(term=term, now=now())
        return term


class TermDeleteView(DeleteView):
    """A deleted term is gone everywhere at once."""

    def delete_action(self) -> None:
        """Delete and tell every process."""
        super().delete_action()
        announce_change()


class TermViewSet(SnippetViewSet):
    """Official terms."""

    model = Term
    icon = "snippet"
    menu_label = _("Official terms")
    menu_name = "terms"
    index_view_class = TermIndexView
    add_view_class = TermCreateView
    edit_view_class = TermEditView
    delete_view_class = TermDeleteView
    filterset_class = TermFilterSet
    inspect_view_enabled = True
    list_per_page = 50
    ordering = ("sort", "pk")
    list_display = (
        "headword",
        Column("english", label=_("English"), accessor="english"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        Column("valid_from", label=_("Valid from"), accessor="valid_from", sort_key="valid_from"),
        Column("valid_to", label=_("Valid to"), accessor="valid_to", sort_key="valid_to"),
        DateColumn("updated_at", label=_("Updated"), sort_key="updated_at"),
    )
    list_export = (
        "headword",
        "english",
        "kind",
        "state",
        "valid_from",
        "valid_to",
        "note",
        "source",
        "domain",
    )
    export_filename = "terms"
    # The sort key never changes by search; Wagtail's index is not needed for it.
    search_fields = ("folded",)
    panels = (
        MultiFieldPanel(
            [
                FieldPanel("headword"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("domain")]),
            ],
            heading=_("Term"),
        ),
        InlinePanel(
            "wordings",
            panels=[
                FieldRowPanel([FieldPanel("language"), FieldPanel("kind")]),
                FieldPanel("text"),
            ],
            heading=_("Wordings"),
            label=_("Wording"),
            help_text=_(
                "One preferred wording a language; variants that are accepted, inflected or "
                "forbidden, in Vietnamese too."
            ),
            min_num=1,
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
                FieldPanel("note"),
                FieldPanel("source"),
                FieldPanel("is_public"),
            ],
            heading=_("Validity and source"),
        ),
    )


class _DecisionAction(SnippetBulkAction):
    """Shared by approving and rejecting."""

    models = [Term]
    template_name = "translation/confirm_decision.html"
    question = ""

    @cached_property
    def may_decide(self) -> bool:
        """Whether the person is a reviser or an editor."""
        return user_can_approve_terms(self.request.user)

    def check_perm(self, obj: Any) -> bool:
        """The same for every term."""
        return self.may_decide

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is asked."""
        return super().get_context_data(
            question=self.question, action_label=self.display_name, **kwargs
        )

    def get_execution_context(self) -> dict[str, Any]:
        """Who decides."""
        return {"user": self.request.user, "request": self.request}


class ApproveTerms(_DecisionAction):
    """Make terms official."""

    display_name = _("Approve")
    action_type = "approve"
    aria_label = _("Approve selected terms")
    action_priority = 10
    question = _("Make these terms official? They are checked in every translation from now on.")

    @classmethod
    def execute_action(cls, objects: list[Term], **kwargs: Any) -> tuple[int, int]:
        """Approve one by one; a conflict is told and leaves the others alone."""
        return _each(
            objects, kwargs, lambda term, user: approve_term(term=term, actor=user, now=now())
        )

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """How many are official now."""
        return ngettext(
            "%(count)d term approved.", "%(count)d terms approved.", num_parent_objects
        ) % {"count": num_parent_objects}


class RejectTerms(_DecisionAction):
    """Refuse terms."""

    display_name = pgettext_lazy("translation", "Reject")
    action_type = "reject"
    aria_label = _("Reject selected terms")
    action_priority = 20
    classes = {"serious"}
    question = _("Reject these terms? They stay on record and are no longer used.")

    @classmethod
    def execute_action(cls, objects: list[Term], **kwargs: Any) -> tuple[int, int]:
        """Reject one by one."""
        reason = gettext("Rejected in the list.")
        return _each(
            objects,
            kwargs,
            lambda term, user: reject_term(term=term, actor=user, now=now(), reason=reason),
        )

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """How many were rejected."""
        return ngettext(
            "%(count)d term rejected.", "%(count)d terms rejected.", num_parent_objects
        ) % {"count": num_parent_objects}


def _each(objects: list[Term], context: dict[str, Any], decide: Any) -> tuple[int, int]:
    """Decide on terms one by one, telling the person what was refused."""
    request: HttpRequest = context["request"]
    done = 0
    for term in objects:
        try:
            decide(term, context["user"])
            done += 1
        except DomainError as error:
            messages.error(request, f"{term.headword}: {error}")
    return done, 0
