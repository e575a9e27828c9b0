from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0010_measures"),
    ]

    operations = [
        migrations.AddField(
            model_name="dossierstep",
            name="taken",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="dossierstep",
            name="assignee",
            field=models.UUIDField(null=True),
        ),
    ]
