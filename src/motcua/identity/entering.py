"""Who a session belongs to: the account and its posts in one query, since every page asks both."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from motcua.identity.actors import with_posts
from motcua.identity.models import Account


class WithPosts(ModelBackend):
    """Django's check of passwords; whom it finds again by their session comes with their posts."""

    def get_user(self, user_id: Any) -> Account | None:
        """The account of a session, None once it may no longer sign in. One query."""
        account = with_posts(Account.objects.filter(pk=user_id)).first()
        return account if account and self.user_can_authenticate(account) else None
