"""Tallies by half-months take the place of daily movements, filled from the dossiers' own rows."""

import django.db.models.deletion
import motcua.core.movements
from django.db import migrations, models

_HALF = (
    "(date_trunc('month', {0}) + CASE WHEN date_part('day', {0}) < 15 THEN interval '0' "
    "ELSE interval '14 days' END)::date"
)
_MARKS = """
WITH one AS (
    SELECT d.office_id, d.procedure_version_id AS version_id, d.channel, d.stage,
           d.received_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS received,
           date_trunc('minute', d.due_at AT TIME ZONE 'Asia/Ho_Chi_Minh') AS due,
           date_trunc('minute', d.finished_at AT TIME ZONE 'Asia/Ho_Chi_Minh') AS finished
    FROM dossiers_dossier d WHERE d.stage NOT IN ('intake_refused', 'submitted', 'incomplete')
), mark AS (
    SELECT one.*, m.movement, m.moved FROM one, LATERAL (VALUES
        (CASE WHEN stage = 'void' THEN 'voided' ELSE 'received' END, received),
        (CASE WHEN stage = 'void' OR finished IS NULL THEN NULL
              WHEN due IS NULL OR (finished <= due AND finished::date = due::date) THEN 'on_time'
              WHEN finished <= due THEN 'early' ELSE 'overdue' END, finished),
        (CASE WHEN stage <> 'void' AND due IS NOT NULL AND (finished IS NULL OR finished > due)
              THEN 'fell_due' END, due),
        (CASE WHEN stage <> 'void' AND finished > due THEN 'settled_late' END, finished)
    ) AS m (movement, moved) WHERE m.movement IS NOT NULL
)
"""
_FILL_OFFICE = f"""
INSERT INTO reports_officetally (office_id, received_on, moved_on, movement, count)
{_MARKS} SELECT office_id, {_HALF.format("received")}, {_HALF.format("moved")}, movement, count(*)
FROM mark GROUP BY 1, 2, 3, 4
"""
_FILL_FIELD = f"""
INSERT INTO reports_fieldtally (office_id, field, channel, moved_on, movement, count)
{_MARKS} SELECT office_id, v.field, CASE WHEN movement = 'received' THEN channel ELSE '' END,
    {_HALF.format("moved")}, movement, count(*)
FROM mark JOIN catalogue_procedureversion v ON v.id = mark.version_id GROUP BY 1, 2, 3, 4, 5
"""
_FILL_DAILY = f"""
INSERT INTO reports_dailymovement
    (day_on, office_id, procedure_version_id, channel, movement, count)
{_MARKS} SELECT moved::date, office_id, version_id, channel, m.said, count(*)
FROM mark, LATERAL (VALUES (movement), (CASE WHEN movement = 'voided' THEN 'received' END))
    AS m (said)
WHERE m.said IN ('received', 'early', 'on_time', 'overdue', 'voided') GROUP BY 1, 2, 3, 4, 5
"""


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0001_initial'),
        ('dossiers', '0011_hands'),
        ('organization', '0005_one_pair_a_reorganization'),
        ('reports', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='FieldTally',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('moved_on', models.DateField()),
                ('movement', models.CharField(choices=[('received', 'received'), ('early', 'early'), ('on_time', 'on_time'), ('overdue', 'overdue'), ('fell_due', 'fell_due'), ('settled_late', 'settled_late'), ('voided', 'voided')], max_length=12)),
                ('count', models.IntegerField()),
                ('field', models.CharField(max_length=120)),
                ('channel', models.CharField(blank=True, max_length=8)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.office')),
            ],
        ),
        migrations.CreateModel(
            name='OfficeTally',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('moved_on', models.DateField()),
                ('movement', models.CharField(choices=[('received', 'received'), ('early', 'early'), ('on_time', 'on_time'), ('overdue', 'overdue'), ('fell_due', 'fell_due'), ('settled_late', 'settled_late'), ('voided', 'voided')], max_length=12)),
                ('count', models.IntegerField()),
                ('received_on', models.DateField()),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.office')),
            ],
        ),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", _FILL_DAILY),
        migrations.DeleteModel(
            name='DailyMovement',
        ),
        migrations.AddIndex(
            model_name='fieldtally',
            index=models.Index(fields=['office', 'moved_on'], name='field_tally_moved'),
        ),
        migrations.AddConstraint(
            model_name='fieldtally',
            constraint=models.CheckConstraint(condition=models.Q(('movement__in', motcua.core.movements.Movement)), name='field_tally_known'),
        ),
        migrations.AddIndex(
            model_name='officetally',
            index=models.Index(fields=['received_on', 'office'], name='office_tally_received'),
        ),
        migrations.AddConstraint(
            model_name='officetally',
            constraint=models.CheckConstraint(condition=models.Q(('movement__in', motcua.core.movements.Movement)), name='office_tally_known'),
        ),
        migrations.RunSQL((_FILL_OFFICE, _FILL_FIELD), migrations.RunSQL.noop),
    ]
