"""A course's key: it signs receipts. The public half is beside it, for anybody who wants to check a receipt.

Ed25519 by ``cryptography``: a student can check a signature and cannot make one, which a shared secret does not allow.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes

from autograder.core.files import write_atomically
from autograder.core.languages import message
from autograder.desk.course_file import CourseUnusable
from autograder.desk.course_lock import Work, alone

SECRET, PUBLIC = "course.key", "course.pub"
LTI_SECRET = "lti.key"
LTI_BITS = 3072


class CourseKey:
    """The key of a course, made the first time.

    Args:
        folder: the course's.

    Raises:
        CourseUnusable: it cannot be read, or other users can read it.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / SECRET
        found = own_key(path, Ed25519PrivateKey.generate)
        if not isinstance(found, Ed25519PrivateKey):
            raise CourseUnusable(message("{file} is not a key of the kind Ed25519.", file=path))
        self.secret = found
        self.public = PublicKey(found.public_key())
        public = folder / PUBLIC
        if not public.exists() or public.read_bytes() != self.public.encoded:
            write_atomically(public, self.public.encoded)

    def sign(self, data: bytes) -> bytes:
        return self.secret.sign(data)


class LtiKey:
    """The key by which a learning platform knows the course in LTI 1.3, made the first time: RSA, as the specification asks for.

    Attributes:
        private, public: as PEM.

    Raises:
        CourseUnusable: see ``own_key``.
    """

    def __init__(self, folder: Path) -> None:
        found = own_key(folder / LTI_SECRET, lambda: rsa.generate_private_key(65537, LTI_BITS))
        if not isinstance(found, rsa.RSAPrivateKey):
            raise CourseUnusable(message("{file} is not a key of the kind RSA.", file=folder / LTI_SECRET))
        pem = serialization.Encoding.PEM
        self.private = found.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()).decode()
        self.public = found.public_key().public_bytes(pem, serialization.PublicFormat.SubjectPublicKeyInfo).decode()


def own_key(path: Path, make: Callable[[], PrivateKeyTypes]) -> PrivateKeyTypes:
    """A secret key in a file that only this user can read, made the first time.

    Args:
        make: makes a new one. Of two processes that do so at the same moment, both get the key of the first.

    Raises:
        CourseUnusable: it cannot be read, or other users can read it.
    """
    if not path.exists():
        encoded = make().private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        with alone(path.parent, Work.KEYS):
            if not path.exists():
                write_atomically(path, encoded, private=True)
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise CourseUnusable(message("Other users can read {file}, so its signatures prove nothing. Run   chmod 600 {file}   or make a new course.", file=path))
    try:
        return serialization.load_pem_private_key(path.read_bytes(), None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise CourseUnusable(message("{file} is not a key.", file=path)) from error


class PublicKey:
    """The half of a course's key that may be given away."""

    def __init__(self, key: Ed25519PublicKey) -> None:
        self.key = key

    @classmethod
    def read(cls, path: Path) -> PublicKey:
        """
        Raises:
            CourseUnusable: it is not a public key.
        """
        try:
            found = serialization.load_pem_public_key(path.read_bytes())
        except (OSError, ValueError, UnsupportedAlgorithm) as error:
            raise CourseUnusable(message("{file} is not the public key of a course ({name}).", file=path, name=PUBLIC)) from error
        if not isinstance(found, Ed25519PublicKey):
            raise CourseUnusable(message("{file} is not a public key of the kind Ed25519.", file=path))
        return cls(found)

    @property
    def encoded(self) -> bytes:
        return self.key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)

    @property
    def fingerprint(self) -> str:
        """The beginning of the key's hash, by which people compare keys."""
        return hashlib.sha256(self.encoded).hexdigest()[:16]

    def has_signed(self, data: bytes, signature: bytes) -> bool:
        """Whether the other half has signed exactly these bytes."""
        try:
            self.key.verify(signature, data)
        except InvalidSignature:
            return False
        return True
