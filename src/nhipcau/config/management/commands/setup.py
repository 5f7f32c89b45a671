"""``nhipcau setup``: the first run of a real site. It may be run again at will."""

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from rich.console import Console

from nhipcau.accounts.selectors import administrators
from nhipcau.common.clock import now
from nhipcau.config import env, first_run
from nhipcau.config.first_run import Choices, SetupRefused
from nhipcau.config.preparation import collect_static, is_database_current, prepare


class Command(BaseCommand):
    help = "Set up a real site: its publisher, languages, address and first administrator."
    # The database may not be there yet.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name-vi", help="official name of the publishing body, Vietnamese")
        parser.add_argument("--name-en", help="official name of the publishing body, English")
        parser.add_argument("--languages", help="public languages, such as vi,en")
        parser.add_argument("--base-url", help="address of the site, such as https://x.example.vn")
        parser.add_argument("--admin-email", help="e-mail address of the administrator to invite")
        parser.add_argument("--admin-name", help="name of that administrator")
        parser.add_argument("--language", choices=["vi", "en"], default="vi", help="of the answers")
        parser.add_argument("--no-input", action="store_true", help="ask nothing")
        parser.add_argument("--json", action="store_true", help="one JSON object on stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.NHIPCAU_DEMO:
            raise CommandError("NHIPCAU_DEMO is set: a demo is not set up as a real site.")
        with translation.override(options["language"]):
            try:
                self.set_up(options)
            except SetupRefused as error:
                raise CommandError(str(error.message), returncode=1) from error
            except OperationalError as error:
                raise CommandError(
                    _("The database cannot be reached: %(error)s") % {"error": error}, returncode=1
                ) from error

    def set_up(self, options: dict[str, Any]) -> None:
        """Ask, check, keep, prepare, invite."""
        console = Console(stderr=True, highlight=False)
        asks = sys.stdin.isatty() and not options["no_input"]
        choices = Questions(options, asks, console).choices()
        first_run.refuse_to_overwrite(choices)
        if keep_settings(choices):
            restart(choices, options)

        def report(message: str) -> None:
            console.print(f"[bold]Nhịp Cầu[/bold]  {message}")

        prepare(report, publisher_names=choices.names)
        first_run.name_publisher(choices.names)
        collect_static(report)
        invited = first_run.invite_administrator(choices, now=now())
        if options["json"]:
            answer = {
                "base_url": choices.base_url,
                "languages": list(choices.languages),
                "publisher": dict(choices.names),
                "administrator": choices.administrator_email,
                "invitation_link": invited.link,
                "expires_at": invited.expires_at and invited.expires_at.isoformat(),
            }
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))
            return
        if invited.expires_at:
            until = date_format(localtime(invited.expires_at), "DATETIME_FORMAT")
            self.stdout.write(
                _("The administrator makes the account here, once, until %(until)s:")
                % {"until": until}
            )
            self.stdout.write(invited.link)
        else:
            self.stdout.write(_("There is an administrator; nobody was invited."))
        self.stdout.write(_("Start the site with: nhipcau serve"))


class Questions:
    """Finds each choice: given as a flag, in use already, or asked for.

    Args:
        options: The flags.
        asks: Whether a person is there to answer.
        console: Where questions are written.
    """

    def __init__(self, options: dict[str, Any], asks: bool, console: Console) -> None:
        self.options, self.asks, self.console = options, asks, console
        self.missing: list[str] = []

    def choices(self) -> Choices:
        """All choices, read and checked.

        Raises:
            SetupRefused: if one is wrong, or missing with nobody to ask.
        """
        has_database = is_database_current()
        in_use = first_run.publisher_names() if has_database else {}
        names = {
            "vi": self.find(
                "name_vi",
                _("Official name of the body, Vietnamese"),
                first_run.read_name,
                in_use.get("vi"),
            ),
            "en": self.find(
                "name_en",
                _("Official name of the body, English"),
                first_run.read_name,
                in_use.get("en"),
            ),
        }
        languages = self.find(
            "languages",
            _("Public languages"),
            first_run.read_languages,
            env.text("NHIPCAU_LANGUAGES"),
        )
        base_url = self.find(
            "base_url",
            _("Address of the site"),
            first_run.read_base_url,
            env.kept().get("NHIPCAU_BASE_URL") or os.environ.get("NHIPCAU_BASE_URL"),
        )
        email = name = ""
        if self.options["admin_email"] or not (has_database and administrators().exists()):
            email = self.find(
                "admin_email", _("E-mail address of the administrator"), first_run.read_email, None
            )
            name = self.find(
                "admin_name", _("Name of the administrator"), first_run.read_name, None
            )
        if self.missing:
            raise SetupRefused(
                _("These flags are missing: %(flags)s") % {"flags": " ".join(self.missing)}
            )
        return Choices(names, languages, base_url, email, name, self.options["language"])

    def find(
        self, option: str, question: str, read: Callable[[str], Any], in_use: str | None
    ) -> Any:
        """One choice.

        Args:
            option: Name of the flag.
            question: What to ask.
            read: Reads and checks an answer.
            in_use: What counts when nothing is given.
        """
        if given := self.options[option]:
            return read(given)
        while self.asks:
            shown = f" [{in_use}]" if in_use else ""
            answer = self.console.input(f"{question}{shown}: ", markup=False).strip()
            try:
                return read(answer or in_use or "")
            except SetupRefused as error:
                self.console.print(str(error.message), style="red", markup=False)
        if in_use:
            return read(in_use)
        self.missing.append("--" + option.replace("_", "-"))
        return None


def keep_settings(choices: Choices) -> bool:
    """Keep address and languages in the home folder.

    Returns:
        Whether this changed something, so that the program must be started afresh.

    Raises:
        SetupRefused: if the environment says something else.
    """
    for name, value in choices.as_settings().items():
        given = os.environ.get(name, "").strip()
        if given and given.rstrip("/") != value:
            raise SetupRefused(
                _("The environment says %(name)s=%(given)s. Give the same, or unset it.")
                % {"name": name, "given": given}
            )
    wanted = choices.as_settings()
    if {name: env.kept().get(name) for name in wanted} == wanted:
        return False
    env.keep(wanted)
    return True


def restart(choices: Choices, options: dict[str, Any]) -> None:
    """Run the command again with the settings just kept; does not return."""
    flags = {
        "--name-vi": choices.names["vi"],
        "--name-en": choices.names["en"],
        "--languages": ",".join(choices.languages),
        "--base-url": choices.base_url,
        "--admin-email": choices.administrator_email,
        "--admin-name": choices.administrator_name,
        "--language": options["language"],
    }
    words = [f"{flag}={value}" for flag, value in flags.items() if value]
    words += ["--no-input"] + (["--json"] if options["json"] else [])
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "nhipcau", "setup", *words])  # noqa: S606
