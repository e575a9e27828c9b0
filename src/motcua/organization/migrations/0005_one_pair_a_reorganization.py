from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organization", "0004_reorganizations"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="succession", name="one_succession_a_pair"),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.UniqueConstraint(
                fields=["reorganization", "predecessor", "successor"],
                name="one_succession_a_pair",
            ),
        ),
    ]
