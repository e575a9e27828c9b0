"""A suspended dossier says what for, where its history said so last."""

from django.db import migrations

_FOR = """
UPDATE dossiers_dossier d
SET flow = d.flow || jsonb_build_object('suspended_for', e.payload -> 'reason')
FROM (
    SELECT DISTINCT ON (dossier_id) dossier_id, kind, payload FROM dossiers_event
    WHERE kind IN ('suspended', 'undone') ORDER BY dossier_id, seq DESC
) e
WHERE e.dossier_id = d.id AND e.kind = 'suspended' AND d.stage = 'suspended'
"""
_NOT_FOR = "UPDATE dossiers_dossier SET flow = flow - 'suspended_for'"


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0011_hands"),
    ]

    operations = [
        migrations.RunSQL(_FOR, _NOT_FOR),
    ]
