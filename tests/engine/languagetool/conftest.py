"""A stand-in for LanguageTool that does what a test tells it to, over real HTTP."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs

import pytest


def units(text: str) -> int:
    """The length of a text as LanguageTool counts: in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def match(
    text: str,
    start: int,
    end: int,
    rule: str = "HE_VERB_AGR",
    category: str = "GRAMMAR",
    replacements: tuple[str, ...] = ("has",),
) -> dict[str, Any]:
    """A match on ``text[start:end]``, in code points, as LanguageTool sends it."""
    return {
        "message": f"{text[start:end]} is wrong",
        "offset": units(text[:start]),
        "length": units(text[start:end]),
        "replacements": [{"value": value} for value in replacements],
        "rule": {"id": rule, "category": {"id": category}},
    }


def matches(text: str, word: str = "have", **options: Any) -> bytes:
    """The answer of a server that reports each ``word``."""
    found = [match(text, place.start(), place.end(), **options) for place in re.finditer(rf"\b{word}\b", text)]
    return json.dumps({"matches": found}).encode()


class Exchange(BaseHTTPRequestHandler):
    """One request, with the ways to answer it."""

    server: FakeServer

    def do_GET(self) -> None:
        self.answer(b"OK")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode("ascii")
        self.fields = {name: values[0] for name, values in parse_qs(body).items()}
        self.server.asked.append((self.path, self.fields))
        self.server.behave(self)

    @property
    def text(self) -> str:
        return self.fields["text"]

    def answer(self, body: bytes, status: int = 200, *, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


class FakeServer(ThreadingHTTPServer):
    """Attributes: what it was asked, what it does with a request, and an event that ends what hangs."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.behave: Callable[[Exchange], None] = lambda exchange: exchange.answer(matches(exchange.text))
        self.over = Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def texts(self) -> list[str]:
        return [fields["text"] for _, fields in self.asked]

    def handle_error(self, *_: Any) -> None:
        """A client that gave up is what some tests are about."""


@pytest.fixture
def fake() -> Iterator[FakeServer]:
    with FakeServer() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()
