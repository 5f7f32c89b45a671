"""Topics as public pages name them."""

from nhipcau.newsroom.models import Topic
from nhipcau.newsroom.rules.addresses import topic_address


def topic_links(topics: list[Topic], language: str) -> list[dict[str, str]]:
    """Names and addresses of topics in a language, in their order.

    Args:
        topics: With their names fetched; those without a name in the language are left out.
        language: BCP 47 code.

    Returns:
        Dictionaries of ``name``, ``address`` and ``introduction``.
    """
    named = [row for topic in topics if (row := topic.named(language))]
    return [
        {
            "name": row.name,
            "address": topic_address(language, row.slug),
            "introduction": row.introduction,
        }
        for row in named
    ]


def featured_topics(language: str) -> list[dict[str, str]]:
    """The topics that lists show in a language; depends on ``topics:<language>``.

    Args:
        language: BCP 47 code.
    """
    rows = Topic.objects.filter(is_featured=True, names__language=language)
    return topic_links(list(rows.prefetch_related("names").distinct()), language)


def topics_key(language: str) -> str:
    """Surrogate key of every page that lists the topics of a language (BCP 47)."""
    return f"topics:{language}"
