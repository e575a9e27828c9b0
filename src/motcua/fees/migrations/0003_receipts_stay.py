"""Bills of before get the one line they are; receipts and what cancels them, lines and movements
are added, never changed: the database itself refuses."""

from django.db import migrations

LINES = """
INSERT INTO fees_line (dossier_id, ordinal, name, kind, quantity, full_vnd, amount_vnd, due,
                       article, exemption, proof, reason, at_receipt, written_at)
SELECT dossier_id, 1, 'Phí, lệ phí', 'charge', '', amount_vnd, amount_vnd, 'intake',
       '', '', '', '', true, billed_at
FROM fees_bill
"""
REFUSE = """
CREATE FUNCTION fees_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$
"""
TABLES = ("fees_receipt", "fees_cancellation", "fees_movement", "fees_line")


def _stays(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION fees_refuse_change()",
        f"DROP TRIGGER {table}_stays ON {table}",
    )


class Migration(migrations.Migration):
    dependencies = [("fees", "0002_receipts_and_cash")]

    operations = [
        migrations.RunSQL(LINES, "DELETE FROM fees_line"),
        migrations.RunSQL(REFUSE, "DROP FUNCTION fees_refuse_change()"),
        *(_stays(table) for table in TABLES),
    ]
