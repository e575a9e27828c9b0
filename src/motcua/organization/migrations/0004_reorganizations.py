import django.db.models.deletion
import motcua.organization.models
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organization', '0003_calendars_in_time'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reorganization',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(unique=True)),
                ('key', models.CharField(blank=True, max_length=60, verbose_name='khoá')),
                ('kind', models.CharField(choices=[('merge', 'Sáp nhập'), ('split', 'Chia tách'), ('rename', 'Đổi tên'), ('move', 'Chuyển cấp trên')], max_length=8, verbose_name='việc')),
                ('effective_on', models.DateField(verbose_name='từ ngày')),
                ('instrument', models.CharField(max_length=200, verbose_name='văn bản')),
                ('mark', models.CharField(blank=True, max_length=1, verbose_name='độ tin')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='nguồn')),
                ('document', models.JSONField(default=dict)),
                ('proposed_by', models.UUIDField(null=True)),
                ('proposed_at', models.DateTimeField(null=True)),
                ('approved_by', models.UUIDField(null=True)),
                ('approved_at', models.DateTimeField(null=True)),
                ('taken_back_by', models.UUIDField(null=True)),
                ('taken_back_at', models.DateTimeField(null=True)),
                ('settled_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', motcua.organization.models.ReorganizationKind)), name='reorganization_kind_known'), models.CheckConstraint(condition=models.Q(('approved_by', None), models.Q(('approved_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='reorganization_by_two_people'), models.UniqueConstraint(condition=models.Q(('key', ''), _negated=True), fields=('key',), name='one_shipped_reorganization_a_key')],
            },
        ),
        migrations.CreateModel(
            name='OfficeName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('effective_on', models.DateField(verbose_name='từ ngày')),
                ('name', models.CharField(max_length=120, verbose_name='tên')),
                ('short_name', models.CharField(max_length=60, verbose_name='tên ngắn')),
                ('kind', models.CharField(choices=[('province', 'Tỉnh'), ('town', 'Thị xã'), ('ward', 'Phường'), ('commune', 'Xã'), ('outside', 'Cơ quan phối hợp')], max_length=10, verbose_name='loại')),
                ('agency_code', models.CharField(blank=True, max_length=35, verbose_name='mã định danh')),
                ('admin_code', models.CharField(blank=True, max_length=10, verbose_name='mã đơn vị hành chính')),
                ('place_name', models.CharField(blank=True, max_length=60, verbose_name='địa danh')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='nguồn')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='names', to='organization.office')),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.office')),
                ('reorganization', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='names', to='organization.reorganization')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('office', 'effective_on'), name='one_name_a_day'), models.CheckConstraint(condition=models.Q(('kind__in', motcua.organization.models.OfficeKind)), name='office_name_kind_known')],
            },
        ),
        migrations.CreateModel(
            name='Succession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ordinal', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('procedures', models.JSONField(default=list, verbose_name='thủ tục')),
                ('fields', models.JSONField(default=list, verbose_name='lĩnh vực')),
                ('places', models.JSONField(default=list, verbose_name='địa bàn')),
                ('predecessor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='heirs', to='organization.office')),
                ('reorganization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='organization.reorganization')),
                ('successor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='predecessions', to='organization.office')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('predecessor', 'successor'), name='one_succession_a_pair'), models.CheckConstraint(condition=models.Q(('predecessor', models.F('successor')), _negated=True), name='nobody_succeeds_oneself')],
            },
        ),
    ]
