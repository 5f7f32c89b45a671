from django.db import migrations

from nhipcau.common.text import fold


def fill(apps, schema_editor):
    """Headlines, words and states of the works that are there already."""
    works = apps.get_model("newsroom", "Work").objects
    pages = apps.get_model("newsroom", "StoryPage").objects.order_by("work_id", "pk")
    rows = pages.values_list(
        "work_id", "locale__language_code", "draft_title", "title", "byline", "live",
        "work__short_id", "work__withdrawn_at",
    )
    found = {}
    for work_id, language, draft, title, byline, live, short_id, withdrawn in rows.iterator():
        work = found.setdefault(
            work_id, {"words": [], "headline": "", "state": "draft", "short_id": short_id}
        )
        headline = draft or title
        work["words"] += [headline, byline]
        if not work["headline"] or language == "vi":
            work["headline"] = headline
        if withdrawn:
            work["state"] = "withdrawn"
        elif live:
            work["state"] = "published"
    for pk, work in found.items():
        words = dict.fromkeys(word for word in [*work["words"], work["short_id"]] if word)
        works.filter(pk=pk).update(
            headline=work["headline"][:255],
            desk_words=fold(" · ".join(words)),
            state=work["state"],
        )


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0008_desk_list'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
