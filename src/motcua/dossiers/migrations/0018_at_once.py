"""What was done while its owner waited says so in its row, as its history does."""

from django.db import migrations

_AT_ONCE = """
UPDATE dossiers_dossier d SET flow = d.flow || '{"at_once": true}'
FROM dossiers_bookentry b WHERE b.dossier_id = d.id
"""
_NOT_AT_ONCE = "UPDATE dossiers_dossier SET flow = flow - 'at_once' WHERE flow ? 'at_once'"


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0017_register_imports"),
    ]

    operations = [
        migrations.RunSQL(_AT_ONCE, _NOT_AT_ONCE),
    ]
