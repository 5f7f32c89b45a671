"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    """Users, roles, invitations and sign-in."""

    name = "nhipcau.accounts"
    label = "accounts"
    verbose_name = _("Accounts")
    default = True

    def ready(self) -> None:
        """Keep the roles up to date and the log complete."""
        from nhipcau.accounts import health, receivers
        from nhipcau.accounts.enums import Role
        from nhipcau.accounts.permissions import grant
        from nhipcau.common.health import registry

        receivers.connect()
        for name, check in health.CHECKS:
            registry.register(name, check)
        grant(
            Role.ADMINISTRATOR,
            "accounts.view_user",
            "accounts.change_user",
            "accounts.view_invitation",
            "accounts.add_invitation",
            "accounts.change_invitation",
        )


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's users app with our own pages; in place of ``wagtail.users``."""

    user_viewset = "nhipcau.accounts.viewsets.UserViewSet"
