"""The WSGI application: reader files first, Django behind them."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nhipcau.config.settings.base")

_django = get_wsgi_application()

# Only now: the publisher's models need the app registry.
from nhipcau.common.loaded import keep_what_is_loaded  # noqa: E402
from nhipcau.publishing.services import files_first  # noqa: E402

application = files_first(_django)
keep_what_is_loaded()
