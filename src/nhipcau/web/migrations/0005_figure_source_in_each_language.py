from django.db import migrations, models


class Migration(migrations.Migration):
    """Readers of every language are told where a figure comes from in their own."""

    dependencies = [("web", "0004_search_index")]

    operations = [
        migrations.AddField(
            model_name="keyfiguretext",
            name="source_name",
            field=models.CharField(
                blank=True,
                help_text="Leave it empty to show the name above, in Vietnamese.",
                max_length=250,
                verbose_name="source in this language",
            ),
        ),
    ]
