"""Handing photographs out from the back office: one clean copy, or a press kit of several."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from wagtail.images.permissions import permission_policy
from wagtail.images.views.bulk_actions.image_bulk_action import ImageBulkAction

from nhipcau.common.clock import today
from nhipcau.common.text import slug
from nhipcau.library.models import Image
from nhipcau.library.services.press_kit import clean_original, press_kit, publishable
from nhipcau.library.types import KitPicture

LARGEST_KIT = 100


def _picture(image: Image) -> KitPicture:
    """A photograph with what the library knows of it."""
    return KitPicture(image, image.caption or image.description or image.title, image.credit)


class CleanCopyView(View):
    """A photograph in full size, without place and camera, with caption and credit."""

    def get(self, request: HttpRequest, image_id: int) -> HttpResponse:
        """Download it."""
        image = get_object_or_404(Image, pk=image_id)
        if not permission_policy.user_has_any_permission_for_instance(
            request.user, ["change", "choose"], image
        ):
            raise PermissionDenied
        content = clean_original(_picture(image))
        suffix = image.filename.rsplit(".", 1)[-1].lower()
        response = HttpResponse(content, content_type="application/octet-stream")
        name = slug(image.title)[:80] or str(image.pk)
        response["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
        return response


class PressKitAction(ImageBulkAction):
    """Packs the chosen photographs into a ZIP archive for other newsrooms."""

    display_name = gettext_lazy("Press kit (ZIP)")
    action_type = "press_kit"
    aria_label = gettext_lazy("Pack the selected images into a press kit")
    template_name = "library/bulk/press_kit.html"
    action_priority = 15

    def check_perm(self, image: Image) -> bool:
        """Those who may use the image may hand it out."""
        return bool(
            permission_policy.user_has_any_permission_for_instance(
                self.request.user, ["change", "choose"], image
            )
        )

    def form_valid(self, form: Any) -> HttpResponse:
        """The archive, of those photographs that may be published."""
        objects, _without_access = self.get_actionable_objects()
        images = list(objects)[:LARGEST_KIT]
        pictures = publishable([_picture(image) for image in images], today=today())
        left_out = len(images) - len(pictures)
        if not pictures:
            messages.error(
                self.request,
                _("None of them may be published: see their rights and consent first."),
            )
            return redirect(self.next_url)
        note = _("Free for news about the province, with the credit beside each photograph.")
        if left_out:
            note += "\r\n" + ngettext(
                "%(count)d photograph was left out: its right or consent is not settled.",
                "%(count)d photographs were left out: their right or consent is not settled.",
                left_out,
            ) % {"count": left_out}
        archive = press_kit(pictures, title=_("Photographs for the press"), note=note)
        response = HttpResponse(archive, content_type="application/zip")
        response["Content-Disposition"] = f'attachment; filename="bo-anh-{today():%Y-%m-%d}.zip"'
        return response
