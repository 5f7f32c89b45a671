"""``nhipcau nginx``: configuration for nginx in front of the site."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.template.loader import render_to_string

from nhipcau.publishing.services.nginx import configuration, write_redirects


class Command(BaseCommand):
    help = "Print the nginx configuration of this site, and write the maps it reads."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--upstream", default="127.0.0.1:8000", help="where `serve` listens")
        parser.add_argument("--port", type=int, default=80, help="port of nginx")
        parser.add_argument("--brotli", action="store_true", help="nginx has the brotli module")
        parser.add_argument("--output", type=Path, help="write to this file instead of printing")

    def handle(self, **options: Any) -> None:
        try:
            write_redirects()
            proxy = Path(settings.PUBLIC_ROOT) / "nginx" / "proxy.conf"
            proxy.write_text(render_to_string("publishing/nginx-proxy.conf"))
            text = configuration(
                upstream=options["upstream"], has_brotli=options["brotli"], port=options["port"]
            )
            if options["output"]:
                options["output"].write_text(text)
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from error
        if not options["output"]:
            self.stdout.write(text)
