from __future__ import annotations

import subprocess
import sys

import pytest

from paralint.engine.languagetool.options import server_of


@pytest.mark.parametrize(
    ("value", "server"),
    [
        ("local", "local"),
        (" Local ", "local"),
        ("false", None),
        ("off", None),
        ("http://localhost:8081", "http://localhost:8081"),
        ("http://localhost:8081/", "http://localhost:8081"),
        ("http://localhost:8081/v2", "http://localhost:8081"),
        ("https://example.org/lt/v2/check", "https://example.org/lt"),
        ("http://[::1]:8081/v2/", "http://[::1]:8081"),
    ],
)
def test_servers(value: str, server: str | None) -> None:
    assert server_of(value) == server


@pytest.mark.parametrize(
    "value",
    [
        "",
        "true",
        "lokal",
        "localhost:8081",
        "ftp://x",
        "file:///etc/passwd",
        "http://",
        "http://x:port",
        "http://x?a=b",
        "http://x#a",
        "http://me@x",
        "http://x/é",
        "http://x y",
    ],
)
def test_what_is_no_server(value: str) -> None:
    with pytest.raises(ValueError, match="'languagetool' is local, false or the address of a server"):
        server_of(value)


def test_the_layer_costs_nothing_where_it_is_off() -> None:
    program = (
        "import sys, paralint.cli.main, paralint.engine.runner, paralint.engine.settings;"
        "print([name for name in ('urllib.request', 'subprocess', 'language_tool_python') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
