"""The settings of every running site; production differs by environment, not by code."""

from pathlib import Path
from urllib.parse import urlsplit

from nhipcau.config import env

from .integrations.allauth import *  # noqa: F403
from .integrations.databases import *  # noqa: F403
from .integrations.localize import *  # noqa: F403
from .integrations.logs import *  # noqa: F403
from .integrations.publishing import *  # noqa: F403
from .integrations.security import *  # noqa: F403
from .integrations.tasks import *  # noqa: F403
from .integrations.wagtail import *  # noqa: F403

PACKAGE = Path(__file__).resolve().parent.parent.parent
HOME = env.home()

SECRET_KEY = env.secret_key()
DEBUG = False
NHIPCAU_DEMO = env.flag("NHIPCAU_DEMO")
NHIPCAU_BASE_URL = env.base_url()
NHIPCAU_PLACE_OF_ISSUE = env.text("NHIPCAU_PLACE_OF_ISSUE")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", str(urlsplit(NHIPCAU_BASE_URL).hostname)]
CSRF_TRUSTED_ORIGINS = [NHIPCAU_BASE_URL]

INSTALLED_APPS = [
    "nhipcau.config",
    "nhipcau.web",
    "nhipcau.publishing",
    "nhipcau.newsroom",
    "nhipcau.programme",
    "nhipcau.library",
    "nhipcau.agencies",
    "nhipcau.translation",
    "nhipcau.accounts",
    "nhipcau.common",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "nhipcau.accounts.apps.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "nhipcau.common.middleware.RequestIdentifierMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "nhipcau.common.middleware.PublicPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "nhipcau.accounts.middleware.BackOfficeLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "nhipcau.accounts.middleware.SecondFactorMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "nhipcau.common.middleware.DomainErrorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "nhipcau.config.urls"
WSGI_APPLICATION = "nhipcau.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]

USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
LANGUAGE_CODE = "vi"
FORMAT_MODULE_PATH = "nhipcau.config.formats"
# Every language the public site may be published in; a site chooses among them.
NHIPCAU_KNOWN_LANGUAGES = {
    "vi": "Tiếng Việt",
    "en": "English",
    "fr": "Français",
    "ko": "한국어",
    "ja": "日本語",
    "zh-hans": "简体中文",
    "lo": "ລາວ",
    "km": "ភាសាខ្មែរ",
    "ru": "Русский",
    "de": "Deutsch",
    "es": "Español",
}
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    (code, NHIPCAU_KNOWN_LANGUAGES.get(code, code)) for code in env.names("NHIPCAU_LANGUAGES")
]
# Strings that libraries leave in English, and the words of the commands.
LOCALE_PATHS = [PACKAGE / "config" / "locale", PACKAGE / "config" / "management" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
# Originals: private, served only to signed-in colleagues who may see them.
MEDIA_ROOT = HOME / "media"
MEDIA_URL = "/admin/media/"
# What readers get: files only, written by the renderer.
PUBLIC_ROOT = HOME / "public"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}
CACHES = {
    "default": {
        # Shared by all processes of one machine, so that rate limits hold over all of them.
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(HOME / "cache"),
    }
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
# All files of one form of the back office together; the form for them says so too.
LARGEST_UPLOAD_BYTES = 300_000_000
globals().update(env.email())
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("NHIPCAU_EMAIL_FROM") or "nhipcau@localhost"
SILENCED_SYSTEM_CHECKS: list[str] = []
