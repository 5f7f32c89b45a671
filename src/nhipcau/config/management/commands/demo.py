"""``nhipcau demo``: a ready sample province, served on this machine only."""

import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console

from nhipcau.accounts.enums import Role
from nhipcau.accounts.services.demo import create_demo_users
from nhipcau.common.clock import now
from nhipcau.common.surfaces import make_live
from nhipcau.config.preparation import collect_static, prepare
from nhipcau.newsroom.selectors import public
from nhipcau.programme.services.sample import load_sample as load_programme
from nhipcau.translation.services.exchange.terms import load_starter_terms
from nhipcau.web.rules.addresses import front_address
from nhipcau.web.services.sample import is_sample_loaded, link_sample_tasks, load_sample
from nhipcau.web.services.sample_desk import load_work_in_progress


class Command(BaseCommand):
    """Make the sample province if it is not there yet, then serve it."""

    help = "Make a sample province in the home folder and serve it on this machine only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="Port on this machine.")
        parser.add_argument(
            "--prepare-only", action="store_true", help="Make the province, do not serve it."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.NHIPCAU_DEMO:
            raise CommandError("The demo is started as a command of its own: nhipcau demo")
        console = Console(stderr=True, highlight=False)

        def report(message: str) -> None:
            console.print(f"[bold]Nhịp Cầu[/bold]  {message}")

        prepare(report)
        collect_static(report)
        people = create_demo_users()
        if not is_sample_loaded():
            report("Writing the sample province …")
            load_sample(now=now())
            load_starter_terms(now=now())
            load_programme(now=now(), focal_point=people[Role.FOCAL_POINT])
            link_sample_tasks()
            load_work_in_progress(people=people, now=now())
            if not options["prepare_only"]:
                report("Making the front pages; the others follow while you look …")
                make_live(front_address(code) for code in public.languages())
        if options["prepare_only"]:
            report("Making the public pages …")
            call_command("snapshot", "rebuild", stdout=sys.stderr)
            return
        report(f"[green]{settings.NHIPCAU_BASE_URL}/[/green]  the public site")
        report(f"[green]{settings.NHIPCAU_BASE_URL}/admin/[/green]  the back office")
        report("Stop it with Ctrl+C.")
        call_command("serve", port=options["port"])
