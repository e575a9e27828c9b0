"""Waiting times told in public: empty until the first night, or `motcua waits`, reckons them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0004_decisions_over_shipped'),
        ('organization', '0006_desk_conditions'),
        ('reports', '0003_narratives'),
    ]

    operations = [
        migrations.CreateModel(
            name='WaitingTimesRenewal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('to_on', models.DateField()),
                ('renewed_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='waiting_times_renewed_once'), models.CheckConstraint(condition=models.Q(('to_on__gt', models.F('from_on'))), name='waiting_times_days_in_order')],
            },
        ),
        migrations.CreateModel(
            name='WaitingTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('dossiers', models.PositiveIntegerField()),
                ('median', models.PositiveIntegerField()),
                ('ninetieth', models.PositiveIntegerField()),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.office')),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalogue.procedure')),
                ('renewal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='times', to='reports.waitingtimesrenewal')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('procedure', 'office'), name='one_waiting_time_an_office'), models.CheckConstraint(condition=models.Q(('dossiers__gte', 10)), name='waiting_time_of_enough'), models.CheckConstraint(condition=models.Q(('ninetieth__gte', models.F('median'))), name='waiting_time_in_order')],
            },
        ),
    ]
