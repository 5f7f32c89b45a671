"""What the program as a whole adds to Wagtail."""

from typing import Any

from django.templatetags.static import static
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from nhipcau.config.purge.services import MAY_ASK, MAY_DECIDE
from nhipcau.config.views.purge import PurgesView, PurgeView


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern]:
    """The pages of purges."""
    return [
        path("purge/", PurgesView.as_view(), name="config_purges"),
        path("purge/<int:purge_id>/", PurgeView.as_view(), name="config_purge"),
    ]


@hooks.register("insert_global_admin_css")
def global_admin_css() -> SafeString:
    """A style sheet for every page of the back office."""
    return format_html('<link rel="stylesheet" href="{}">', static("config/admin.css"))


@hooks.register("insert_global_admin_js")
def global_admin_js() -> SafeString:
    """A script for every page of the back office, and what it says when a session has ended."""
    return format_html(
        '<template id="nc-signed-out" data-address="{}"><li class="warning nc-signed-out" '
        'role="alert">{} <a href="{}" target="_blank">{}</a></li></template>'
        '<script type="module" src="{}"></script><script type="module" src="{}"></script>',
        reverse("session_holds"),
        gettext(
            "You are signed out, so nothing was saved. What you wrote is still on this page: sign "
            "in in a new tab, come back here and save."
        ),
        reverse("account_login"),
        gettext("Sign in in a new tab"),
        static("config/admin.js"),
        static("config/editor.js"),
    )


class PurgeItem(MenuItem):
    """Shown to those who may ask for a purge or decide on it."""

    def is_shown(self, request: Any) -> bool:
        """Whether the person may."""
        return bool(request.user.has_perm(MAY_ASK) or request.user.has_perm(MAY_DECIDE))


@hooks.register("register_settings_menu_item")
def register_purge() -> MenuItem:
    """The way to it."""
    return PurgeItem(
        _("Remove from everywhere"), reverse_lazy("config_purges"), name="purge", icon_name="bin"
    )


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    """Name the purges' entries in the log."""
    for code, label, message in (
        ("asked", _("Ask for removal from everywhere"), _("Removal from everywhere was asked for")),
        ("agreed", _("Agree to a removal"), _("A second person agreed to the removal")),
        ("refused", _("Refuse a removal"), _("The removal was refused")),
        ("done", _("Carry out a removal"), _("The removal was carried out")),
    ):
        actions.register_action(f"config.purge.{code}", label, message)
