"""Putting the file layer in front of Django."""

from django.conf import settings

from nhipcau.publishing.serving.layer import Application, FilesFirst, Site


def files_first(application: Application) -> FilesFirst:
    """Serve stored files and ask an application for the rest.

    Args:
        application: Django's WSGI application.
    """
    return FilesFirst(
        application,
        Site(
            public_root=str(settings.PUBLIC_ROOT),
            static_root=str(settings.STATIC_ROOT),
            static_url=settings.STATIC_URL,
            languages=tuple(code for code, _ in settings.LANGUAGES),
            security_policy=settings.PUBLIC_CONTENT_SECURITY_POLICY,
            dynamic_prefixes=tuple(settings.DYNAMIC_PREFIXES),
        ),
    )
