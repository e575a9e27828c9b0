"""What a certificate says of its owner, in a form that outlives the key file. Pure."""

from dataclasses import dataclass
from datetime import datetime

from asn1crypto import x509

from motcua.core.clock import VN


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """Who a certificate is of, who vouches for it, from when to when; `fingerprint` is its SHA-256
    in hexadecimal."""

    name: str
    organization: str
    issuer: str
    serial: str
    from_at: datetime
    until_at: datetime
    fingerprint: str


def facts_of(certificate: x509.Certificate) -> CertificateFacts:
    """The facts of an X.509 certificate; moments in Asia/Ho_Chi_Minh."""
    subject, issuer = certificate.subject.native, certificate.issuer.native
    validity = certificate["tbs_certificate"]["validity"]
    return CertificateFacts(
        name=_said(subject, "common_name") or certificate.subject.human_friendly,
        organization=_said(subject, "organization_name"),
        issuer=_said(issuer, "common_name") or certificate.issuer.human_friendly,
        serial=f"{certificate.serial_number:x}",
        from_at=validity["not_before"].native.astimezone(VN),
        until_at=validity["not_after"].native.astimezone(VN),
        fingerprint=certificate.sha256.hex(),
    )


def _said(name: dict[str, object], part: str) -> str:
    """One part of a name; several of a kind, the first."""
    found = name.get(part, "")
    return str(found[0]) if isinstance(found, list) else str(found)
