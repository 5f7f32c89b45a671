"""Back-office pages about people."""

from nhipcau.accounts.viewsets.invitations import InvitationViewSet
from nhipcau.accounts.viewsets.users import UserViewSet

__all__ = ["InvitationViewSet", "UserViewSet"]
