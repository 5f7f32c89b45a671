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
    """Replace the index table by an empty one; the program fills it after the migrations."""
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    schema_editor.execute("DROP TABLE web_searchindex")
    schema_editor.execute(POSTGRESQL if is_postgresql else SQLITE)


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0001_initial"),
        ("web", "0006_reports_passed_on"),
    ]
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
