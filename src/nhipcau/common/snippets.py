"""Lists of things in the back office, in the language of whoever looks at them.

Wagtail puts the name of the model into the labels of a chooser when the form's class is made, in
the language of that moment: the first person's, or none at the start. Here a label is put
together each time it is shown. The page that shows a thing without a form says yes, no and
nothing in words instead of in Python.
"""

from datetime import datetime
from typing import Any

from django.db.models import Model
from django.template.defaultfilters import yesno
from django.utils import translation
from django.utils.functional import cached_property, lazy
from django.utils.timezone import localtime
from django.utils.translation import gettext, gettext_lazy
from wagtail.snippets.blocks import SnippetChooserBlock as WagtailSnippetChooserBlock
from wagtail.snippets.views.chooser import SnippetChooserViewSet as WagtailSnippetChooserViewSet
from wagtail.snippets.views.snippets import InspectView as WagtailInspectView
from wagtail.snippets.views.snippets import SnippetViewSet as WagtailSnippetViewSet
from wagtail.snippets.widgets import AdminSnippetChooser

NOTHING = "–"


def _labelled(text: str, name: Any) -> str:
    """A label of Wagtail's catalogue with a model's name in it."""
    return gettext(text) % {"object": name}


_label = lazy(_labelled, str)


class SnippetChooser(AdminSnippetChooser):
    """The widget, labelled in the reader's language."""

    def __init__(self, model: type[Model], **kwargs: Any) -> None:
        super().__init__(model, **kwargs)
        name = model._meta.verbose_name
        self.choose_one_text = _label("Choose %(object)s", name)
        self.choose_another_text = _label("Choose another %(object)s", name)
        self.link_to_chosen_text = _label("Edit this %(object)s", name)


class SnippetChooserViewSet(WagtailSnippetChooserViewSet):
    """The dialogue; forms that choose such a snippet use the widget above."""

    @cached_property
    def widget_class(self) -> SnippetChooser:
        """The widget for foreign keys to the model."""
        return SnippetChooser(model=self.model, icon=self.icon)


class SnippetChooserBlock(WagtailSnippetChooserBlock):
    """The block of a body; migrations know it as Wagtail's."""

    @cached_property
    def widget(self) -> SnippetChooser:
        """The widget in the block's form."""
        return SnippetChooser(self.target_model, icon=super().widget.icon)

    def deconstruct(self) -> tuple[str, Any, Any]:
        """Always as Wagtail's own block, since nothing of what is stored differs."""
        _name, arguments, keywords = super().deconstruct()
        return ("wagtail.snippets.blocks.SnippetChooserBlock", arguments, keywords)


class InspectView(WagtailInspectView):
    """What is known of a thing, for those who may not change it as well."""

    def get_fields(self) -> list[str]:
        """Fields that have a name for people; the others serve the program alone."""
        named = {
            field.name
            for field in self.model._meta.get_fields()
            if not isinstance(getattr(field, "verbose_name", None), str)
        }
        return [name for name in super().get_fields() if name in named]

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        """A value as a person writes it."""
        value = super().get_field_display_value(field_name, field)
        if value is None or value == "":
            return NOTHING
        if isinstance(value, datetime):
            # Wagtail's page would write it in UTC.
            return localtime(value)
        return str(yesno(value)).capitalize() if isinstance(value, bool) else value


class SnippetViewSet(WagtailSnippetViewSet):
    """What every list of things in the back office has in common."""

    chooser_viewset_class = SnippetChooserViewSet
    inspect_view_class = InspectView

    @property
    def breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way here, which Wagtail would put into words when the program starts."""
        with translation.override(None):
            items = super().breadcrumbs_items
        return [item | {"label": gettext_lazy(item["label"])} for item in items]
