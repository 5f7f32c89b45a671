"""JSON logs with request and task identifiers; no reader's address is ever written."""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime

request_id: ContextVar[str] = ContextVar("nhipcau_request_id", default="")
task_id: ContextVar[str] = ContextVar("nhipcau_task_id", default="")

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
# Django puts these on its own records; they may hold a person's address or data.
_NEVER = frozenset({"request", "request_id", "task_id"})


class IdentifierFilter(logging.Filter):
    """Adds the identifiers of the request and the task at work."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mark the record; always keeps it."""
        record.request_id = request_id.get()
        record.task_id = task_id.get()
        return True


class JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record.

        Returns:
            JSON with ``at``, ``level``, ``logger``, ``message``, identifiers and extras.
        """
        entry: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        for name in ("request_id", "task_id"):
            if value := getattr(record, name, ""):
                entry[name] = value
        for name, value in vars(record).items():
            if name not in _STANDARD and name not in _NEVER:
                entry[name] = value
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False, default=str)
