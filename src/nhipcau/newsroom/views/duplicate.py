"""Beginning a new story from an old one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nhipcau.newsroom.models import StoryPage
from nhipcau.newsroom.services.filing import duplicate_work


@require_POST
def duplicate(request: HttpRequest, page_id: int) -> HttpResponse:
    """Make the draft and open it."""
    page = get_object_or_404(StoryPage.objects.select_related("work", "locale"), pk=page_id)
    copy = duplicate_work(page=page, actor=request.user)
    messages.success(request, _("This is a new story with the text of the old one."))
    return redirect(reverse("wagtailadmin_pages:edit", args=[copy.pk]))
