"""SMS and Zalo through a provider that takes JSON over HTTP.

Asked: `POST <address>` with `Authorization: Bearer <key>`, `Idempotency-Key` and
`{"channel","to","text","key"}`. Answered: 2xx with `{"id": "…"}` when it has the notice. Redirects
are not followed: the key would go where nobody sent it.
"""

import http.client
import json
import ssl
import time
from urllib.parse import urlsplit

from motcua.core.delivery import Ending
from motcua.messages.channels import TIMEOUT_SECONDS, Answer, Letter

MOST_BYTES = 65_536
LATER = frozenset({401, 403, 404, 408, 425, 429})
"""Refusals that speak of us or of the moment, not of the one who is to be told."""


class Provider:
    """One address of a provider, for one channel."""

    def __init__(self, channel: str, url: str, key: str) -> None:
        self.channel, self.url, self.key = channel, url, key

    def send(self, letter: Letter) -> Answer:
        """Nothing can have arrived before the connection stands; after the question went out, a
        silence or an answer nobody can read is unclear."""
        connection = self._connection()
        try:
            connection.connect()
        except (OSError, http.client.HTTPException):
            connection.close()
            return Answer(Ending.TEMPORARY, "không nối được nơi gửi tin", down=True)
        try:
            status, body = self._asked(connection, letter)
        except (OSError, http.client.HTTPException):
            return Answer(Ending.UNCLEAR, "nơi gửi tin không trả lời", down=True)
        finally:
            connection.close()
        return _meaning(status, body)

    def close(self) -> None:
        """Nothing is kept open."""

    def _connection(self) -> http.client.HTTPConnection:
        parts = urlsplit(self.url)
        host = parts.hostname or ""
        if parts.scheme == "https":
            context = ssl.create_default_context()
            return http.client.HTTPSConnection(
                host, parts.port, timeout=TIMEOUT_SECONDS, context=context
            )
        return http.client.HTTPConnection(host, parts.port, timeout=TIMEOUT_SECONDS)

    def _asked(self, connection: http.client.HTTPConnection, letter: Letter) -> tuple[int, bytes]:
        parts = urlsplit(self.url)
        said = {
            "channel": self.channel,
            "to": letter.address,
            "text": letter.body,
            "key": str(letter.key),
        }
        connection.request(
            "POST",
            f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}",
            body=json.dumps(said, ensure_ascii=False).encode(),
            headers={
                "Authorization": f"Bearer {self.key}",
                "Content-Type": "application/json",
                "Idempotency-Key": str(letter.key),
            },
        )
        answer = connection.getresponse()
        return answer.status, _read(answer)


def _read(answer: http.client.HTTPResponse) -> bytes:
    """The body, at most MOST_BYTES and not for longer than TIMEOUT_SECONDS however it trickles."""
    end, found = time.monotonic() + TIMEOUT_SECONDS, b""
    while len(found) < MOST_BYTES:
        part = answer.read1(MOST_BYTES)
        if not part:
            return found
        found += part
        if time.monotonic() > end:
            raise TimeoutError
    return found


def _meaning(status: int, body: bytes) -> Answer:
    if 200 <= status < 300:
        return _taken(body)
    if status in LATER or status >= 500:
        return Answer(Ending.TEMPORARY, f"nơi gửi tin chưa nhận ({status})", down=True)
    return Answer(Ending.PERMANENT, f"nơi gửi tin từ chối ({status})")


def _taken(body: bytes) -> Answer:
    """Taken only when the provider names what it took."""
    try:
        said = json.loads(body)
    except ValueError:
        return Answer(Ending.UNCLEAR, "nơi gửi tin trả lời không đọc được", down=True)
    if isinstance(said, dict) and said.get("id"):
        return Answer(Ending.SENT)
    return Answer(Ending.UNCLEAR, "nơi gửi tin trả lời không đọc được", down=True)
