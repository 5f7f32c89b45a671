"""Settings, addresses, the WSGI application and the ``nhipcau`` command."""
