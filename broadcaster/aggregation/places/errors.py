"""What four libraries and the system say, as refusals a person can act on. Nothing here may tell a password."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator

from broadcaster.aggregation.places.watch import GivenUp, Stalled
from broadcaster.aggregation.secrets import Login
from broadcaster.base.errors import BroadcasterError, Refused

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_UNREACHABLE = {"ConnectError", "ConnectTimeout", "EndpointConnectionError", "ConnectTimeoutError",
                "NoValidConnectionsError", "ClientConnectorError", "ProxyConnectionError", "ClientConnectorDNSError"}
_CUT = {"SSHException", "ReadError", "WriteError", "RemoteProtocolError", "ReadTimeout", "WriteTimeout",
        "ConnectionClosedError", "ReadTimeoutError", "IncompleteReadError", "ResponseStreamingError",
        "HTTPClientError", "ClientOSError", "ServerDisconnectedError", "ClientPayloadError", "ChannelException",
        "IncompleteRead", "EOFError", "BadGatewayError", "ServerTimeoutError", "FSTimeoutError"}
_PASSWORD = {"AuthenticationException", "BadAuthenticationType", "PasswordRequiredException", "NoCredentialsError",
             "PartialCredentialsError", "NoAuthInRequestError"}
_PASSWORD_WORDS = ("InvalidAccessKeyId", "SignatureDoesNotMatch", "AuthFailure", "InvalidToken", "ExpiredToken")


def explained(error: BaseException, place: str, login: Login) -> BroadcasterError:
    """The refusal for a failed call: one code, the place, and the library's own words where they help."""
    if isinstance(error, BroadcasterError):
        return error
    if isinstance(error, GivenUp):
        return Refused("place.cancelled", "called off; nothing was left half done", place=place)
    if isinstance(error, Stalled):
        return Refused("place.timeout", f"{place} does not answer", place=place)
    causes = list(_chain(error))
    code = next((found for each in causes if (found := _code(each))), "place.failed")
    return Refused(code, f"{place}: {_SAID[code]}", place=place, detail=_detail(error, login))


_SAID = {
    "place.password": "user or password is wrong",
    "place.forbidden": "this user may not do that there",
    "place.full": "no room is left there",
    "place.missing": "this folder is not there",
    "place.certificate": "its certificate is not trusted",
    "place.unreachable": "cannot be reached",
    "place.cut": "the line broke off",
    "place.failed": "it did not work",
}


def _code(error: BaseException) -> str:
    """Of one error, or nothing."""
    name, status = type(error).__name__, getattr(error, "status_code", None)
    if name in _PASSWORD or status == 401 or any(word in _service_code(error) for word in _PASSWORD_WORDS):
        return "place.password"
    if isinstance(error, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in str(error):
        return "place.certificate"
    if name == "InsufficientStorage" or status == 507 or (isinstance(error, OSError) and error.errno in _FULL):
        return "place.full"
    if isinstance(error, PermissionError) or name == "ForbiddenOperation" or status == 403:
        return "place.forbidden"
    if isinstance(error, FileNotFoundError) or name in {"ResourceNotFound", "ResourceConflict"}:
        return "place.missing"
    if name in _UNREACHABLE or isinstance(error, ConnectionRefusedError | socket.gaierror) \
            or (isinstance(error, OSError) and error.errno in {errno.EHOSTUNREACH, errno.ENETUNREACH}):
        return "place.unreachable"
    if name in _CUT or isinstance(error, ConnectionError | TimeoutError | EOFError) \
            or str(error) == "Socket is closed":  # paramiko's word, an OSError without a number
        return "place.cut"
    return ""


def _service_code(error: BaseException) -> str:
    response = getattr(error, "response", None)
    return str(response.get("Error", {}).get("Code", "")) if isinstance(response, dict) else ""


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The deepest cause last: S3's own word stands below a PermissionError."""
    below: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in below and len(below) < 8:
        below.append(current)
        current = current.__cause__ or current.__context__
    # Which credentials were wrong says more than that something was forbidden.
    yield from sorted(below, key=lambda item: _code(item) != "place.password")


def _detail(error: BaseException, login: Login) -> str:
    text = f"{type(error).__name__}: {error}"[:300]
    for secret in (login.password, login.user):
        if len(secret) > 2:
            text = text.replace(secret, "***")
    return text
