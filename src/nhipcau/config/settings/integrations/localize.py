"""wagtail-localize: a live story never makes a live page in a language nobody translated."""

WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_SYNC_PAGE_STATUS = False
