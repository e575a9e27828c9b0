"""The box of a demonstration: what would have gone out, for everyone to read on its page."""

from datetime import datetime

from motcua.core.delivery import Ending
from motcua.messages.channels import Answer, Letter
from motcua.messages.models import TrialLetter

KEPT = 500


class Trial:
    """Takes the place of one channel."""

    def __init__(self, channel: str, at: datetime) -> None:
        self.channel, self.at = channel, at

    def send(self, letter: Letter) -> Answer:
        """Into the box; the oldest beyond KEPT goes."""
        TrialLetter.objects.create(
            at=self.at,
            channel=self.channel,
            address=letter.address,
            subject=letter.subject,
            body=letter.body,
            key=letter.key,
            office_id=letter.office_id,
        )
        old = TrialLetter.objects.order_by("-id").values("id")[KEPT : KEPT + 1]
        TrialLetter.objects.filter(id__lte=old).delete()
        return Answer(Ending.SENT)

    def close(self) -> None:
        """Nothing is kept open."""
