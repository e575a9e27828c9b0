"""The audit is asked for by days: rows come in the order of their moments, so that a few pages tell
where a day lies, and writing costs nothing."""

import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]

    operations = [
        migrations.AddIndex(
            model_name="auditrow",
            index=django.contrib.postgres.indexes.BrinIndex(fields=["at"], name="audit_at"),
        ),
    ]
