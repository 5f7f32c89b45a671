"""Vocabulary of the site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class InformationKind(models.TextChoices):
    """Which of the standing pages a page is; its address follows from it."""

    ABOUT = "about", _("About us")
    CONTACT = "contact", _("Contact")
    CORRECTIONS_POLICY = "corrections-policy", _("Corrections policy")
    REUSE = "reuse", _("Reuse of our content")
    PRIVACY = "privacy", pgettext_lazy("web", "Privacy")
    ACCOUNTS = "accounts", _("Official accounts")
    ACCESSIBILITY = "accessibility", _("Accessibility")


class ReportState(models.TextChoices):
    """How far the answer to a reader's report is."""

    RECEIVED = "received", _("Received")
    PASSED_ON = "passed_on", _("Passed on")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Closed without answer")
