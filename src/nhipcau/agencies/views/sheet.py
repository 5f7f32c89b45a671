"""Bringing a spreadsheet in: upload, read what was understood, confirm."""

import base64
from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

from nhipcau.agencies.exceptions import UnreadableSheet
from nhipcau.agencies.services.kinds import KINDS, sample_file
from nhipcau.agencies.services.reading import read_sheet
from nhipcau.common.exceptions import NotPermitted

LARGEST_BYTES = 5 * 1024 * 1024


class SheetForm(forms.Form):
    """Which file, and what it lists."""

    what = forms.ChoiceField(
        label=gettext_lazy("What does it list?"),
        choices=[(kind.name, kind.label) for kind in KINDS.values()],
    )
    file = forms.FileField(
        label=gettext_lazy("Spreadsheet (.xlsx)"),
        help_text=gettext_lazy(
            "With the headings of the sample file; the order of columns does not matter, and "
            "columns we do not know are left out. At most 5 MB."
        ),
    )

    def clean_file(self) -> Any:
        """Refuse what is too large to be a list of names."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_BYTES:
            raise forms.ValidationError(_("The file is larger than 5 MB. Divide it."))
        return file


class SampleView(View):
    """The sample file of a kind of list."""

    def get(self, request: HttpRequest, kind: str) -> HttpResponse:
        """Download it."""
        found = KINDS.get(kind)
        if found is None:
            raise Http404
        response = HttpResponse(
            sample_file(found),
            content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )
        response["Content-Disposition"] = f'attachment; filename="{kind}.xlsx"'
        return response


class SheetView(View):
    """First what would happen, then the import itself."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only those who may add agencies and places."""
        if not request.user.has_perm("agencies.add_agency"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask for the file."""
        return self._page(request, {"form": SheetForm()})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Show what was understood, or import what was shown."""
        if "confirmed" in request.POST:
            return self._import(request)
        form = SheetForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._page(request, {"form": form})
        data, what = form.cleaned_data["file"].read(), form.cleaned_data["what"]
        try:
            kind = KINDS[what]
            rows = read_sheet(data, kind.columns, kind.needed)
            outcome = kind.bring_in(rows=rows, actor=request.user, dry_run=True)
        except NotPermitted as error:
            raise PermissionDenied from error
        except UnreadableSheet as error:
            form.add_error("file", str(error.message))
            return self._page(request, {"form": form})
        # The file travels with the person, signed, so that no unconfirmed upload is kept.
        package = signing.dumps({"what": what, "data": base64.b64encode(data).decode()})
        return self._page(request, {"outcome": outcome, "rows": rows, "package": package})

    def _import(self, request: HttpRequest) -> HttpResponse:
        """Carry out what the person has seen."""
        try:
            package = signing.loads(request.POST["package"], max_age=3600)
        except (signing.BadSignature, KeyError):
            messages.error(request, _("Choose the file again, please: an hour has passed."))
            return redirect(reverse("agencies_sheet"))
        kind = KINDS[package["what"]]
        rows = read_sheet(base64.b64decode(package["data"]), kind.columns, kind.needed)
        outcome = kind.bring_in(rows=rows, actor=request.user, dry_run=False)
        messages.success(
            request,
            _("%(created)d created, %(changed)d completed, %(unchanged)d already there.")
            % {
                "created": len(outcome.created),
                "changed": len(outcome.changed),
                "unchanged": len(outcome.unchanged),
            },
        )
        return redirect(reverse("agencies_sheet"))

    def _page(self, request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
        """The page in Wagtail's frame."""
        context |= {
            "kinds": KINDS.values(),
            "header_title": _("Bring in agencies and places"),
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": "", "label": _("Bring in agencies and places")},
            ],
        }
        return render(request, "agencies/sheet.html", context)
