"""Until now nothing was sent. What waited is old news and stays unsent; results that were handed
out get the notice that every such event has from now on, likewise unsent."""

from django.db import migrations

OLD_NEWS = """
UPDATE outgoing_outboxmessage SET state = 'passed', why = 'stale' WHERE sent_at IS NULL;
INSERT INTO outgoing_outboxmessage (dossier_id, seq, kind, queued_at, held, state, why)
SELECT t.dossier_id, t.seq, t.kind, t.recorded_at, false, 'passed', 'stale'
FROM dossiers_event t
WHERE t.kind = 'result_returned' AND NOT EXISTS (
    SELECT FROM dossiers_event i
    WHERE i.dossier_id = t.dossier_id AND i.kind = 'imported'
      AND i.recorded_at = t.recorded_at);
"""
AS_BEFORE = """
DELETE FROM outgoing_outboxmessage WHERE kind = 'result_returned';
UPDATE outgoing_outboxmessage SET state = 'waiting', why = '' WHERE state = 'passed';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("outgoing", "0003_delivery"),
        ("dossiers", "0009_party_email"),
    ]

    operations = [migrations.RunSQL(OLD_NEWS, AS_BEFORE)]
