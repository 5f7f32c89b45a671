"""Public addresses of the terms. Published addresses never change."""

_SLUGS = {"vi": "thuat-ngu", "fr": "glossaire"}


def glossary_address(language: str) -> str:
    """The glossary's address in a language (BCP 47)."""
    return f"/{language}/{_SLUGS.get(language, 'glossary')}/"
