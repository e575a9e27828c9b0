import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0001_initial"),
        ("dossiers", "0006_late_entries"),
        ("organization", "0004_reorganizations"),
    ]

    operations = [
        migrations.AddField(
            model_name="dossier",
            name="handled_by",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organization.office",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("handled_by__isnull", False)),
                fields=["handled_by", "stage"],
                name="dossier_handled_by",
            ),
        ),
    ]
