import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A reader's report says to whom it was passed on."""

    dependencies = [
        ("agencies", "0004_offices"),
        ("web", "0005_figure_source_in_each_language"),
    ]

    operations = [
        migrations.AddField(
            model_name="errorreport",
            name="passed_to",
            field=models.ForeignKey(
                blank=True,
                help_text="Its focal points are told by e-mail. The answer still comes from you.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.agency",
                verbose_name="passed on to",
            ),
        ),
    ]
