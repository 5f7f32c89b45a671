"""The catalogue of audit codes of the programme, with what a person reads in a history."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "programme.document.created": (_("Enter a guiding document"), _("Entered")),
    "programme.document.changed": (_("Change a guiding document"), _("Changed")),
    "programme.plan.created": (_("Begin a plan"), _("Plan begun")),
    "programme.plan.copied": (_("Copy a plan"), _("Copied from an earlier plan")),
    "programme.plan.changed": (_("Change a plan"), _("Texts changed")),
    "programme.plan.moved": (_("Move a plan on"), _("State changed")),
    "programme.plan.approved": (_("Record an approval"), _("Approval recorded")),
    "programme.plan.signed_file": (_("Attach the signed plan"), _("Signed document attached")),
    "programme.plan.amendment": (_("Begin an amendment"), _("Amendment begun")),
    "programme.plan.commented": (_("Comment on a plan"), _("Comment written")),
    "programme.plan.imported": (_("Import a plan"), _("Imported from a file")),
    "programme.task.created": (_("Add a task"), _("Task added")),
    "programme.task.changed": (_("Change a task"), _("Task changed")),
    "programme.task.removed": (_("Remove a task from a draft"), _("Task removed from the draft")),
    "programme.task.moved": (_("Set the state of a task"), _("State of the work set")),
    "programme.task.commented": (_("Comment on a task"), _("Comment written")),
    "programme.task.step": (_("Keep sub-tasks"), _("Sub-task written")),
    "programme.task.attached": (_("Attach a file"), _("File attached")),
    "programme.period.created": (_("Open a reporting period"), _("Reporting period opened")),
    "programme.period.changed": (_("Change a reporting period"), _("Reporting period changed")),
    "programme.link.made": (_("Make a reporting link"), _("Reporting link made")),
    "programme.link.revoked": (_("Withdraw a reporting link"), _("Reporting link withdrawn")),
    "programme.report.submitted": (_("Submit a report"), _("Report submitted")),
    "programme.report.accepted": (_("Accept a report"), _("Report accepted")),
    "programme.report.returned": (_("Return a report"), _("Report returned")),
    "programme.report.confirmed": (_("Confirm a report"), _("Report confirmed by the agency")),
    "programme.figure.frozen": (_("Freeze a figure"), _("Figure frozen")),
    "programme.period_report.changed": (
        _("Write a period report"),
        _("Texts of the report changed"),
    ),
    "programme.period_report.frozen": (_("Freeze a period report"), _("Annex frozen")),
    "programme.period_report.issued": (_("Record an issued report"), _("Issue recorded")),
}
