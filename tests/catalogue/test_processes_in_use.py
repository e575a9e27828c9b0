"""Every process an office of the demonstration works by is without a fault on the days of it."""

from datetime import date

import pytest

from motcua.catalogue import selectors
from motcua.catalogue.models import Process
from motcua.catalogue.processes.faults import faults_of, hindrances
from motcua.catalogue.processes.scope import Target
from motcua.core.flow.process.check import check
from motcua.organization.selectors import offices
from office import Office

DAYS = (date(2017, 3, 31),)


def test_no_process_on_record_has_a_fault_of_check_process(office: Office) -> None:
    found = {
        f"{row.procedure.slug} {row.effective_on}": [fault.code for fault in check(row.document)]
        for row in Process.objects.select_related("procedure")
    }

    assert found
    assert {name: codes for name, codes in found.items() if codes} == {}


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_who_holds_each_step_is_there_in_every_office_that_works_by_it(
    office: Office, day: date
) -> None:
    found = {}
    for one in (one for one in offices(day) if one.desk):
        for version in selectors.procedures_offered(one.id, day):
            process = selectors.process_for(version.id, one.id, day)
            if process is None:
                continue
            faults = hindrances(faults_of(process.document, Target(one.id), version, day))
            if faults:
                found[f"{one.slug} {version.slug}"] = [fault.message for fault in faults]

    assert found == {}
