"""A post given by mistake may end on the day it began: it was held on no day, and stays on record."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('identity', '0003_must_change'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='holding',
            name='holding_ends_after_it_begins',
        ),
        migrations.AddConstraint(
            model_name='holding',
            constraint=models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='holding_ends_no_earlier_than_it_begins'),
        ),
    ]
