"""A line of the cash book names its receipt; one that was replaced gets the line that takes it back
and the new one's. Both came to nothing together, so that no drawer's sum changes.

Of a replacement nobody had a drawer open for, they stand in the drawer the money lay in, at its
closing."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

NAME_RECEIPTS = """
ALTER TABLE fees_movement DISABLE TRIGGER fees_movement_stays;
UPDATE fees_movement m SET receipt_id = r.id
FROM fees_receipt r
WHERE r.payment_id = m.payment_id AND (
    (m.kind = 'paid' AND r.replaces_id IS NULL)
    OR (m.kind = 'undone' AND NOT EXISTS (SELECT FROM fees_receipt n WHERE n.replaces_id = r.id))
);
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
ALTER TABLE fees_movement ENABLE TRIGGER fees_movement_stays
"""
WRITE_LINES = """
INSERT INTO fees_movement
    (office_id, cash_day_id, day_on, at, kind, amount_vnd, payment_id, receipt_id, note)
SELECT p.office_id, d.id,
       coalesce(d.day_on, (n.issued_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date),
       least(n.issued_at, d.closed_at), k.kind, k.sign * n.amount_vnd, p.id,
       CASE k.sign WHEN -1 THEN o.id ELSE n.id END, c.reason
FROM fees_receipt n
JOIN fees_receipt o ON o.id = n.replaces_id
JOIN fees_cancellation c ON c.receipt_id = o.id
JOIN fees_payment p ON p.id = n.payment_id
JOIN fees_movement m ON m.payment_id = p.id AND m.kind = 'paid'
LEFT JOIN LATERAL (
    SELECT x.id, x.day_on, x.closed_at FROM fees_cashday x
    WHERE p.method = 'cash' AND (
        x.id = m.cash_day_id
        OR (x.office_id = p.office_id AND x.account_id = n.account_id
            AND x.opened_at <= n.issued_at
            AND (x.closed_at IS NULL OR n.issued_at <= x.closed_at))
    )
    ORDER BY x.id = m.cash_day_id, x.opened_at DESC
    LIMIT 1
) d ON true
CROSS JOIN (VALUES ('reversed', -1), ('reissued', 1)) k (kind, sign)
ORDER BY n.issued_at, n.id, k.sign;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED
"""
LINES_OF_RECEIPTS = ["paid", "reversed", "reissued", "undone"]


def _constraint(condition: Q, name: str) -> migrations.AddConstraint:
    return migrations.AddConstraint("movement", models.CheckConstraint(condition=condition, name=name))


class Migration(migrations.Migration):
    dependencies = [("fees", "0004_transfers_and_obligations")]

    operations = [
        migrations.RemoveConstraint("movement", "a_payment_moves_money_once"),
        migrations.RemoveConstraint("movement", "movement_goes_its_way"),
        migrations.RemoveConstraint("movement", "movement_has_its_ground"),
        migrations.AddField(
            model_name="movement",
            name="receipt",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="movements",
                to="fees.receipt",
            ),
        ),
        migrations.AlterField(
            model_name="movement",
            name="kind",
            field=models.CharField(
                choices=[
                    ("paid", "Thu phí, lệ phí"),
                    ("reversed", "Huỷ biên lai để lập lại"),
                    ("reissued", "Biên lai thay thế"),
                    ("undone", "Bỏ khoản thu nhầm"),
                    ("refunded", "Hoàn trả"),
                    ("handed_in", "Nộp kho bạc"),
                ],
                max_length=10,
                verbose_name="nội dung",
            ),
        ),
        migrations.RunSQL(NAME_RECEIPTS, migrations.RunSQL.noop),
        migrations.RunSQL(
            WRITE_LINES, "DELETE FROM fees_movement WHERE kind IN ('reversed', 'reissued')"
        ),
        migrations.AddConstraint(
            "movement",
            models.UniqueConstraint(
                condition=Q(kind__in=["paid", "undone"]),
                fields=("payment", "kind"),
                name="a_payment_moves_money_once",
            ),
        ),
        migrations.AddConstraint(
            "movement",
            models.UniqueConstraint(fields=("receipt", "kind"), name="a_receipt_stands_once"),
        ),
        _constraint(
            Q(kind__in=("paid", "reissued"), amount_vnd__gt=0)
            | Q(kind__in=["reversed", "undone", "refunded", "handed_in"], amount_vnd__lt=0),
            "movement_goes_its_way",
        ),
        _constraint(
            Q(kind="handed_in", payment=None, refund=None, receipt=None)
            | Q(
                kind__in=LINES_OF_RECEIPTS,
                payment__isnull=False,
                receipt__isnull=False,
                refund=None,
            )
            | Q(kind="refunded", refund__isnull=False, receipt=None),
            "movement_has_its_ground",
        ),
    ]
