"""Index on Wagtail's pages for a person's own drafts: few among all that person ever wrote."""

from django.db import migrations


class Migration(migrations.Migration):
    """A partial index, in the SQL that SQLite and PostgreSQL share."""

    dependencies = [("newsroom", "0015_origins_of_works")]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX newsroom_changed_pages ON wagtailcore_page "
            "(owner_id, latest_revision_created_at) WHERE has_unpublished_changes",
            "DROP INDEX newsroom_changed_pages",
        ),
    ]
