"""E-mail by SMTP: one connection for many letters, and what each answer of a server means."""

import contextlib
import smtplib
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from motcua.core.delivery import Ending
from motcua.messages.channels import TIMEOUT_SECONDS, Answer, Letter

SENDER_FAULT = "máy chủ thư không nhận người gửi"


class Mail:
    """The office's mail server, as the settings name it."""

    def __init__(self) -> None:
        self._open: BaseEmailBackend | None = None

    def send(self, letter: Letter) -> Answer:
        """Until the server has the connection nothing can have arrived; once the letter is under
        way a silence is unclear."""
        try:
            connection = self._connection()
        except smtplib.SMTPAuthenticationError:
            return Answer(Ending.TEMPORARY, "máy chủ thư không nhận mật khẩu", down=True)
        except (OSError, smtplib.SMTPException):
            return Answer(Ending.TEMPORARY, "không nối được máy chủ thư", down=True)
        answer = _handed(connection, letter)
        if answer.ending is not Ending.SENT:
            self.close()  # what the server thinks of the connection is not known
        return answer

    def close(self) -> None:
        kept, self._open = self._open, None
        if kept is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                kept.close()

    def _connection(self) -> BaseEmailBackend:
        if self._open is None:
            made = get_connection(
                "django.core.mail.backends.smtp.EmailBackend", timeout=TIMEOUT_SECONDS
            )
            made.open()
            self._open = made
        return self._open


def _handed(connection: BaseEmailBackend, letter: Letter) -> Answer:
    try:
        connection.send_messages([message_of(letter)])
    except smtplib.SMTPRecipientsRefused as refused:
        return _by_code(max((code for code, _ in refused.recipients.values()), default=550))
    except smtplib.SMTPSenderRefused as refused:
        return Answer(Ending.TEMPORARY, f"{SENDER_FAULT} ({refused.smtp_code})", down=True)
    except smtplib.SMTPResponseException as refused:
        return _by_code(refused.smtp_code)
    except (OSError, smtplib.SMTPException):
        return Answer(Ending.UNCLEAR, "mất nối giữa chừng", down=True)
    except ValueError:
        return Answer(Ending.PERMANENT, "địa chỉ không gửi được")
    return Answer(Ending.SENT)


def _by_code(code: int) -> Answer:
    if 500 <= code < 600:
        return Answer(Ending.PERMANENT, f"máy chủ thư từ chối ({code})")
    return Answer(Ending.TEMPORARY, f"máy chủ thư hẹn lại ({code})")


def message_of(letter: Letter) -> EmailMessage:
    """The letter as mail. The same notice has the same Message-ID, so that a mail program that
    gets it twice can tell."""
    house = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "motcua.invalid"
    return EmailMessage(
        subject=letter.subject,
        body=letter.body,
        to=[letter.address],
        headers={"Message-ID": f"<{letter.key}@{house}>", "Auto-Submitted": "auto-generated"},
    )
