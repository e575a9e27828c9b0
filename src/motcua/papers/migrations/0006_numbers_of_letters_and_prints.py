"""Letters stand in the register, prints of papers that belong to no dossier in the ledger of prints.

Books go on past what officers wrote down by hand: the highest number of each form in each year.
"""

import django.db.models.deletion
from django.db import migrations, models

LETTERS = (
    ("supplement_requested", "hdhs", "HDHS"),
    ("apologised", "pxl", "PXL"),
    ("extended", "tbgh", "TBGH"),
    ("stopped", "tbd", "TBD"),
    ("consulted", "cvyk", "CV"),
    ("opinion_reminded", "cvyk", "CV"),
)
BOOKS = (("tax_slip", "vb-pctt"), ("fee_refund", "vb-php"))

_GO_ON = """
INSERT INTO papers_numberbook (office_id, kind, year, last)
SELECT p.office_id, %(book)s, extract(year FROM e.at AT TIME ZONE 'Asia/Ho_Chi_Minh'),
       max(substring(e.payload ->> 'document' FROM '^[0-9]+')::integer)
FROM dossiers_event e
JOIN identity_position p ON p.id = e.position_id
WHERE e.kind = %(event)s AND e.payload ->> 'document' ~ %(number)s
GROUP BY 1, 3
ON CONFLICT (office_id, kind, year)
DO UPDATE SET last = greatest(papers_numberbook.last, excluded.last)
"""


def go_on(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        for event, book, suffix in LETTERS:
            cursor.execute(
                _GO_ON,
                {"book": f"vb-{book}", "event": event, "number": f"^[0-9]{{1,6}}(/{suffix})?$"},
            )
    books = apps.get_model("papers", "NumberBook")
    for old, new in BOOKS:
        books.objects.filter(kind=old).update(kind=new)


def go_back(apps, schema_editor):
    books = apps.get_model("papers", "NumberBook")
    for old, new in BOOKS:
        books.objects.filter(kind=new).update(kind=old)


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0016_asked_of_owners'),
        ('identity', '0004_given_by_mistake'),
        ('papers', '0005_documents'),
    ]

    operations = [
        migrations.AddField(
            model_name='document',
            name='seq',
            field=models.PositiveIntegerField(default=0, verbose_name='sự kiện của hồ sơ'),
        ),
        migrations.AddField(
            model_name='print',
            name='subject',
            field=models.CharField(blank=True, default='', max_length=80, verbose_name='giấy nào'),
        ),
        migrations.AlterField(
            model_name='print',
            name='dossier',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dossiers.dossier'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.UniqueConstraint(condition=models.Q(('seq__gt', 0)), fields=('dossier', 'seq'), name='one_letter_an_act'),
        ),
        migrations.AddConstraint(
            model_name='print',
            constraint=models.UniqueConstraint(condition=models.Q(('dossier', None)), fields=('form', 'subject', 'ordinal'), name='one_print_a_time_of_a_subject'),
        ),
        migrations.AddConstraint(
            model_name='print',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('dossier__isnull', False), ('subject', '')), models.Q(('dossier', None), models.Q(('subject', ''), _negated=True)), _connector='OR'), name='print_of_a_dossier_or_a_subject'),
        ),
        migrations.RunPython(go_on, go_back),
    ]
