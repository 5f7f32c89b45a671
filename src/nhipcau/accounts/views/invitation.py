"""The page that an invited person opens."""

from allauth.decorators import rate_limit
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from nhipcau.accounts import services
from nhipcau.accounts.adapters import sign_in_with_new_password
from nhipcau.accounts.exceptions import InvitationNotUsable
from nhipcau.accounts.forms import NewPasswordForm
from nhipcau.common.clock import now


@sensitive_post_parameters("password1", "password2")
@never_cache
@rate_limit(action="accept_invitation")
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Let an invited person choose a password; then they are signed in.

    Args:
        request: The request.
        token: The secret of the link.
    """
    moment = now()
    try:
        invitation = services.open_invitation(token=token, now=moment)
        with override(invitation.language):
            form = NewPasswordForm(request.POST or None)
            if request.method == "POST" and form.is_valid():
                password = form.cleaned_data["password1"]
                try:
                    user = services.accept_invitation(token=token, password=password, now=moment)
                except ValidationError as error:
                    form.add_error("password1", error)
                else:
                    sign_in_with_new_password(request, user)
                    return redirect("wagtailadmin_home")
            context = {"form": form, "invitation": invitation}
            return render(request, "accounts/invitation.html", context)
    except InvitationNotUsable:
        return render(request, "accounts/invitation_not_usable.html", status=410)
