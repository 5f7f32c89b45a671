"""Errors of the agencies app."""

from django.utils.translation import gettext_lazy as _

from nhipcau.common.exceptions import DomainError


class NoPublisher(DomainError):
    """The site does not know yet in whose name it speaks."""

    code = "agencies.no_publisher"
    message = _("This site has no publisher yet. Run “nhipcau setup” first.")


class UnreadableSheet(DomainError):
    """A spreadsheet could not be read."""

    code = "agencies.unreadable_sheet"
    message = _("This is no readable XLSX file. Save it again as “Excel workbook (.xlsx)”.")
