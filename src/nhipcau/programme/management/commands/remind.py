"""``nhipcau remind``: e-mail to focal points whose agency owes reports; run once a day."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from nhipcau.common.clock import today
from nhipcau.programme.services.reminders import send_reminders


class Command(BaseCommand):
    help = "Remind focal points by e-mail of the reports their agency owes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="Print one JSON object.")

    def handle(self, *args: Any, **options: Any) -> None:
        done = send_reminders(day=today())
        if options["json"]:
            answer = {"sent": done.sent, "without_address": list(done.without_address)}
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
            return
        self.stdout.write(_("Reminders sent: %(count)d.") % {"count": done.sent})
        for name in done.without_address:
            self.stdout.write(_("No focal point to remind: %(agency)s.") % {"agency": name})
