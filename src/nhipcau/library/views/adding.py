"""One new photograph."""

from django.urls import reverse
from wagtail.images.views.images import CreateView

from nhipcau.library.selectors import look_alikes


class AddPhotoView(CreateView):  # type: ignore[misc]
    """Wagtail's own form; it leads on to photographs that look the same, where there are any."""

    def get_success_url(self) -> str:
        """The list; the photograph's own form, which names its look-alikes, if it has any."""
        if look_alikes(self.object):
            return reverse(self.edit_url_name, args=[self.object.pk])
        return str(super().get_success_url())
