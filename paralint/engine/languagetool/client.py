"""Asking a LanguageTool server over its HTTP API, version 2 (https://languagetool.org/http-api/).

The server is not trusted: it may be gone, hang, die in the middle, or answer anything at all. Whatever it does ends in
matches or in a ``LanguageToolError`` that says what was wrong.
"""

from __future__ import annotations

import json
import re
import time
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from http.client import HTTPException, HTTPResponse, IncompleteRead
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from paralint.values import NamedTuple

_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_LARGEST = 64_000_000  # bytes: no honest answer to one request is longer
_CHUNK = 65_536
_POLL = 0.2
_SURROGATE = re.compile("[\ud800-\udfff]")


class LanguageToolError(Exception):
    """A text could not be checked. The message says why."""


class RefusedError(LanguageToolError):
    """The server works, but would not check this text."""


class UnavailableError(LanguageToolError):
    """There is no server that could check anything."""


class _BrokenError(UnavailableError):
    """The connection broke, or none could be made: a server that died looks like this."""


class Endpoint(NamedTuple):
    """Where a server answers.

    Attributes:
        url: its address, without ``/v2``.
        restart: seconds within which somebody restarts the server if it dies; 0 if nobody does.
    """

    url: str
    restart: float = 0.0


class Match(NamedTuple):
    """What LanguageTool found: ``text[first:last]`` in code points, the ids of its rule and category, its words."""

    first: int
    last: int
    rule: str
    category: str
    message: str
    replacement: str | None


class Client:
    """Asks one server. After it was found unavailable it is not asked again."""

    def __init__(self, endpoint: Endpoint, language: str, timeout: float) -> None:
        self._endpoint = endpoint
        self._language = language
        self._timeout = timeout
        self._opener = _opener(endpoint.url)
        self._failure = ""

    def check(
        self, text: str, disabled_categories: Sequence[str] = (), disabled_rules: Sequence[str] = ()
    ) -> list[Match]:
        """Return the matches in ``text``, in the server's order.

        Raises:
            RefusedError: the server would not check this text.
            UnavailableError: the server cannot be asked, now and later.
        """
        if self._failure:
            raise UnavailableError(self._failure)
        fields = {
            "language": self._language,
            # A lone surrogate has no form in UTF-8; what stands in for it has the same length.
            "text": _SURROGATE.sub("\ufffd", text),
            "disabledCategories": ",".join(disabled_categories),
            "disabledRules": ",".join(disabled_rules),
        }
        body = urlencode({name: value for name, value in fields.items() if value}).encode("ascii")
        try:
            try:
                answer = self._ask("check", body)
            except _BrokenError:
                if not self._restarted():
                    raise
                answer = self._ask("check", body)
            return _matches(answer, text)
        except UnavailableError as error:
            self._failure = str(error)
            raise

    def ready(self) -> bool:
        """Whether the server says that it is up."""
        try:
            self._ask("healthcheck")
        except LanguageToolError:
            return False
        return True

    def _restarted(self) -> bool:
        """Wait for a server that died to come back."""
        deadline = time.monotonic() + self._endpoint.restart
        while time.monotonic() < deadline:
            time.sleep(_POLL)
            if self.ready():
                return True
        return False

    def _ask(self, method: str, body: bytes | None = None) -> bytes:
        deadline = time.monotonic() + self._timeout
        try:
            request = Request(f"{self._endpoint.url}/v2/{method}", body, {"Accept": "application/json"})
            with self._opener.open(request, timeout=self._timeout) as response:
                return self._read(response, deadline)
        except HTTPError as error:
            with error:
                raise self._refusal(error) from error
        except TimeoutError as error:
            raise self._late() from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._late() from error
            raise _BrokenError(f"{self._endpoint.url} cannot be reached: {error.reason}") from error
        except (OSError, HTTPException, UnicodeError) as error:  # the last from a host name that cannot be one
            what = str(error) or type(error).__name__
            raise _BrokenError(f"{self._endpoint.url} broke off its answer: {what}") from error

    def _read(self, response: HTTPResponse, deadline: float) -> bytes:
        """Read an answer to its end. The socket's own time limit holds for each piece, ours for all of them."""
        chunks = []
        size = 0
        while chunk := response.read1(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            if time.monotonic() > deadline:
                raise self._late()
            if size > _LARGEST:
                raise UnavailableError(f"{self._endpoint.url} answered without end")
        if response.length:
            raise IncompleteRead(b"", response.length)
        return b"".join(chunks)

    def _late(self) -> UnavailableError:
        return UnavailableError(f"{self._endpoint.url} did not answer within {self._timeout:g} s")

    def _refusal(self, error: HTTPError) -> LanguageToolError:
        url = self._endpoint.url
        if error.code < 400:
            return UnavailableError(f"{url} sends on to {error.headers.get('Location')}; name that address instead")
        if error.code in (404, 405):
            return UnavailableError(f"{url} is no server of LanguageTool: HTTP {error.code} at {error.url}")
        try:
            said = " ".join(error.read(200).decode(errors="replace").split())
        except (OSError, HTTPException):
            said = ""
        return RefusedError(f"{url} refused the text with HTTP {error.code}" + (f": {said}" if said else ""))


class _NoRedirect(HTTPRedirectHandler):
    """Text goes to the server that was named and to no other."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _opener(url: str) -> OpenerDirector:
    # A proxy of the environment is not asked for a server on this machine.
    proxies = [ProxyHandler({})] if urlsplit(url).hostname in _LOOPBACK else []
    return build_opener(_NoRedirect, *proxies)


def _matches(answer: bytes, text: str) -> list[Match]:
    try:
        read = json.loads(answer)
        offsets = _CodePoints(text)
        found = [_match(entry, offsets) for entry in read["matches"]]
        complete = not read.get("warnings", {}).get("incompleteResults")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        start = answer[:60].decode(errors="replace")
        raise UnavailableError(f"the server answered nonsense ({type(error).__name__}): {start!r}") from error
    if not complete:
        raise RefusedError("the server gave up in the middle of the text, for want of time by its own settings")
    return found


def _match(entry: dict[str, Any], offsets: _CodePoints) -> Match:
    first, length, rule = entry["offset"], entry["length"], entry["rule"]
    words = [entry["message"], rule["id"], rule["category"]["id"]]
    replacements = [option["value"] for option in entry["replacements"]]
    if not all(isinstance(value, str) for value in (*words, *replacements)):
        raise TypeError("a text is expected")
    if type(first) is not int or type(length) is not int or not 0 <= first <= first + length <= offsets.length:
        raise ValueError("a range outside the text")
    message, identifier, category = words
    return Match(
        offsets.before(first),
        offsets.behind(first + length),
        identifier,
        category,
        message,
        replacements[0] if replacements else None,
    )


class _CodePoints:
    """Leads from LanguageTool's offsets, in UTF-16 code units, to code points. An offset between the two units of a
    character is taken to its outer edge.

    Attributes:
        length: of the text, in UTF-16 code units.
    """

    def __init__(self, text: str) -> None:
        astral = [] if text.isascii() else [index for index, character in enumerate(text) if character > "\uffff"]
        self._seconds = [index + count + 1 for count, index in enumerate(astral)]  # the second unit of each pair
        self.length = len(text) + len(astral)

    def before(self, unit: int) -> int:
        return unit - bisect_right(self._seconds, unit)

    def behind(self, unit: int) -> int:
        return unit - bisect_left(self._seconds, unit)
