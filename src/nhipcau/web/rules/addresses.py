"""Public addresses of the site's own pages, with slugs in the page's language.

Published addresses never change: add languages, never edit a slug.
"""

# Kind of page, then language; English serves the languages not listed.
SLUGS: dict[str, dict[str, str]] = {
    "gallery": {"vi": "thu-vien-anh", "en": "gallery", "fr": "galerie"},
    "figures": {"vi": "so-lieu", "en": "figures", "fr": "chiffres"},
    "press": {"vi": "danh-cho-bao-chi", "en": "press", "fr": "presse"},
    "glossary": {"vi": "ten-goi-chinh-thuc", "en": "official-names", "fr": "noms-officiels"},
    "committee": {"vi": "ban-chi-dao", "en": "committee", "fr": "comite"},
    "search": {"vi": "tim-kiem", "en": "search", "fr": "recherche"},
    "corrections": {"vi": "dinh-chinh", "en": "corrections", "fr": "rectifications"},
    "report": {"vi": "bao-loi", "en": "report-an-error", "fr": "signaler-une-erreur"},
    "about": {"vi": "gioi-thieu", "en": "about", "fr": "a-propos"},
    "contact": {"vi": "lien-he", "en": "contact", "fr": "contact"},
    "corrections-policy": {
        "vi": "quy-tac-dinh-chinh",
        "en": "corrections-policy",
        "fr": "regles-de-rectification",
    },
    "privacy": {"vi": "quyen-rieng-tu", "en": "privacy", "fr": "vie-privee"},
    "reuse": {"vi": "su-dung-lai", "en": "reuse", "fr": "reutilisation"},
    "accounts": {"vi": "kenh-chinh-thuc", "en": "official-accounts", "fr": "comptes-officiels"},
    "accessibility": {"vi": "kha-nang-tiep-can", "en": "accessibility", "fr": "accessibilite"},
    "offline": {"vi": "ngoai-tuyen", "en": "offline", "fr": "hors-ligne"},
    "style": {"vi": "style", "en": "style", "fr": "style"},
}
NOT_FOUND = "404.html"


def front_address(language: str) -> str:
    """Address of the front page of a language (BCP 47)."""
    return f"/{language}/"


def slug(kind: str, language: str) -> str:
    """The slug of a kind of page in a language."""
    return SLUGS[kind].get(language) or SLUGS[kind]["en"]


def page_address(kind: str, language: str) -> str:
    """Address of a page of the site.

    Args:
        kind: A key of ``SLUGS``.
        language: BCP 47 code.
    """
    return f"/{language}/{slug(kind, language)}/"


def opensearch_address(language: str) -> str:
    """Address of the description by which browsers offer the site's search."""
    return f"/{language}/opensearch.xml"


def language_of(kind: str, address: str) -> str:
    """The language of an address that :func:`page_address` made.

    Args:
        kind: A key of ``SLUGS``.
        address: Absolute path.

    Returns:
        A BCP 47 code, empty when it is no such address.
    """
    parts = address.split("/")
    if len(parts) != 4 or parts[0] or parts[3] or not parts[1]:
        return ""
    return parts[1] if parts[2] == slug(kind, parts[1]) else ""
