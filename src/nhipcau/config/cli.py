"""The ``nhipcau`` command: Django's management commands under the product's own name."""

import os
import sys


def _set_up_demo(arguments: list[str]) -> None:
    """Tell the settings, before they are read, that this is the demo and where it is served.

    Args:
        arguments: The command line after ``demo``.
    """
    port = "8000"
    for position, argument in enumerate(arguments):
        if argument == "--port" and position + 1 < len(arguments):
            port = arguments[position + 1]
        elif argument.startswith("--port="):
            port = argument.removeprefix("--port=")
    os.environ["NHIPCAU_DEMO"] = "yes"
    # A visitor reads this terminal; what the libraries tell of every page would hide the progress.
    os.environ.setdefault("NHIPCAU_LOG_LEVEL", "WARNING")
    # Always this machine: browsers allow passkeys over plain HTTP on localhost only.
    os.environ["NHIPCAU_BASE_URL"] = f"http://localhost:{port}"


def _prepare_for(arguments: list[str]) -> None:
    """Make the embedded database ready when a command needs one and says so.

    Args:
        arguments: The command's name and what follows it.
    """
    import django
    from django.core.management import get_commands, load_command_class

    if not arguments or arguments[0].startswith("-") or {"-h", "--help"} & set(arguments):
        return
    django.setup()
    app = get_commands().get(arguments[0])
    command = load_command_class(app, arguments[0]) if isinstance(app, str) else app
    if getattr(command, "prepares_database", False):
        from django.db import connection

        from nhipcau.config.preparation import collect_static, prepare

        def report(message: str) -> None:
            print(message, file=sys.stderr)  # noqa: T201

        if connection.vendor == "sqlite":
            prepare(report)
        if getattr(command, "prepares_static_files", False):
            collect_static(report)


def main() -> None:
    """Run the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nhipcau.config.settings.base")
    if sys.argv[1:2] == ["demo"]:
        _set_up_demo(sys.argv[2:])
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        _prepare_for(sys.argv[1:])
        execute_from_command_line(["nhipcau", *sys.argv[1:]])
    except ImproperlyConfigured as error:
        sys.exit(f"nhipcau: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
