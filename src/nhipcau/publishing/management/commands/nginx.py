"""``nhipcau nginx``: configuration for nginx in front of the site."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from nhipcau.publishing.services.nginx import Server, configuration, write_redirects


class Command(BaseCommand):
    help = "Print the nginx configuration of this site, and write the map it reads."

    def add_arguments(self, parser: CommandParser) -> None:
        usual = Server()
        parser.add_argument("--upstream", default=usual.upstream, help="where `serve` listens")
        parser.add_argument("--port", type=int, default=usual.port, help="port of nginx")
        parser.add_argument(
            "--certificate", type=Path, help="certificate with those above it; makes HTTPS"
        )
        parser.add_argument("--certificate-key", type=Path, help="its key")
        parser.add_argument(
            "--tls-port", type=int, default=usual.tls_port, help="port of nginx for HTTPS"
        )
        parser.add_argument(
            "--acme-root", type=Path, default=usual.acme_root, help="webroot of certbot"
        )
        parser.add_argument("--brotli", action="store_true", help="nginx has the brotli module")
        parser.add_argument("--no-ipv6", action="store_true", help="listen at IPv4 only")
        parser.add_argument("--output", type=Path, help="write to this file instead of printing")

    def handle(self, **options: Any) -> None:
        certificate, key = options["certificate"], options["certificate_key"]
        if (certificate is None) != (key is None):
            raise CommandError("--certificate and --certificate-key are given together.")
        if certificate and not settings.NHIPCAU_BASE_URL.startswith("https://"):
            raise CommandError(
                f"NHIPCAU_BASE_URL is {settings.NHIPCAU_BASE_URL}: with a certificate it begins "
                "with https://."
            )
        server = Server(
            upstream=options["upstream"],
            port=options["port"],
            tls_port=options["tls_port"],
            certificate=certificate,
            certificate_key=key,
            acme_root=options["acme_root"],
            has_brotli=options["brotli"],
            has_ipv6=not options["no_ipv6"],
        )
        try:
            write_redirects()
            text = configuration(server)
            if options["output"]:
                options["output"].write_text(text)
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from error
        if not options["output"]:
            self.stdout.write(text)
