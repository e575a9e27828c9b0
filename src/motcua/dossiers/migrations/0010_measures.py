"""A dossier may be stopped; one that waits for its owner says for which papers and until when."""

from django.db import migrations, models

import motcua.dossiers.models.dossier

STAGES = [
    ("in_progress", "Đang giải quyết"),
    ("awaiting_supplement", "Chờ bổ sung hồ sơ"),
    ("suspended", "Tạm dừng"),
    ("finished", "Đã có kết quả"),
    ("returned", "Đã trả kết quả"),
    ("withdrawn", "Đã rút hồ sơ"),
    ("stopped", "Dừng giải quyết"),
    ("intake_refused", "Không tiếp nhận"),
    ("void", "Đã huỷ tiếp nhận"),
]
OUTCOMES = [
    ("result", "Có kết quả"),
    ("refused", "Từ chối giải quyết"),
    ("withdrawn", "Công dân rút hồ sơ"),
    ("stopped", "Dừng giải quyết"),
]
_ASKED = """
UPDATE dossiers_dossier d
SET flow = d.flow || jsonb_build_object('asked_items', e.payload -> 'items')
    || CASE WHEN e.payload ->> 'reply_by' IS NULL THEN '{}'::jsonb
            ELSE jsonb_build_object('reply_by', e.payload -> 'reply_by') END
FROM (
    SELECT DISTINCT ON (dossier_id) dossier_id, payload FROM dossiers_event
    WHERE kind = 'supplement_requested' ORDER BY dossier_id, seq DESC
) e
WHERE e.dossier_id = d.id AND d.stage = 'awaiting_supplement'
"""
_NOT_ASKED = "UPDATE dossiers_dossier SET flow = flow - 'asked_items' - 'reply_by'"


def constraints():
    """What a row's stage and outcome may be, as the models say it."""
    of = motcua.dossiers.models.dossier
    known = models.Q(("outcome", ""), ("outcome__in", of.Outcome), _connector="OR")
    return {
        "dossier_stage_known": models.Q(("stage__in", of.Stage)),
        "dossier_outcome_known": known,
    }


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0009_party_email"),
    ]

    operations = [
        *[
            migrations.RemoveConstraint(model_name="dossier", name=name)
            for name in constraints()
        ],
        migrations.AlterField(
            model_name="dossier",
            name="outcome",
            field=models.CharField("kết cục", blank=True, choices=OUTCOMES, max_length=10),
        ),
        migrations.AlterField(
            model_name="dossier",
            name="stage",
            field=models.CharField("trạng thái", choices=STAGES, max_length=20),
        ),
        *[
            migrations.AddConstraint(
                model_name="dossier",
                constraint=models.CheckConstraint(condition=condition, name=name),
            )
            for name, condition in constraints().items()
        ],
        migrations.RunSQL(_ASKED, _NOT_ASKED),
    ]
