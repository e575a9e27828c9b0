from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0008_handled_by"),
    ]

    operations = [
        migrations.AddField(
            model_name="party",
            name="email",
            field=models.CharField(
                blank=True, db_default="", max_length=254, verbose_name="thư điện tử"
            ),
        ),
    ]
