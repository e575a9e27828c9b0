"""What was sent in, asked to be completed or refused before notices of it were written gets one, as
every such event has from now on: old news, and unsent."""

from django.db import migrations

OLD_NEWS = """
INSERT INTO outgoing_outboxmessage (dossier_id, seq, kind, queued_at, held, state, why)
SELECT t.dossier_id, t.seq, t.kind, t.recorded_at, false, 'passed', 'stale'
FROM dossiers_event t
WHERE t.kind IN ('submitted', 'completion_asked', 'intake_refused') AND NOT EXISTS (
    SELECT FROM outgoing_outboxmessage m WHERE m.dossier_id = t.dossier_id AND m.seq = t.seq)
AND NOT EXISTS (
    SELECT FROM dossiers_event i
    WHERE i.dossier_id = t.dossier_id AND i.kind = 'imported'
      AND i.recorded_at = t.recorded_at);
"""
AS_BEFORE = """
DELETE FROM outgoing_attempt WHERE message_id IN (
    SELECT id FROM outgoing_outboxmessage
    WHERE kind IN ('submitted', 'completion_asked', 'intake_refused'));
DELETE FROM outgoing_outboxmessage
WHERE kind IN ('submitted', 'completion_asked', 'intake_refused');
"""


class Migration(migrations.Migration):
    dependencies = [
        ("outgoing", "0005_newest_first"),
        ("dossiers", "0013_before_intake"),
    ]

    operations = [migrations.RunSQL(OLD_NEWS, AS_BEFORE)]
