"""The background work of dossiers: registers checked, or written whole."""

from motcua import jobs


@jobs.task()
def bring_register(register: int) -> None:
    """Go on with that import; run twice, it finds what it wrote and adds nothing."""
    from motcua.dossiers.registers import work  # the services that queue this import it
    from motcua.organization import timekeeping

    work.make(register, timekeeping.now(), timekeeping.real_now())
