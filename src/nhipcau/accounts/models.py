"""The user of the back office. Readers have no accounts."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils.translation import gettext_lazy as _

from nhipcau.accounts.enums import InvitationState, Role
from nhipcau.accounts.rules import invitation_state
from nhipcau.common.clock import now
from nhipcau.common.models import Identified


class UserManager(BaseUserManager["User"]):
    """Makes users; the e-mail address is the name they sign in with."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make a user.

        Args:
            email: Address to sign in with, any letter case.
            password: Plain text; without one the user cannot sign in with a password.
            **fields: Other fields of the model.

        Raises:
            ValueError: if the address is empty.
        """
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make an administrator of the machine; see :meth:`create_user`."""
        return self.create_user(email, password, is_superuser=True, **fields)


class User(Identified, AbstractBaseUser, PermissionsMixin):
    """A colleague who signs in.

    Attributes:
        email: Address to sign in with, lower case.
        full_name: Name as colleagues see it.
        job_title: Title or post, free text.
        is_sample: Made by the demo; has no password and needs no second factor there.
    """

    email = models.EmailField(_("e-mail address"), unique=True)
    full_name = models.CharField(_("full name"), max_length=150)
    job_title = models.CharField(_("job title"), max_length=150, blank=True)
    is_active = models.BooleanField(
        _("active"),
        default=True,
        help_text=_("Untick instead of deleting, so that what the person approved stays named."),
    )
    is_sample = models.BooleanField(_("sample person"), default=False, editable=False)
    date_joined = models.DateTimeField(_("joined on"), default=now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["full_name", "email"]

    def __str__(self) -> str:
        return self.full_name or self.email

    @property
    def is_staff(self) -> bool:
        """Django asks for this; only administrators of the machine count."""
        return self.is_superuser

    @property
    def first_name(self) -> str:
        """What Wagtail's sidebar shows; Vietnamese colleagues are named in full."""
        return self.full_name

    def get_full_name(self) -> str:
        """The name as colleagues see it."""
        return self.full_name

    def get_short_name(self) -> str:
        """The given name, which in Vietnamese is the last word."""
        return self.full_name.split()[-1] if self.full_name else self.email

    def has_role(self, *roles: Role) -> bool:
        """Whether the person has any of these roles; inactive people have none."""
        return self.is_active and not self.role_names.isdisjoint(role.value for role in roles)

    @property
    def role_names(self) -> frozenset[str]:
        """Values of the person's roles, asked of the database once per object."""
        if not hasattr(self, "_role_names"):
            self._role_names = frozenset(self.groups.values_list("name", flat=True))
        return self._role_names


class Invitation(Identified, models.Model):
    """A letter that lets one person make an account.

    Attributes:
        email: The future user's address, lower case.
        roles: Values of ``Role`` the account will have.
        language: Language of the letter and of the account: ``vi`` or ``en``.
        makes_superuser: Whether the account administers the machine; the first one does.
        token_digest: SHA-256 of the secret in the link; the secret itself is not kept.
    """

    email = models.EmailField(_("e-mail address"))
    full_name = models.CharField(_("full name"), max_length=150)
    job_title = models.CharField(_("job title"), max_length=150, blank=True)
    roles = models.JSONField(_("roles"), default=list)
    language = models.CharField(_("language"), max_length=12, default="vi")
    makes_superuser = models.BooleanField(
        _("administrator of the machine"), default=False, editable=False
    )
    invited_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="invitations_sent",
        verbose_name=_("invited by"),
    )
    created_at = models.DateTimeField(_("made"), default=now, editable=False)
    expires_at = models.DateTimeField(_("valid until"), editable=False)
    accepted_at = models.DateTimeField(_("accepted"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)
    user = models.OneToOneField(
        User,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="invitation",
        verbose_name=_("user"),
    )
    token_digest = models.CharField(max_length=64, unique=True, editable=False)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.full_name} <{self.email}>"

    def state_at(self, moment: datetime) -> InvitationState:
        """What the invitation is worth at a moment."""
        return invitation_state(
            expires_at=self.expires_at,
            accepted_at=self.accepted_at,
            revoked_at=self.revoked_at,
            now=moment,
        )

    @property
    def state(self) -> InvitationState:
        """What the invitation is worth now."""
        return self.state_at(now())

    @property
    def role_labels(self) -> str:
        """Names of the roles, for lists."""
        return ", ".join(str(Role(role).label) for role in self.roles)
