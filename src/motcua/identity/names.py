"""Names of officials by their accounts, for lists of who did what."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from motcua.identity.models import Account


def names_of(accounts: Iterable[UUID | None]) -> Mapping[UUID, str]:
    """The full name of each account that exists. One query, none without accounts."""
    wanted = {account for account in accounts if account is not None}
    if not wanted:
        return {}
    return dict(Account.objects.filter(uuid__in=wanted).values_list("uuid", "full_name"))
