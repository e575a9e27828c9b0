"""Asking a time stamping authority (RFC 3161) over HTTP, with a limit on how long it may take."""

import http.client
import ssl
from urllib.parse import urlsplit

from asn1crypto import tsp
from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError

TIMEOUT_SECONDS = 10
MOST_BYTES = 64 * 1024


class AskedByWeb(TimeStamper):
    """The authority at `url`. Raises TimestampRequestError when it does not answer in time."""

    def __init__(self, url: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.url = url

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """The answer as it came; the caller checks what it says. Blocks: nothing waits here."""
        connection = self._connection()
        try:
            connection.request(
                "POST",
                urlsplit(self.url).path or "/",
                body=req.dump(),
                headers={"Content-Type": "application/timestamp-query"},
            )
            answer = connection.getresponse()
            content = answer.read(MOST_BYTES)
        except (OSError, http.client.HTTPException) as error:
            raise TimestampRequestError("the authority does not answer") from error
        finally:
            connection.close()
        if answer.status != http.HTTPStatus.OK:
            raise TimestampRequestError(f"the authority answered {answer.status}")
        return tsp.TimeStampResp.load(content)

    def _connection(self) -> http.client.HTTPConnection:
        parts = urlsplit(self.url)
        host = parts.hostname or ""
        if parts.scheme == "https":
            context = ssl.create_default_context()
            return http.client.HTTPSConnection(
                host, parts.port, timeout=TIMEOUT_SECONDS, context=context
            )
        return http.client.HTTPConnection(host, parts.port, timeout=TIMEOUT_SECONDS)
