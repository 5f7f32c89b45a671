"""Which approval steps a version goes through: by language, section and kind of information."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Workflow

from nhipcau.common.models import Identified


class ApprovalRoute(Identified):
    """Approval steps for versions of a language, narrowed down by section and kind.

    The most particular route that fits a version holds: section and kind before section, section
    before kind, kind before language alone. Where none fits, the steps of the news index hold.

    Attributes:
        language: BCP 47 code.
        section: Only for this section; empty for all.
        information_kind: Only for this kind of information; empty for all.
        workflow: The steps.
    """

    language = models.CharField(_("language"), max_length=12)
    section = models.ForeignKey(
        "newsroom.Section",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="approval_routes",
        verbose_name=pgettext_lazy("newsroom", "section"),
        help_text=_("Leave empty for every section."),
    )
    information_kind = models.ForeignKey(
        "programme.Classification",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"scheme": "information_kind"},
        verbose_name=_("kind of information"),
        help_text=_("Leave empty for every kind."),
    )
    workflow = models.ForeignKey(
        Workflow,
        on_delete=models.PROTECT,
        related_name="approval_routes",
        verbose_name=_("approval steps"),
    )

    class Meta:
        verbose_name = _("approval route")
        verbose_name_plural = _("approval routes")
        ordering = ["language", "section", "information_kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "section", "information_kind"],
                name="newsroom_route_section_and_kind",
            ),
            models.UniqueConstraint(
                fields=["language", "section"],
                condition=Q(information_kind=None),
                name="newsroom_route_section",
            ),
            models.UniqueConstraint(
                fields=["language", "information_kind"],
                condition=Q(section=None),
                name="newsroom_route_kind",
            ),
            models.UniqueConstraint(
                fields=["language"],
                condition=Q(section=None, information_kind=None),
                name="newsroom_route_language",
            ),
        ]

    def __str__(self) -> str:
        parts = [self.language, self.section, self.information_kind]
        return f"{' · '.join(str(part) for part in parts if part)} → {self.workflow}"

    @classmethod
    def workflow_for(cls, page: Any) -> Workflow | None:
        """The steps of the most particular route that fits a version.

        Args:
            page: A language version.
        """
        work = page.work
        fitting = cls.objects.filter(
            Q(section=None) | Q(section=work.section_id),
            Q(information_kind=None) | Q(information_kind=work.information_kind_id),
            language=page.language,
            workflow__active=True,
        ).select_related("workflow")
        found = sorted(
            fitting, key=lambda row: (row.section_id is None, row.information_kind_id is None)
        )
        return found[0].workflow if found else None
