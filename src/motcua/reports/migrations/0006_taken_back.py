"""A report passed on to be signed can be taken back."""

from django.db import migrations, models

from motcua.core.narrative import Step

STEPS = (
    "draft", "write", "comment", "settle", "submit", "take_back", "send_back", "sign", "issue",
    "amend", "cancel",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("reports", "0005_consolidations")]

    operations = [
        migrations.RemoveConstraint("narrativehappening", "narrative_step_known"),
        migrations.AlterField(
            "narrativehappening",
            "step",
            models.CharField("việc", max_length=10, choices=[(one, one) for one in STEPS]),
        ),
        migrations.AddConstraint(
            "narrativehappening",
            models.CheckConstraint(
                condition=models.Q(("step__in", Step)), name="narrative_step_known"
            ),
        ),
    ]
