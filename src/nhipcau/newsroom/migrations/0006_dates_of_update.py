from django.db import migrations, models


def date_updates(apps, schema_editor):
    """Whatever was published more than once counts as updated when it was published last."""
    pages = apps.get_model("newsroom", "StoryPage").objects.filter(
        last_published_at__gt=models.F("first_published_at")
    )
    for page in pages.only("pk", "last_published_at").iterator():
        pages.model.objects.filter(pk=page.pk).update(updated_at=page.last_published_at)
    approvals = apps.get_model("newsroom", "Approval").objects
    first = approvals.values("page").annotate(first=models.Min("pk")).values("first")
    approvals.filter(pk__in=list(first.values_list("first", flat=True))).update(change="first")


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom', '0005_topics_and_corrections'),
    ]

    operations = [
        migrations.RunPython(date_updates, migrations.RunPython.noop),
    ]
