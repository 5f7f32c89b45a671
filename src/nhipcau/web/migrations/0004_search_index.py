"""Make the full-text index; its kind depends on the database."""

from django.db import migrations

SQLITE = """
CREATE VIRTUAL TABLE web_searchindex USING fts5(
  exact_headline, exact_text, folded_headline, folded_text, labels,
  tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
)
"""
POSTGRESQL = """
CREATE TABLE web_searchindex (
  page_id bigint PRIMARY KEY, exact tsvector NOT NULL, folded tsvector NOT NULL,
  labels text[] NOT NULL
);
CREATE INDEX web_searchindex_exact ON web_searchindex USING gin (exact);
CREATE INDEX web_searchindex_folded ON web_searchindex USING gin (folded);
CREATE INDEX web_searchindex_labels ON web_searchindex USING gin (labels);
"""


def create(apps, schema_editor):
    """Create the index table."""
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    schema_editor.execute(POSTGRESQL if is_postgresql else SQLITE)


def drop(apps, schema_editor):
    """Drop the index table."""
    schema_editor.execute("DROP TABLE web_searchindex")


class Migration(migrations.Migration):
    dependencies = [("web", "0003_key_figures")]
    operations = [migrations.RunPython(create, drop)]
