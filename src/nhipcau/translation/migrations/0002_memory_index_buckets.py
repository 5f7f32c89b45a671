"""Keep the memory's index in buckets, and say which version of the normaliser made it."""

from django.db import migrations, models


def record_version(apps, schema_editor):
    """An empty index is of the version that fills it; a filled one must be rebuilt."""
    segments = apps.get_model("translation", "MemorySegment")
    states = apps.get_model("translation", "MemoryIndexState")
    version = 0 if segments.objects.exists() else 101
    states.objects.update_or_create(pk=1, defaults={"normaliser_version": version})


class Migration(migrations.Migration):
    dependencies = [("translation", "0001_memory_terms_checks")]

    operations = [
        migrations.DeleteModel("MemoryGram"),
        migrations.CreateModel(
            name="MemoryGram",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "bucket", "chunk", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("bucket", models.SmallIntegerField()),
                ("chunk", models.SmallIntegerField()),
                ("postings", models.BinaryField()),
            ],
            options={
                "verbose_name": "memory index row",
                "verbose_name_plural": "memory index rows",
            },
        ),
        migrations.RunPython(record_version, migrations.RunPython.noop),
    ]
