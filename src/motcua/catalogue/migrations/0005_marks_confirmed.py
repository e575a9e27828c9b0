"""Marked facts confirmed without a decision, by two people."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0004_decisions_over_shipped'),
        ('identity', '0004_given_by_mistake'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='MarkConfirmation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(unique=True)),
                ('version_on', models.DateField(verbose_name='bản có hiệu lực từ ngày')),
                ('fact', models.CharField(max_length=300, verbose_name='mục')),
                ('said', models.JSONField(verbose_name='nội dung')),
                ('number', models.CharField(max_length=60, verbose_name='số văn bản')),
                ('signed_on', models.DateField(verbose_name='ngày ký')),
                ('article', models.CharField(max_length=300, verbose_name='điều khoản')),
                ('entered_at', models.DateTimeField(verbose_name='đề nghị lúc')),
                ('approved_at', models.DateTimeField(null=True, verbose_name='duyệt lúc')),
                ('withdrawn_at', models.DateTimeField(null=True, verbose_name='rút lại lúc')),
                ('withdrawn_reason', models.CharField(blank=True, max_length=300, verbose_name='lý do rút lại')),
                ('approved_as', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.position')),
                ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_as', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.position')),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='confirmations', to='catalogue.procedure')),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('procedure', 'version_on', 'fact'), name='one_confirmation_a_fact'), models.CheckConstraint(condition=models.Q(('approved_by', None), models.Q(('approved_by', models.F('entered_by')), _negated=True), _connector='OR'), name='confirmation_two_people')],
            },
        ),
    ]
