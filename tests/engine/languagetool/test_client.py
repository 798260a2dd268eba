"""The client against servers of every kind: each ends in matches or in one clear message."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paralint.engine.languagetool import client as client_module
from paralint.engine.languagetool.client import Client, Endpoint, RefusedError, UnavailableError
from tests.engine.languagetool.conftest import Exchange, FakeServer, match, matches

TEXT = "He have gone."


def client(fake: FakeServer, timeout: float = 10.0, restart: float = 0.0) -> Client:
    return Client(Endpoint(fake.url, restart), "en-US", timeout)


def test_a_match(fake: FakeServer) -> None:
    (found,) = client(fake).check(TEXT)
    assert (found.first, found.last, found.rule, found.category) == (3, 7, "HE_VERB_AGR", "GRAMMAR")
    assert (found.message, found.replacement) == ("have is wrong", "has")


def test_what_is_sent(fake: FakeServer) -> None:
    client(fake).check("a\ud800\u00e9", ("TYPOS", "STYLE"), ("R1", "R2"))
    client(fake).check("b")
    assert fake.asked == [
        (
            "/v2/check",
            {"language": "en-US", "text": "a\ufffdé", "disabledCategories": "TYPOS,STYLE", "disabledRules": "R1,R2"},
        ),
        ("/v2/check", {"language": "en-US", "text": "b"}),
    ]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), st.text(st.sampled_from("ab é\u2019\ufffc😀𝒳🇺🇦"), min_size=1, max_size=30))
def test_places_are_code_points_whatever_stands_before_or_inside(
    fake: FakeServer, data: st.DataObject, text: str
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    fake.behave = lambda exchange: exchange.answer(json.dumps({"matches": [match(text, start, end)]}).encode())
    (found,) = client(fake).check(text)
    assert (found.first, found.last) == (start, end)


def test_half_a_character_is_widened_to_the_whole(fake: FakeServer) -> None:
    entry = {**match("", 0, 0), "offset": 2, "length": 2}  # the second unit of one, the first unit of the next
    fake.behave = lambda exchange: exchange.answer(json.dumps({"matches": [entry]}).encode())
    (found,) = client(fake).check("a😀😀b")
    assert (found.first, found.last) == (1, 3)


GOOD = match(TEXT, 3, 7)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>Hello</html>",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b"[]",
        b"3",
        b'{"software": {}}',
        b'{"matches": 5}',
        b'{"matches": null}',
        b'{"matches": ["have"]}',
        b'{"matches": [], "warnings": 3}',
        *(
            json.dumps({"matches": [GOOD | change]}).encode()
            for change in (
                {"offset": -1},
                {"offset": "3"},
                {"offset": True},
                {"offset": 3.0},
                {"length": 11},
                {"length": -4},
                {"rule": None},
                {"rule": {"id": "R"}},
                {"rule": {"id": 3, "category": {"id": "GRAMMAR"}}},
                {"message": None},
                {"replacements": None},
                {"replacements": [{"value": 1}]},
            )
        ),
    ],
)
def test_nonsense(fake: FakeServer, answer: bytes) -> None:
    fake.behave = lambda exchange: exchange.answer(answer)
    asking = client(fake)
    for _ in range(2):
        with pytest.raises(UnavailableError, match="answered nonsense"):
            asking.check(TEXT)
    assert len(fake.asked) == 1, "a server that was found useless is not asked again"


@pytest.mark.parametrize(
    ("status", "body"), [(500, b"Internal Error: out of cheese"), (413, b"Text too long"), (429, b"")]
)
def test_a_refused_text_is_no_reason_to_give_up_the_server(fake: FakeServer, status: int, body: bytes) -> None:
    fake.behave = lambda exchange: (
        exchange.answer(body, status) if exchange.text == TEXT else exchange.answer(matches(exchange.text))
    )
    asking = client(fake)
    with pytest.raises(RefusedError, match=f"HTTP {status}.*{body.decode()}"):
        asking.check(TEXT)
    assert len(asking.check("They have.")) == 1


def test_another_kind_of_server(fake: FakeServer) -> None:
    fake.behave = lambda exchange: exchange.answer(b"not found", 404)
    with pytest.raises(UnavailableError, match="is no server of LanguageTool"):
        client(fake).check(TEXT)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_text_is_not_sent_on_to_another_server(fake: FakeServer, status: int) -> None:
    with FakeServer() as other:
        other.timeout = 0
        fake.behave = lambda exchange: exchange.answer(b"", status, Location=f"{other.url}/v2/check")
        with pytest.raises(UnavailableError, match="sends on to http"):
            client(fake).check(TEXT)
        other.handle_request()
        assert other.asked == []


def test_a_proxy_is_not_asked_for_this_machine(fake: FakeServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert len(client(fake).check(TEXT)) == 1


def hang(exchange: Exchange) -> None:
    exchange.server.over.wait(20)


def hang_in_the_middle(exchange: Exchange) -> None:
    exchange.answer(b'{"matches"', length=1000)
    exchange.server.over.wait(20)


def drip(exchange: Exchange) -> None:
    exchange.answer(b"", length=1000)
    while not exchange.server.over.wait(0.05):
        exchange.wfile.write(b" ")


@pytest.mark.parametrize("behave", [hang, hang_in_the_middle, drip])
def test_a_server_that_hangs(fake: FakeServer, behave: Callable[[Exchange], None]) -> None:
    fake.behave = behave
    with pytest.raises(UnavailableError, match=r"did not answer within 0\.4 s"):
        client(fake, timeout=0.4).check(TEXT)


def test_an_answer_without_end(fake: FakeServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "_LARGEST", 100_000)
    fake.behave = lambda exchange: exchange.answer(b" " * 200_000)
    with pytest.raises(UnavailableError, match="without end"):
        client(fake).check(TEXT)


def close(exchange: Exchange) -> None:
    exchange.connection.shutdown(socket.SHUT_RDWR)


def die_in_the_middle(exchange: Exchange) -> None:
    exchange.answer(b'{"matches": [', length=1000)
    close(exchange)


def speak_no_http(exchange: Exchange) -> None:
    exchange.wfile.write(b"220 mail.example.org ESMTP\r\n")
    close(exchange)


DEATHS = [close, die_in_the_middle, speak_no_http]


@pytest.mark.parametrize("behave", DEATHS)
def test_a_server_that_dies(fake: FakeServer, behave: Callable[[Exchange], None]) -> None:
    fake.behave = behave
    with pytest.raises(UnavailableError, match=r"broke off its answer|cannot be reached"):
        client(fake).check(TEXT)
    assert len(fake.asked) == 1


def test_an_answer_that_is_not_the_whole(fake: FakeServer) -> None:
    answer = {"warnings": {"incompleteResults": True}, "matches": [GOOD]}
    fake.behave = lambda exchange: exchange.answer(json.dumps(answer).encode())
    with pytest.raises(RefusedError, match="gave up in the middle of the text"):
        client(fake).check(TEXT)


@pytest.mark.parametrize("host", ["a" * 70, "a..b", "no-such-host.invalid"])
def test_a_host_that_cannot_be(host: str) -> None:
    with pytest.raises(UnavailableError, match=r"cannot be reached|broke off"):
        Client(Endpoint(f"http://{host}"), "en-US", 5).check(TEXT)


def test_a_server_that_is_not_there() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(UnavailableError, match="cannot be reached"):
        Client(Endpoint(f"http://127.0.0.1:{port}"), "en-US", 5).check(TEXT)


@pytest.mark.parametrize("behave", DEATHS)
def test_a_server_that_is_restarted_is_asked_once_more(fake: FakeServer, behave: Callable[[Exchange], None]) -> None:
    def first_dies(exchange: Exchange) -> Any:
        return behave(exchange) if len(fake.asked) == 1 else exchange.answer(matches(exchange.text))

    fake.behave = first_dies
    asking = client(fake, restart=10)
    assert len(asking.check(TEXT)) == 1
    assert len(asking.check(TEXT)) == 1
    assert len(fake.asked) == 3


def test_a_server_that_dies_again_is_given_up(fake: FakeServer) -> None:
    fake.behave = close
    with pytest.raises(UnavailableError):
        client(fake, restart=10).check(TEXT)
    assert len(fake.asked) == 2
