"""What a person is told when a plan file cannot be read."""

from django.utils.translation import gettext_lazy as _

from nhipcau.common.exceptions import DomainError


class PlanFileError(DomainError):
    """A plan file that cannot be read; the message says what to do."""

    code = "programme.plan_file"
    message = _("This file cannot be read as a plan.")


class UnknownFileKind(PlanFileError):
    """Neither a Word nor an Excel file of today."""

    code = "programme.plan_file.kind"
    message = _("This is not a DOCX or XLSX file. Save the plan as DOCX or XLSX and try again.")


class OldFileKind(PlanFileError):
    """The binary formats of Word and Excel before 2007."""

    code = "programme.plan_file.old"
    message = _(
        "This is an old DOC or XLS file. Open it in Word, Excel or LibreOffice, choose “Save as” "
        "DOCX or XLSX, and import that file."
    )


class ProtectedFile(PlanFileError):
    """A file that opens only with a password."""

    code = "programme.plan_file.protected"
    message = _(
        "This file is protected with a password. Open it, save a copy without the password, and "
        "import the copy."
    )


class PrintedFile(PlanFileError):
    """A PDF or picture, that is, print and not a document."""

    code = "programme.plan_file.printed"
    message = _(
        "This file is a PDF or a picture. Ask the drafting office for the DOCX or XLSX it was "
        "made from."
    )


class BrokenFile(PlanFileError):
    """A damaged file."""

    code = "programme.plan_file.broken"
    message = _(
        "This file is damaged or not complete. Open it in Word, Excel or LibreOffice, save it "
        "again, and import the new file."
    )


class EmptyFile(PlanFileError):
    """A file without any text."""

    code = "programme.plan_file.empty"
    message = _("This file holds no text. Check that it is the right file.")


class PicturesOnly(PlanFileError):
    """A document that holds scanned pages."""

    code = "programme.plan_file.pictures"
    message = _(
        "This document holds only pictures, probably scanned pages. Ask the drafting office for "
        "the file with text."
    )


class TooLarge(PlanFileError):
    """A file that is larger than any plan."""

    code = "programme.plan_file.large"
    message = _(
        "This file is too large for a plan (at most 25 MB and 20,000 rows). Remove pictures and "
        "empty rows, or split it, and try again."
    )


class UnsafeFile(PlanFileError):
    """A file built to harm the program that opens it."""

    code = "programme.plan_file.unsafe"
    message = _(
        "This file holds parts that no office program writes (declared entities or packed data "
        "that grows without limit). It was not opened. Ask the sender for a clean copy."
    )


class NoTasks(PlanFileError):
    """A readable document in which no task was found."""

    code = "programme.plan_file.no_tasks"
    message = _("No task was found in this document. Check that it is the right file.")


class UndecidedImport(PlanFileError):
    """An import that needs decisions of a person first."""

    code = "programme.plan_import.undecided"
    message = _("Some agency names are not decided yet. Choose an agency for each name.")
