"""Registers taken over on screen: the imports, and what headings meant last time."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0016_asked_of_owners'),
        ('identity', '0004_given_by_mistake'),
        ('organization', '0006_desk_conditions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='RegisterColumn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('heading', models.CharField(max_length=200, verbose_name='tiêu đề')),
                ('column', models.CharField(blank=True, max_length=20, verbose_name='cột')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.office')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('office', 'heading'), name='one_column_a_heading')],
            },
        ),
        migrations.CreateModel(
            name='RegisterImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(unique=True)),
                ('key', models.UUIDField()),
                ('file_name', models.CharField(max_length=120, verbose_name='tên tệp')),
                ('ending', models.CharField(max_length=4, verbose_name='dạng tệp')),
                ('headings', models.JSONField(verbose_name='dòng tiêu đề')),
                ('columns', models.JSONField(verbose_name='các cột')),
                ('default_office', models.CharField(blank=True, max_length=60, verbose_name='đơn vị khi dòng không ghi')),
                ('state', models.CharField(choices=[('choosing', 'Đang chọn cột'), ('checking', 'Đang kiểm tra'), ('checked', 'Đã kiểm tra'), ('writing', 'Đang ghi'), ('done', 'Đã ghi'), ('stopped', 'Đã dừng'), ('failed', 'Hỏng')], max_length=8, verbose_name='tình trạng')),
                ('total', models.PositiveIntegerField(verbose_name='số dòng')),
                ('done', models.PositiveIntegerField(default=0, verbose_name='đã xem hoặc ghi')),
                ('new', models.PositiveIntegerField(default=0, verbose_name='mới')),
                ('known', models.PositiveIntegerField(default=0, verbose_name='đã có')),
                ('bad', models.PositiveIntegerField(default=0, verbose_name='sai')),
                ('noted', models.PositiveIntegerField(default=0, verbose_name='cần xem')),
                ('differing', models.PositiveIntegerField(default=0, verbose_name='khác')),
                ('found', models.JSONField(default=dict, verbose_name='đã thấy')),
                ('reason', models.CharField(blank=True, default='', max_length=300, verbose_name='vì sao hỏng')),
                ('brought_at', models.DateTimeField(verbose_name='tải lên lúc')),
                ('begun_at', models.DateTimeField(null=True, verbose_name='bắt đầu làm lúc')),
                ('stop_asked_at', models.DateTimeField(null=True, verbose_name='xin dừng lúc')),
                ('ended_at', models.DateTimeField(null=True, verbose_name='kết thúc lúc')),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.office')),
                ('position', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.position')),
            ],
            options={
                'indexes': [models.Index(fields=['office', '-brought_at'], name='registers_of_an_office')],
                'constraints': [models.UniqueConstraint(fields=('account', 'key'), name='one_register_a_press'), models.CheckConstraint(condition=models.Q(('state__in', ['choosing', 'checking', 'checked', 'writing', 'done', 'stopped', 'failed'])), name='register_import_state_known')],
            },
        ),
    ]
