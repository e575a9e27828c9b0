

import django.db.models.deletion
import motcua.feedback.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('dossiers', '0009_party_email'),
        ('organization', '0005_one_pair_a_reorganization'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ComplaintBook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day_on', models.DateField(unique=True)),
                ('last', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Complaint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(unique=True)),
                ('number', models.CharField(max_length=20, unique=True, verbose_name='số')),
                ('kind', models.CharField(choices=[('harassment', 'harassment'), ('attitude', 'attitude'), ('papers', 'papers'), ('lateness', 'lateness'), ('other', 'other')], max_length=12, verbose_name='về việc')),
                ('body', models.TextField(max_length=4000, verbose_name='nội dung')),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='họ và tên')),
                ('phone', models.CharField(blank=True, max_length=20, verbose_name='điện thoại')),
                ('email', models.CharField(blank=True, max_length=254, verbose_name='thư điện tử')),
                ('channel', models.CharField(choices=[('web', 'Trang công dân'), ('kiosk', 'Máy tra cứu'), ('desk', 'Tại quầy')], max_length=8, verbose_name='nơi gửi')),
                ('made_at', models.DateTimeField(verbose_name='gửi lúc')),
                ('due_at', models.DateTimeField(verbose_name='hạn trả lời')),
                ('term', models.CharField(max_length=200, verbose_name='cách tính hạn')),
                ('given_at', models.DateTimeField(null=True, verbose_name='giao lúc')),
                ('answer', models.TextField(blank=True, max_length=4000, verbose_name='trả lời')),
                ('finding', models.CharField(blank=True, choices=[('founded', 'founded'), ('partly', 'partly'), ('unfounded', 'unfounded')], max_length=12, verbose_name='kết luận')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='trả lời lúc')),
                ('dossier', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dossiers.dossier')),
                ('given_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.office')),
            ],
        ),
        migrations.CreateModel(
            name='ComplainedOf',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('complaint', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='named', to='feedback.complaint')),
            ],
        ),
        migrations.CreateModel(
            name='Rating',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('score', models.PositiveSmallIntegerField(verbose_name='điểm')),
                ('channel', models.CharField(choices=[('web', 'Trang công dân'), ('kiosk', 'Máy tra cứu'), ('desk', 'Tại quầy')], max_length=8, verbose_name='nơi trả lời')),
                ('rated_at', models.DateTimeField(verbose_name='trả lời lúc')),
                ('changed_at', models.DateTimeField(verbose_name='đổi lần cuối')),
                ('dossier', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dossiers.dossier')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.office')),
            ],
        ),
        migrations.AddIndex(
            model_name='complaint',
            index=models.Index(fields=['office', 'made_at'], name='complaint_office_made'),
        ),
        migrations.AddIndex(
            model_name='complaint',
            index=models.Index(condition=models.Q(('answered_at', None)), fields=['office', 'due_at'], name='complaint_open'),
        ),
        migrations.AddConstraint(
            model_name='complaint',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['harassment', 'attitude', 'papers', 'lateness', 'other'])), name='complaint_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='complaint',
            constraint=models.CheckConstraint(condition=models.Q(('channel__in', motcua.feedback.models.Channel)), name='complaint_channel_known'),
        ),
        migrations.AddConstraint(
            model_name='complaint',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None), ('finding', '')), models.Q(('answered_at__isnull', False), ('finding__in', ['founded', 'partly', 'unfounded']), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='complaint_answered_in_words'),
        ),
        migrations.AddConstraint(
            model_name='complainedof',
            constraint=models.UniqueConstraint(fields=('complaint', 'account'), name='named_once'),
        ),
        migrations.AddIndex(
            model_name='rating',
            index=models.Index(fields=['office', 'rated_at'], name='rating_office_rated'),
        ),
        migrations.AddConstraint(
            model_name='rating',
            constraint=models.CheckConstraint(condition=models.Q(('score__gte', 1), ('score__lte', 5)), name='rating_score_known'),
        ),
        migrations.AddConstraint(
            model_name='rating',
            constraint=models.CheckConstraint(condition=models.Q(('channel__in', motcua.feedback.models.Channel)), name='rating_channel_known'),
        ),
    ]
