"""What owners were asked beyond the once is counted by an index of its own."""

from django.db import migrations, models

import motcua.dossiers.models.dossier


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0015_files"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                fields=["office", "received_at"],
                name="dossier_asked_of_owners",
                condition=motcua.dossiers.models.dossier.ASKED_OF_OWNERS,
            ),
        ),
    ]
