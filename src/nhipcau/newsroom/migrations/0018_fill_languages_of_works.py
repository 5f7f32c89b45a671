"""The languages of the works that are there already."""

from collections import defaultdict

from django.db import migrations

CHUNK = 500


def fill(apps, schema_editor):
    """Write each combination of languages to the works that have it."""
    works = apps.get_model("newsroom", "Work").objects
    pages = apps.get_model("newsroom", "StoryPage").objects
    languages = defaultdict(set)
    for work_id, code in pages.values_list("work_id", "locale__language_code").iterator():
        languages[work_id].add(code)
    alike = defaultdict(list)
    for work_id, codes in languages.items():
        alike[" ".join(sorted(codes))].append(work_id)
    for codes, ids in alike.items():
        for start in range(0, len(ids), CHUNK):
            works.filter(pk__in=ids[start : start + CHUNK]).update(language_codes=f" {codes} ")


class Migration(migrations.Migration):
    """Data only."""

    dependencies = [
        ("newsroom", "0017_languages_of_works"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
