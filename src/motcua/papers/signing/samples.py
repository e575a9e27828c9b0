"""An invented authority and keys that it vouches for, for demonstrations and tests.

Made when they are needed and kept in the data folder alone; every name says "MẪU".
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

FROM_AT, UNTIL_AT = datetime(2016, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)
AUTHORITY = "CA MẪU Một Cửa, không có giá trị"
PIN = "mau-2017"


@dataclass(frozen=True, slots=True)
class SampleAuthority:
    """An invented authority: its key, and the certificate one has to believe."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        """The root certificate, for `keys/trust`."""
        return self.certificate.public_bytes(Encoding.PEM)

    def key_file(
        self,
        name: str,
        organization: str,
        *,
        pin: str = PIN,
        from_at: datetime = FROM_AT,
        until_at: datetime = UNTIL_AT,
        stamps_time: bool = False,
    ) -> bytes:
        """A PKCS#12 file with a new key of `name`, locked with `pin`.

        `stamps_time`: that of an authority of time.
        """
        key = rsa.generate_private_key(65537, 2048) if stamps_time else _curve()
        certificate = _certificate(
            _name(name, organization), self.certificate.subject, key, self.key, from_at, until_at,
            stamps_time=stamps_time,
        )  # fmt: skip
        return pkcs12.serialize_key_and_certificates(
            name.encode(), key, certificate, [self.certificate],
            BestAvailableEncryption(pin.encode()),
        )  # fmt: skip


def authority(name: str = AUTHORITY) -> SampleAuthority:
    """A new authority; each call makes another."""
    key = _curve()
    own = _name(name, "MẪU")
    return SampleAuthority(
        key, _certificate(own, own, key, key, FROM_AT, UNTIL_AT, is_authority=True)
    )


def _curve() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def _name(name: str, organization: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organization[:64]),
            x509.NameAttribute(NameOID.COMMON_NAME, name[:64]),
        ]
    )


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey,
    signs: ec.EllipticCurvePrivateKey,
    from_at: datetime,
    until_at: datetime,
    *,
    is_authority: bool = False,
    stamps_time: bool = False,
) -> x509.Certificate:
    usage = x509.KeyUsage(
        digital_signature=not is_authority, content_commitment=not is_authority,
        key_cert_sign=is_authority, crl_sign=is_authority, key_encipherment=False,
        data_encipherment=False, key_agreement=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    built = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(from_at)
        .not_valid_after(until_at)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signs.public_key()), critical=False
        )
    )
    if stamps_time:
        only = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        built = built.add_extension(only, critical=True)
    return built.sign(signs, hashes.SHA256())
