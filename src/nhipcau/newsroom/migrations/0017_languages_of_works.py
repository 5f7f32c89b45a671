"""The languages a work has versions in, for the desk's list."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """An empty column; the next migration fills it."""

    dependencies = [("newsroom", "0016_index_of_changed_pages")]

    operations = [
        migrations.AddField(
            model_name="work",
            name="language_codes",
            field=models.CharField(blank=True, default="", editable=False, max_length=255),
        ),
    ]
