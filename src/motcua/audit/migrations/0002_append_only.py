"""Rows of the audit are added, never changed: the database itself refuses. Sealing may give an
unsealed row its block; a restore may forget the transaction number another server gave it."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$
"""
KEEP_ROWS = """
CREATE TRIGGER audit_rows_stay BEFORE UPDATE ON audit_auditrow FOR EACH ROW WHEN (
    OLD.block_id IS NOT NULL
    OR (NEW.transaction <> OLD.transaction AND NEW.transaction <> 0)
    OR (NEW.id, NEW.at, NEW.action, NEW.account, NEW.position, NEW.office, NEW.subject_kind,
        NEW.subject, NEW.purpose)
    IS DISTINCT FROM (OLD.id, OLD.at, OLD.action, OLD.account, OLD.position, OLD.office,
        OLD.subject_kind, OLD.subject, OLD.purpose)
) EXECUTE FUNCTION audit_refuse_change()
"""
TRIGGERS = (
    ("audit_rows_stay", "audit_auditrow", KEEP_ROWS),
    ("audit_rows_are_kept", "audit_auditrow", ""),
    ("audit_blocks_stay", "audit_block", ""),
    ("audit_seals_stay", "audit_dayseal", ""),
)


def _trigger(name: str, table: str) -> str:
    when = "DELETE" if table == "audit_auditrow" else "UPDATE OR DELETE"
    return (
        f"CREATE TRIGGER {name} BEFORE {when} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION audit_refuse_change()"
    )


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RunSQL(REFUSE, "DROP FUNCTION audit_refuse_change()"),
        *(
            migrations.RunSQL(sql or _trigger(name, table), f"DROP TRIGGER {name} ON {table}")
            for name, table, sql in TRIGGERS
        ),
    ]
