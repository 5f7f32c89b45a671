"""The list of invitations, with inviting, renewing and revoking."""

from typing import Any

import django_filters
from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from nhipcau.accounts import services
from nhipcau.accounts.enums import InvitationState
from nhipcau.accounts.forms import InvitationForm
from nhipcau.accounts.models import Invitation
from nhipcau.accounts.selectors import can_send_mail
from nhipcau.accounts.viewsets.actions import ActionView
from nhipcau.common.clock import now
from nhipcau.common.exceptions import DomainError

NO_MAIL = gettext_lazy(
    "No letter was sent. Give this link to the person yourself, over a channel you trust. It is "
    "shown only this once and works for seven days."
)


class InvitationFilterSet(WagtailFilterSet):
    """Filters invitations by what they are worth now."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"), choices=InvitationState.choices, method="by_state"
    )

    def by_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the invitations in a state; the same decision as ``rules.invitation_state``."""
        unanswered = Q(accepted_at=None, revoked_at=None)
        return queryset.filter(
            {
                InvitationState.ACCEPTED: Q(accepted_at__isnull=False),
                InvitationState.REVOKED: Q(accepted_at=None, revoked_at__isnull=False),
                InvitationState.EXPIRED: unanswered & Q(expires_at__lte=now()),
                InvitationState.OPEN: unanswered & Q(expires_at__gt=now()),
            }[InvitationState(value)]
        )

    class Meta:
        model = Invitation
        fields: list[str] = []


class IndexView(generic.IndexView):
    """The list; each row offers what can still be done with it."""

    add_item_label = gettext_lazy("Invite somebody")

    def get_base_queryset(self) -> QuerySet:
        """Load who invited, too."""
        return super().get_base_queryset().select_related("invited_by")

    def get_edit_url(self, instance: Invitation) -> None:
        """Invitations are not edited: revoke and invite again."""
        return

    def get_delete_url(self, instance: Invitation) -> None:
        """Invitations stay as a record of who was let in."""
        return

    def get_list_more_buttons(self, instance: Invitation) -> list[Button]:
        """Offer to renew and to revoke."""
        if instance.accepted_at or not self.user_has_permission("change"):
            return []
        buttons = [
            Button(
                _("Renew"),
                url=reverse("accounts_invitations:renew", args=[instance.pk]),
                icon_name="redirect",
            )
        ]
        if not instance.revoked_at:
            buttons.append(
                Button(
                    _("Revoke"),
                    url=reverse("accounts_invitations:revoke", args=[instance.pk]),
                    icon_name="cross",
                )
            )
        return buttons


class CreateView(generic.CreateView):
    """Inviting somebody."""

    page_title = gettext_lazy("Invite somebody")
    submit_button_label = gettext_lazy("Invite")

    def form_valid(self, form: InvitationForm) -> HttpResponse:
        """Invite, then send the letter or show the link."""
        try:
            invitation, token = services.invite(
                actor=self.request.user, now=now(), **form.cleaned_data
            )
        except DomainError as error:
            form.add_error("email", str(error.message))
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)
        view = RenewView()
        view.setup(self.request, pk=invitation.pk)
        return view.hand_over(invitation, token)


class RenewView(ActionView):
    """A new link for an old invitation."""

    model = Invitation
    index_url_name = "accounts_invitations:index"
    header_icon = "mail"
    page_title = gettext_lazy("Renew the invitation")
    question = gettext_lazy(
        "A new link is made, which works for seven days. The old one stops working."
    )
    button = gettext_lazy("Renew")
    permission_policy = ModelViewSet(model=Invitation).permission_policy

    def do(self) -> HttpResponse:
        """Renew it."""
        return self.hand_over(
            *services.renew(actor=self.request.user, invitation=self.object, now=now())
        )

    def hand_over(self, invitation: Invitation, token: str) -> HttpResponse:
        """Send the letter, or show the link when no letter can be sent."""
        if can_send_mail() and services.send_invitation(invitation=invitation, token=token):
            messages.success(
                self.request,
                _("The invitation was sent to %(email)s.") % {"email": invitation.email},
            )
            return HttpResponse(
                status=302, headers={"Location": reverse("accounts_invitations:index")}
            )
        return self.show_link(services.invitation_link(token), NO_MAIL)


class RevokeView(ActionView):
    """Taking an invitation back."""

    model = Invitation
    index_url_name = "accounts_invitations:index"
    header_icon = "mail"
    page_title = gettext_lazy("Revoke the invitation")
    question = gettext_lazy("The link stops working at once. You can renew the invitation later.")
    button = gettext_lazy("Revoke")
    permission_policy = ModelViewSet(model=Invitation).permission_policy

    def do(self) -> None:
        """Revoke it."""
        services.revoke_invitation(actor=self.request.user, invitation=self.object, now=now())
        messages.success(self.request, _("The invitation was revoked."))


class InvitationViewSet(ModelViewSet):
    """Invitations in the settings menu."""

    model = Invitation
    icon = "mail"
    menu_label = gettext_lazy("Invitations")
    menu_order = 610
    add_to_settings_menu = True
    add_to_reference_index = False
    index_view_class = IndexView
    add_view_class = CreateView
    filterset_class = InvitationFilterSet
    search_fields = ["full_name", "email"]
    search_backend_name = None
    copy_view_enabled = False
    ordering = ["-created_at"]
    list_export = ["full_name", "email", "role_labels", "created_at", "expires_at", "state"]
    list_display = [
        TitleColumn("full_name", label=gettext_lazy("Name"), sort_key="full_name", width="25%"),
        Column("email", label=gettext_lazy("E-mail address"), sort_key="email"),
        Column("role_labels", label=gettext_lazy("Roles")),
        Column("invited_by", label=gettext_lazy("Invited by")),
        DateColumn("created_at", label=gettext_lazy("Made"), sort_key="created_at"),
        Column(
            "expires_at",
            accessor=lambda invitation: date_format(
                localtime(invitation.expires_at), "DATE_FORMAT"
            ),
            label=gettext_lazy("Valid until"),
            sort_key="expires_at",
        ),
        Column(
            "state", accessor=lambda invitation: invitation.state.label, label=gettext_lazy("State")
        ),
    ]

    def get_form_class(self, for_update: bool = False) -> type[InvitationForm]:
        """The form for inviting."""
        return InvitationForm

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Tell Wagtail which pages there are not."""
        missing = {"edit_url_name": "", "usage_url_name": "", "delete_url_name": ""}
        return super().get_common_view_kwargs(**kwargs, **missing)

    def get_urlpatterns(self) -> list[Any]:
        """Only the pages there are: invitations are neither edited nor deleted."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
            path("history/<int:pk>/", self.history_view, name="history"),
            path("history-results/<int:pk>/", self.history_results_view, name="history_results"),
            path("renew/<int:pk>/", RenewView.as_view(), name="renew"),
            path("revoke/<int:pk>/", RevokeView.as_view(), name="revoke"),
        ]
