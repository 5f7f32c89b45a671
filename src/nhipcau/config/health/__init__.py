"""What ``nhipcau check`` looks at in the program as a whole."""

from nhipcau.common.health import registry
from nhipcau.config.health import configuration, data, security

CHECKS = (
    ("config.framework", configuration.framework),
    ("config.languages", configuration.languages),
    ("config.mail", configuration.mail),
    ("config.words", configuration.words),
    ("config.transport", security.transport),
    ("config.secret", security.secret),
    ("config.debug", security.debug),
    ("config.demo", security.demo),
    ("data.database", data.database),
    ("data.pages", data.pages),
    ("data.publisher", data.publisher),
    ("data.originals", data.originals),
    ("data.disk", data.disk),
)


def register() -> None:
    """Add these checks to the registry; called once from ``ready()``."""
    for name, check in CHECKS:
        registry.register(name, check)
