"""Indexes on Wagtail's pages for what homes ask: drafts and locked pages, few among very many."""

from django.db import migrations


class Migration(migrations.Migration):
    """Two partial indexes, in the SQL that SQLite and PostgreSQL share."""

    dependencies = [
        ("newsroom", "0012_routes_and_deputies"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX newsroom_draft_pages ON wagtailcore_page "
            "(latest_revision_created_at) WHERE NOT live",
            "DROP INDEX newsroom_draft_pages",
        ),
        migrations.RunSQL(
            "CREATE INDEX newsroom_locked_pages ON wagtailcore_page (locked_by_id) WHERE locked",
            "DROP INDEX newsroom_locked_pages",
        ),
    ]
