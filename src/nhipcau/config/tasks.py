"""Work of the whole program that is done in the background."""

from django_tasks import task

from nhipcau.common import clock
from nhipcau.config.models import PurgeRequest
from nhipcau.config.purge.services import carry_out


@task()
def carry_out_purge(request_id: int) -> None:
    """Remove what two people agreed to remove."""
    carry_out(request=PurgeRequest.objects.get(pk=request_id), now=clock.now())
