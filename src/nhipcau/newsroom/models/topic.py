"""Topics: what the paper follows across sections and years, such as the coffee festival."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from nhipcau.common.models import Identified


class Topic(Identified, ClusterableModel):
    """A matter that stories belong to; readers find all of them at one address a language.

    A topic is a matter, never a person or a group of people who say something.

    Attributes:
        code: Stable handle, ASCII.
        sort_order: Position in lists of topics.
        is_featured: Whether lists of topics show it; its address stays either way.
    """

    code = models.SlugField(_("code"), max_length=60, unique=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_featured = models.BooleanField(
        _("shown in lists of topics"),
        default=True,
        help_text=_("Take the tick away when the matter rests. Its page stays readable."),
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["sort_order", "code"]

    def __str__(self) -> str:
        return self.name(get_language() or "vi")

    @property
    def key(self) -> str:
        """Surrogate key of everything readers see of this topic."""
        return f"topic:{self.pk}"

    def name(self, language: str) -> str:
        """The topic's name in a language, else in Vietnamese, else its code."""
        row = self.named(language) or self.named("vi")
        return row.name if row else self.code

    def slug(self, language: str) -> str:
        """Its part of public addresses in a language; empty where it has no name."""
        row = self.named(language)
        return row.slug if row else ""

    def named(self, language: str) -> "TopicName | None":
        """Its name, slug and introduction in a language, if it has them."""
        return next((row for row in self.names.all() if row.language == language), None)


class TopicName(models.Model):
    """The name of a topic in one language.

    Attributes:
        language: BCP 47 code.
        name: As readers see it.
        slug: Its part of the public address in that language.
        introduction: A few sentences above the stories, plain text.
    """

    topic = ParentalKey(Topic, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(_("language"), max_length=12)
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("slug"), max_length=120)
    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("A few sentences above the stories.")
    )

    class Meta:
        verbose_name = _("topic name")
        verbose_name_plural = _("topic names")
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "language"], name="newsroom_topic_name_unique"
            ),
            models.UniqueConstraint(fields=["language", "slug"], name="newsroom_topic_slug_unique"),
        ]

    def __str__(self) -> str:
        return self.name
