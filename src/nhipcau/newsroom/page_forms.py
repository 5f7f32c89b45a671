"""Questions the newsroom asks; they need none of its models, so models may name them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm

from nhipcau.common.clock import today
from nhipcau.programme.enums import Scheme
from nhipcau.programme.models import Classification


class ApprovalForm(forms.Form):
    """What an approver confirms."""

    secrecy_checked = forms.BooleanField(
        label=_("I have read the text: it holds nothing classified."),
        error_messages={"required": _("Without this confirmation nothing can be published.")},
    )
    comment = forms.CharField(
        label=pgettext_lazy("newsroom", "Comment"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )


def _choices(scheme: Scheme) -> list[tuple[str, str]]:
    """The items of one of the law's lists that are in force today."""
    items = Classification.objects.filter(scheme=scheme).valid_on(today())
    return [("", "—"), *((item.code, str(item)) for item in items)]


class ClassifyingApprovalForm(ApprovalForm):
    """What an approver confirms and states for a work."""

    information_kind = forms.ChoiceField(
        label=_("Kind of information"), choices=lambda: _choices(Scheme.INFORMATION_KIND)
    )
    form = forms.ChoiceField(
        label=pgettext_lazy("newsroom", "Form"), choices=lambda: _choices(Scheme.FORM)
    )
    field_order = ["information_kind", "form", "secrecy_checked", "comment"]


class StoryForm(WagtailAdminPageForm):
    """The editing form of a story; a new story gets its work when it is first saved."""

    def save(self, commit: bool = True) -> Any:
        """Save the story, with a new work if it has none."""
        if self.instance.work_id is None:
            work_model = self.instance._meta.get_field("work").related_model
            self.instance.work = work_model.start(created_by=self.for_user)
        return super().save(commit)
