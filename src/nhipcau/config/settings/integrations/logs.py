"""Logs: one JSON object a line on standard error, without readers' addresses."""

from nhipcau.config import env

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"ids": {"()": "nhipcau.common.logs.IdentifierFilter"}},
    "formatters": {"json": {"()": "nhipcau.common.logs.JsonFormatter"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "json",
            "filters": ["ids"],
            # Here too: the task worker sets the level of its own loggers.
            "level": env.text("NHIPCAU_LOG_LEVEL"),
        }
    },
    "root": {"handlers": ["stderr"], "level": env.text("NHIPCAU_LOG_LEVEL")},
    "loggers": {
        "django.server": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
        "pypdf": {"level": "ERROR"},
        "trafilatura": {"level": "ERROR"},
        # Its lines hold the titles of pages; what must be purged may not lie in the log.
        "wagtail": {"level": "WARNING"},
    },
}
