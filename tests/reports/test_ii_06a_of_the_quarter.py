"""II.06a over the demonstration: its invariant, and a second way of counting from events alone."""

from datetime import date, datetime

import pytest
from django.db import connection

from motcua.core.clock import VN
from motcua.reports.ii_06a import ii_06a

NOW = datetime(2017, 3, 31, 9, 42, 30, tzinfo=VN)
FROM_FEBRUARY = (date(2017, 2, 1), date(2017, 3, 31))


@pytest.mark.parametrize("with_below", [False, True])
def test_over_the_demonstration_received_is_resolved_and_pending(
    demo: str, with_below: bool
) -> None:
    sheet = ii_06a("bim-son", *FROM_FEBRUARY, now=NOW, with_below=with_below)

    assert len(sheet.rows) > 8
    for line in sheet.rows:
        assert line.received == line.online + line.direct_or_post + line.carried_over
        assert line.resolved == line.early + line.on_time + line.overdue
        assert line.pending == line.pending_in_time + line.pending_overdue
        assert line.received == line.resolved + line.pending
    assert sheet.rows[-1].carried_over > 0


_RECOUNT = """
WITH told AS (
    SELECT d.id, v.field, d.due_at,
           (SELECT min(e.at) FROM dossiers_event e
            WHERE e.dossier_id = d.id AND e.kind = 'received') AS received_at,
           (SELECT max(e.at) FROM dossiers_event e
            WHERE e.dossier_id = d.id AND e.kind IN ('finished', 'withdrawn')) AS finished_at
    FROM dossiers_dossier d
    JOIN catalogue_procedureversion v ON v.id = d.procedure_version_id
    JOIN organization_office o ON o.id = d.office_id
    WHERE o.slug = 'bim-son'
)
SELECT field, count(*),
       count(*) FILTER (WHERE received_at < %(first)s),
       count(*) FILTER (WHERE finished_at IS NOT NULL),
       count(*) FILTER (WHERE date_trunc('minute', finished_at) > due_at),
       count(*) FILTER (WHERE finished_at IS NULL AND due_at < %(now)s)
FROM told
WHERE received_at IS NOT NULL AND (finished_at IS NULL OR finished_at >= %(first)s)
GROUP BY field
"""


def test_the_demonstrations_sheet_is_what_the_events_alone_give(demo: str) -> None:
    sheet = ii_06a("bim-son", *FROM_FEBRUARY, now=NOW)
    with connection.cursor() as cursor:
        cursor.execute(
            _RECOUNT, {"first": datetime(2017, 2, 1, tzinfo=VN), "now": NOW.replace(second=0)}
        )
        recount = {row[0]: row[1:] for row in cursor.fetchall()}

    assert {
        line.field: (
            line.received, line.carried_over, line.resolved, line.overdue, line.pending_overdue,
        )
        for line in sheet.rows[:-1]
    } == recount  # fmt: skip
