"""A decision may fall on the day of a shipped version; people are told what changed for them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("catalogue", "0003_processes_under"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ChangesSeen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seen_on", models.DateField(verbose_name="đã xem đến ngày")),
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.RemoveConstraint(model_name="procedureversion", name="one_version_a_day"),
        migrations.AddConstraint(
            model_name="procedureversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("promulgation", None)),
                fields=("procedure", "effective_on"),
                name="one_shipped_version_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedureversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("promulgation", None), _negated=True),
                fields=("procedure", "effective_on"),
                name="one_promulgated_version_a_day",
            ),
        ),
    ]
