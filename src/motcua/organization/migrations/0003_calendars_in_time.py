from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("organization", "0002_moved_in"),
    ]

    operations = [
        migrations.AddField(
            model_name="calendaredition",
            name="account",
            field=models.UUIDField(null=True, verbose_name="người nhập"),
        ),
        migrations.AddField(
            model_name="calendaredition",
            name="year",
            field=models.PositiveSmallIntegerField(null=True, verbose_name="năm"),
        ),
    ]
