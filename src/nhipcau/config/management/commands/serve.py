"""``nhipcau serve``: the whole site as one supervised group of processes."""

import errno
import os
import socket
import urllib.error
import urllib.request
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from nhipcau.common.loaded import give_back_freed_memory
from nhipcau.config.preparation import collect_static, is_database_current

KINDS = ("web", "renderer", "worker", "scheduler")


class Command(BaseCommand):
    help = "Serve the site: web server, renderer, task worker and scheduler."
    prepares_database = True

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen at")
        parser.add_argument("--port", type=int, default=8000, help="port to listen at")
        parser.add_argument(
            "--workers", type=int, default=2, help="web server processes (default: 2)"
        )
        parser.add_argument("--only", choices=KINDS, help="run one kind of process only")

    def handle(self, *, host: str, port: int, workers: int, only: str | None, **options: Any):
        if workers < 1:
            raise CommandError("--workers must be at least 1.")
        if only in {None, "web"}:
            refuse_taken_port(host, port)
        collect_static(self.stderr.write)
        if not is_database_current():
            raise CommandError("The database is not up to date. Run first: nhipcau migrate")
        give_back_freed_memory()
        # Everything is loaded once, before the forks; database connections are not inherited.
        import nhipcau.config.wsgi  # noqa: F401
        from nhipcau.config.processes import children, jobs
        from nhipcau.config.processes.supervisor import Child, Supervisor

        jobs.register()
        connections.close_all()
        targets = {
            "web": partial(children.web, host=host, port=port, workers=workers),
            "renderer": children.renderer,
            "worker": children.worker,
            "scheduler": children.scheduler,
        }
        chosen = [Child(name, targets[name]) for name in KINDS if only in {None, name}]
        supervisor = Supervisor(chosen)
        if only in {None, "web"}:
            supervisor.on_tick = Greeting(self, host, port)
        supervisor.run()


class Greeting:
    """Says once where the site is, as soon as it answers."""

    def __init__(self, command: BaseCommand, host: str, port: int) -> None:
        self.command = command
        self.address = f"http://{'localhost' if host == '127.0.0.1' else host}:{port}/"
        self.probe = f"http://{_reachable(host)}:{port}/healthz"
        self.is_said = False

    def __call__(self) -> None:
        """Look whether the site answers; say so the first time."""
        if self.is_said:
            return
        try:
            with urllib.request.urlopen(self.probe, timeout=0.5):  # noqa: S310 - our own address
                self.is_said = True
        except (urllib.error.URLError, OSError):
            return
        self.command.stderr.write(f"Nhịp Cầu: {self.address}  (Ctrl-C: dừng / stop)")


def _reachable(host: str) -> str:
    bare = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - not bound here
    return f"[{bare}]" if ":" in bare else bare


def refuse_taken_port(host: str, port: int) -> None:
    """Stop with a clear sentence when the port cannot be had.

    Args:
        host: Address to listen at.
        port: Port to listen at.

    Raises:
        CommandError: saying why and what to do.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except (OSError, OverflowError) as error:
        raise CommandError(_sentence(error, host, port)) from error


def _sentence(error: Exception, host: str, port: int) -> str:
    number = getattr(error, "errno", None)
    if number == errno.EADDRINUSE:
        return (
            f"Port {port} is in use by another program. Stop that one, or choose another port: "
            f"nhipcau serve --port {port + 1 if port < 65535 else 8001}"
        )
    if number in {errno.EACCES, errno.EPERM}:
        return f"Only root may listen at port {port}. Choose one above 1023 and let nginx pass on."
    reason = os.strerror(number) if isinstance(number, int) and number > 0 else error
    return f"Cannot listen at {host}, port {port}: {reason}"
