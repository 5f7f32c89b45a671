"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    """Photos, audio, video and files with rights and credits."""

    name = "nhipcau.library"
    label = "library"
    verbose_name = _("Library")

    def ready(self) -> None:
        """Declare who may keep recordings; photographs and files hang on collections."""
        import PIL.Image
        from django.conf import settings

        from nhipcau.accounts.enums import Role
        from nhipcau.accounts.permissions import grant
        from nhipcau.common.purging import register_purger
        from nhipcau.library import receivers  # noqa: F401
        from nhipcau.library.services.purge import purgers

        # Pillow warns of what we take knowingly, and refuses twice that.
        PIL.Image.MAX_IMAGE_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
        for purger in purgers():
            register_purger(purger)
        for role in (Role.REPORTER, Role.EDITOR, Role.OFFICE, Role.ADMINISTRATOR):
            grant(role, "library.add_recording", "library.view_recording")
        for role in (Role.EDITOR, Role.OFFICE, Role.ADMINISTRATOR):
            grant(role, "library.change_recording")
        grant(Role.ADMINISTRATOR, "library.delete_recording")
        for role in (Role.TRANSLATOR, Role.REVISER, Role.LEADER):
            grant(role, "library.view_recording")
