"""``nhipcau purge``: two people remove an accident from everywhere."""

import getpass
import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from rich.console import Console

from nhipcau.accounts.models import User
from nhipcau.common import clock
from nhipcau.common.exceptions import DomainError
from nhipcau.common.purging import purgers
from nhipcau.config.models import PurgeRequest
from nhipcau.config.purge import tombstones
from nhipcau.config.purge.services import WORDS, ask_for_purge, carry_out, decide


class Command(BaseCommand):
    help = (
        "Remove an accident (a secret, a private person's data) from everywhere. One person asks, "
        "another agrees; both give their password. The same pages are in the back office."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON object on stdout")
        actions = parser.add_subparsers(dest="action", required=True)
        ask = actions.add_parser("ask", help="ask for a removal")
        ask.add_argument("kind", choices=[*(one.kind for one in purgers()), WORDS])
        ask.add_argument("named", help="address, number or identifier; `-` reads words from stdin")
        ask.add_argument("--reason", required=True, help="why; kept for ever")
        ask.add_argument("--by", required=True, metavar="EMAIL", help="who asks")
        actions.add_parser("list", help="all requests")
        agree = actions.add_parser("agree", help="agree to a request and carry it out")
        agree.add_argument("request", help="its number, as `list` shows it")
        agree.add_argument("--by", required=True, metavar="EMAIL", help="the second person")
        replay = actions.add_parser("replay", help="remove again what was removed before")
        replay.add_argument("file", nargs="?", type=Path, help="a list kept elsewhere")
        for one in (ask, agree, replay):
            one.add_argument(
                "--json", action="store_true", default=False, help="one JSON object on stdout"
            )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with Console(stderr=True).status("purge") as status:
                answer = getattr(self, f"_{options['action']}")(options, status)
        except DomainError as error:
            raise CommandError(str(error.message)) from error
        if options["json"]:
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        else:
            self._tell(answer)

    def _ask(self, options: dict[str, Any], status: Any) -> dict[str, Any]:
        """Ask for a removal."""
        named = sys.stdin.read() if options["named"] == "-" else options["named"]
        actor = self._person(options["by"], status)
        request = ask_for_purge(
            kind=options["kind"],
            named=named,
            reason=options["reason"],
            actor=actor,
            now=clock.now(),
        )
        return self._row(request) | {"title": request.title}

    def _agree(self, options: dict[str, Any], status: Any) -> dict[str, Any]:
        """Agree and carry out."""
        found = [
            row for row in PurgeRequest.objects.all() if str(row) == options["request"].strip()
        ]
        if not found:
            raise CommandError(_("There is no such request. `nhipcau purge list` shows them."))
        actor = self._person(options["by"], status)
        request = decide(request=found[0], actor=actor, agrees=True, now=clock.now())
        request = carry_out(
            request=request,
            now=clock.now(),
            on_step=lambda step: status.update(f"purge: {step}"),
        )
        return self._row(request)

    def _list(self, options: dict[str, Any], status: Any) -> dict[str, Any]:
        """All requests."""
        return {"requests": [self._row(row) for row in PurgeRequest.objects.all()]}

    def _replay(self, options: dict[str, Any], status: Any) -> dict[str, Any]:
        """Carry out all tombstones again."""
        stones = [*tombstones.in_database(), *tombstones.read_file(tombstones.file_path())]
        if options["file"]:
            if not options["file"].is_file():
                raise CommandError(_("There is no file %(path)s.") % {"path": options["file"]})
            stones += tombstones.read_file(options["file"])
        removed = tombstones.replay(stones, on_step=lambda step: status.update(f"purge: {step}"))
        return {"tombstones": len({stone.uuid for stone in stones}), "removed": removed}

    def _person(self, email: str, status: Any) -> User:
        """The person who gives the password of an account."""
        status.stop()
        prompt = _("Password of %(email)s: ") % {"email": email}
        password = getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline()
        status.start()
        user = User.objects.filter(email__iexact=email, is_active=True).first()
        if user is None or not user.check_password(password.rstrip("\n")):
            raise CommandError(_("The e-mail address or the password is wrong."))
        return user

    def _row(self, request: PurgeRequest) -> dict[str, Any]:
        """A request for the report."""
        return {
            "request": str(request),
            "kind": request.kind,
            "state": request.state,
            "asked_by": request.requested_by.email,
            "decided_by": request.decided_by.email if request.decided_by else None,
            **request.report,
        }

    def _tell(self, answer: dict[str, Any]) -> None:
        """The answer for people."""
        for row in answer.get("requests", [answer]):
            self.stdout.write(
                " · ".join(f"{name}: {value}" for name, value in row.items() if value)
            )
