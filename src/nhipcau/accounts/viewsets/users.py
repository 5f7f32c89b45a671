"""The list of people with accounts; in place of Wagtail's."""

from typing import Any

import django_filters
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.boolean_radio_select import BooleanRadioSelect
from wagtail.admin.widgets.button import Button
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from nhipcau.accounts import services
from nhipcau.accounts.enums import Role
from nhipcau.accounts.forms import UserForm
from nhipcau.accounts.models import User
from nhipcau.accounts.selectors import FACTOR_TYPES
from nhipcau.accounts.viewsets.actions import ActionView
from nhipcau.common.exceptions import DomainError


class UserFilterSet(WagtailFilterSet):
    """Filters people by role and by whether they can sign in."""

    role = django_filters.ChoiceFilter(
        label=gettext_lazy("Role"), choices=Role.choices, field_name="groups__name"
    )
    is_active = django_filters.BooleanFilter(
        label=gettext_lazy("Active"), widget=BooleanRadioSelect
    )
    has_factor = django_filters.BooleanFilter(
        label=gettext_lazy("Second factor"), widget=BooleanRadioSelect
    )

    class Meta:
        model = User
        fields: list[str] = []


def role_labels(user: User) -> str:
    """Names of a person's roles, for the list."""
    names = {group.name for group in user.groups.all()}
    return ", ".join(str(role.label) for role in Role if role.value in names)


class IndexView(generic.IndexView):
    """The list of people."""

    page_title = gettext_lazy("Users")
    add_item_label = gettext_lazy("Invite somebody")

    def get_base_queryset(self) -> QuerySet:
        """Load roles and second factors with the people."""
        factors = Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTOR_TYPES)
        return (
            User.objects.prefetch_related("groups")
            .select_related("wagtail_userprofile")
            .annotate(has_factor=Exists(factors))
        )

    def get_add_url(self) -> str | None:
        """People come in by invitation only."""
        if self.request.user.has_perm("accounts.add_invitation"):
            return reverse("accounts_invitations:add")
        return None

    def get_delete_url(self, instance: User) -> None:
        """Nobody is deleted, so that what people approved stays named."""
        return

    def get_list_more_buttons(self, instance: User) -> list[Any]:
        """Offer help for a forgotten password and a lost phone."""
        buttons = super().get_list_more_buttons(instance)
        if self.user_has_permission("change"):
            for name, label, icon in (
                ("password_link", _("Password link"), "key"),
                ("reset_factors", _("Reset second factors"), "mobile-alt"),
            ):
                url = reverse(f"wagtailusers_users:{name}", args=[instance.pk])
                buttons.append(Button(label, url=url, icon_name=icon))
        return buttons


class EditView(generic.EditView):
    """Changing what administrators decide about a person."""

    object: Any
    success_message = gettext_lazy("The account of %(object)s was changed.")

    @property
    def can_delete(self) -> bool:
        """Nobody is deleted."""
        return False

    def get_page_subtitle(self) -> str:
        """The person's name."""
        return str(self.object)

    def form_valid(self, form: UserForm) -> HttpResponse:
        """Change the account, or say what stands against it."""
        try:
            self.object = services.change_user(
                actor=self.request.user, user=self.object, **form.cleaned_data
            )
        except DomainError as error:
            form.add_error(None, str(error.message))
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)
        messages.success(self.request, self.get_success_message())
        return redirect(self.get_success_url())


class PasswordLinkView(ActionView):
    """A link for setting a new password, to be handed over."""

    model = User
    index_url_name = "wagtailusers_users:index"
    header_icon = "user"
    page_title = gettext_lazy("Password link")
    question = gettext_lazy(
        "A link is made with which the person sets a new password. The second factor stays as it "
        "is. Make sure that you are talking to the right person."
    )
    button = gettext_lazy("Make the link")
    permission_policy = ModelViewSet(model=User).permission_policy

    def do(self) -> HttpResponse:
        """Make it and show it."""
        link = services.password_link(actor=self.request.user, user=self.object)
        return self.show_link(
            link,
            gettext_lazy(
                "Give this link to the person yourself, over a channel you trust. It is shown "
                "only this once, works once and for three days."
            ),
        )


class ResetFactorsView(ActionView):
    """Help for somebody who lost phone and recovery codes."""

    model = User
    index_url_name = "wagtailusers_users:index"
    header_icon = "user"
    page_title = gettext_lazy("Reset second factors")
    question = gettext_lazy(
        "The person's authenticator app, passkeys and recovery codes stop working; at the next "
        "sign-in they must set up a new second factor. Make sure that you are talking to the "
        "right person."
    )
    button = gettext_lazy("Reset")
    permission_policy = ModelViewSet(model=User).permission_policy

    def do(self) -> None:
        """Take the factors away."""
        services.reset_second_factors(actor=self.request.user, user=self.object)
        messages.success(
            self.request,
            _("%(name)s has no second factor any more.") % {"name": self.object.full_name},
        )


def invite_instead(request: HttpRequest) -> HttpResponse:
    """Lead from Wagtail's page for new users to ours for invitations."""
    return redirect("accounts_invitations:add")


class UserViewSet(WagtailUserViewSet):
    """People with accounts."""

    index_view_class = IndexView
    edit_view_class = EditView
    filterset_class = UserFilterSet
    template_prefix = "accounts/users/"
    ordering = "full_name"
    search_fields = ["full_name", "email", "job_title"]
    search_backend_name = None
    copy_view_enabled = False
    list_export = ["full_name", "email", "job_title", "role_names", "is_active", "last_login"]
    list_display = [
        TitleColumn(
            "full_name",
            label=gettext_lazy("Name"),
            sort_key="full_name",
            width="25%",
            get_url=lambda user: reverse("wagtailusers_users:edit", args=[user.pk]),
        ),
        Column("email", label=gettext_lazy("E-mail address"), sort_key="email"),
        Column("roles", accessor=role_labels, label=gettext_lazy("Roles")),
        BooleanColumn("has_factor", label=gettext_lazy("Second factor")),
        BooleanColumn("is_active", label=gettext_lazy("Active"), sort_key="is_active"),
        DateColumn("last_login", label=gettext_lazy("Last sign-in"), sort_key="last_login"),
    ]

    def get_form_class(self, for_update: bool = False) -> type[UserForm]:
        """The form for changing a person; new ones are invited."""
        return UserForm

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Tell Wagtail which pages there are not."""
        return super().get_common_view_kwargs(**kwargs, usage_url_name="", delete_url_name="")

    def get_urlpatterns(self) -> list[Any]:
        """Only the pages there are: people are invited, and never deleted."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", invite_instead, name="add"),
            path("edit/<int:pk>/", self.edit_view, name="edit"),
            path("history/<int:pk>/", self.history_view, name="history"),
            path("history-results/<int:pk>/", self.history_results_view, name="history_results"),
            path("password-link/<int:pk>/", PasswordLinkView.as_view(), name="password_link"),
            path("reset-factors/<int:pk>/", ResetFactorsView.as_view(), name="reset_factors"),
        ]
