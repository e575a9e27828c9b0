"""A dossier may wait to be received: sent in and not looked at yet, or not complete."""

from django.db import migrations, models

import motcua.dossiers.models.dossier

STAGES = [
    ("submitted", "Chờ kiểm tra"),
    ("incomplete", "Chờ hoàn thiện"),
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


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0012_suspended_for"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="dossier", name="dossier_stage_known"),
        migrations.AlterField(
            model_name="dossier",
            name="stage",
            field=models.CharField("trạng thái", choices=STAGES, max_length=20),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(("stage__in", motcua.dossiers.models.dossier.Stage)),
                name="dossier_stage_known",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                fields=["office", "stage", "received_at"],
                name="dossier_before_intake",
                condition=models.Q(
                    ("stage__in", motcua.dossiers.models.dossier.BEFORE_INTAKE)
                ),
            ),
        ),
    ]
