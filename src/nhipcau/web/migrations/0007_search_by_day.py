"""Make the full-text index anew: lexemes of our own, in the order of publication."""

from django.db import migrations

SQLITE = """
CREATE VIRTUAL TABLE web_searchindex USING fts5(
  lexemes, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'", prefix = '3', columnsize = 0
)
"""
POSTGRESQL = """
CREATE TABLE web_searchindex (position bigint PRIMARY KEY, lexemes tsvector NOT NULL);
CREATE INDEX web_searchindex_lexemes ON web_searchindex USING gin (lexemes);
"""


def create(apps, schema_editor):
    """Replace the index table and write the words of what is published into it."""
    from nhipcau.web.services.searching import write_words

    is_postgresql = schema_editor.connection.vendor == "postgresql"
    schema_editor.execute("DROP TABLE web_searchindex")
    schema_editor.execute(POSTGRESQL if is_postgresql else SQLITE)
    entries = apps.get_model("web", "SearchEntry").objects
    for entry in entries.select_related("page").iterator(chunk_size=500):
        write_words(entry, kicker=entry.page.kicker)


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0001_initial"),
        ("web", "0006_reports_passed_on"),
    ]
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
