"""Wagtail: own models from the first migration, no call to any outside host."""

from PIL import features

from nhipcau.config import env

WAGTAIL_SITE_NAME = "Nhịp Cầu"
WAGTAILADMIN_BASE_URL = env.base_url()
WAGTAIL_I18N_ENABLED = True
WAGTAILIMAGES_IMAGE_MODEL = "library.Image"
WAGTAILDOCS_DOCUMENT_MODEL = "library.Document"
# Every upload passes our checks: secrecy marks, damaged and oversized photographs.
WAGTAILIMAGES_IMAGE_FORM_BASE = "nhipcau.library.forms.ImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "nhipcau.library.forms.DocumentForm"
# What a browser would run or show as a page (HTML, SVG, scripts) is never offered as a file.
WAGTAILDOCS_EXTENSIONS = [
    *("pdf", "docx", "doc", "odt", "rtf", "txt", "xlsx", "xls", "ods", "csv"),
    *("pptx", "ppt", "odp", "zip", "epub", "json", "srt", "vtt"),
]
# Where Pillow was built without AVIF such a file could not be read.
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "gif"]
if features.check("avif"):
    WAGTAILIMAGES_EXTENSIONS.append("avif")
# As like the original as WebP of 80, Wagtail's own, at a seventh fewer bytes (services.avif).
WAGTAILIMAGES_AVIF_QUALITY = 58
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_USAGE_COUNT_ENABLED = True
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
WAGTAILADMIN_DEFAULT_LANGUAGE = "vi"
WAGTAILADMIN_NOTIFICATION_USE_HTML = False
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {"WIDGET": "nhipcau.common.rich_text.NamedRichTextArea"}
}
WAGTAILADMIN_UNICODE_SLUGS = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# Originals are private: only the publisher copies renditions into the public store.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 60 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 128 * 1000 * 1000
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database"}}
TAGGIT_CASE_INSENSITIVE = True
# Exactly the approved revision is published, never simply the latest one.
WAGTAIL_FINISH_WORKFLOW_ACTION = "nhipcau.newsroom.workflow_finish.finish_workflow"
# Civil time is Viet Nam's for everybody; with one zone Wagtail offers no choice.
WAGTAIL_USER_TIME_ZONES = ["Asia/Ho_Chi_Minh"]
