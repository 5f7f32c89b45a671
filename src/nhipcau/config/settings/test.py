"""Settings of the tests: the same site in a throwaway home folder."""

import os
import tempfile

os.environ.setdefault("NHIPCAU_HOME", tempfile.mkdtemp(prefix="nhipcau-test-"))
os.environ.setdefault("NHIPCAU_SECRET_KEY", "for-tests-only-" + "x" * 40)

from .base import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
LOGGING = LOGGING | {"root": {"handlers": ["stderr"], "level": "ERROR"}}  # noqa: F405
PUBLISHING_IS_DURABLE = False
