"""Who a session belongs to: the account and its posts in one query, since every page asks both."""

import json
from functools import cache
from typing import Any

from django.contrib.auth.backends import ModelBackend

from motcua.identity.actors import with_posts
from motcua.identity.models import Account

_NOBODY = -1


class WithPosts(ModelBackend):
    """Django's check of passwords; whom it finds again by their session comes with their posts."""

    def get_user(self, user_id: Any) -> Account | None:
        """The account of a session, None once it may no longer sign in. One query."""
        sql, values = _statement()
        wanted = [user_id if value == _NOBODY else value for value in values]
        for account in Account.objects.raw(sql, wanted):
            row: Any = account
            row.own_posts = [_read(post) for post in row.own_posts]
            row.lent_posts = [_read(post) for post in row.lent_posts]
            return account if self.user_can_authenticate(account) else None
        return None


@cache
def _statement() -> tuple[str, tuple[Any, ...]]:
    """What `with_posts` asks, put into SQL once a process: doing so costs more than asking."""
    return with_posts(Account.objects.filter(pk=_NOBODY)).query.sql_with_params()


def _read(post: Any) -> Any:
    return json.loads(post) if isinstance(post, str) else post
