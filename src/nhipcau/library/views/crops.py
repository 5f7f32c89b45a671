"""What readers will see of a photograph where only a part of it is shown."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views import View
from wagtail.images.permissions import permission_policy
from wagtail.images.rect import Rect

from nhipcau.library.models import Image
from nhipcau.library.selectors import crops

FIELDS = ("x", "y", "width", "height")


class CropsView(View):
    """The crops of a focal point that is being chosen and not yet saved."""

    def get(self, request: HttpRequest, image_id: int) -> HttpResponse:
        """The part of the form's page that shows them; without a whole point, around the middle."""
        image = get_object_or_404(Image, pk=image_id)
        if not permission_policy.user_has_permission_for_instance(request.user, "change", image):
            raise PermissionDenied
        given = [request.GET.get(name, "") for name in FIELDS]
        is_whole = all(text.isascii() and text.isdecimal() and len(text) < 7 for text in given)
        image.set_focal_point(Rect.from_point(*map(int, given)) if is_whole else None)
        return render(request, "library/crops.html", {"image": image, "crops": crops(image)})
