"""The real LanguageTool: its jars from Maven Central, its server on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import ROOT, check_in_a_process, tool

from paralint.engine.languagetool.client import Client, Endpoint, UnavailableError
from paralint.engine.languagetool.layer import Layer
from paralint.engine.languagetool.local import find_java, local_server
from paralint.engine.languagetool.options import Options
from paralint.engine.languagetool.rules import CATEGORIES, RULES
from paralint.findings import Finding
from paralint.ruleset.rule import Status
from paralint.text.read import document

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "paralint" / "languagetool"


@pytest.fixture(scope="module")
def jars() -> Path:
    try:
        find_java()
    except UnavailableError as error:
        pytest.skip(str(error))
    named = os.environ.get("PARALINT_LANGUAGETOOL_JARS")
    if named:
        return Path(named)
    if shutil.which("mvn") is None and not any(CACHE.glob("*/languagetool-server-*.jar")):
        pytest.skip("Maven is needed to fetch LanguageTool")
    fetched: Path = tool("fetch_languagetool").fetch(CACHE)
    return fetched


@pytest.fixture(scope="module")
def server(jars: Path) -> Iterator[Endpoint]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LTP_JAR_DIR_PATH", str(jars))
        with local_server("en-US") as endpoint:
            yield endpoint
    port = int(endpoint.url.rpartition(":")[2])
    with pytest.raises(OSError, match=r"refused|reset"):
        socket.create_connection(("127.0.0.1", port), 2)


def lint(server: Endpoint, text: str, path: str = "x.txt", *ours: Finding, everything: bool = False) -> list[Finding]:
    rules = [rule for rule in RULES if everything or rule.status is Status.STABLE]
    layer = Layer(rules, Options(server.url), {server.url: server})
    return layer.join(document(path, text), ours)


def seen(text: str, findings: list[Finding]) -> list[tuple[str, str, str | None]]:
    return [
        (
            finding.message[1 : finding.message.index("]")],
            text[finding.span.start : finding.span.end],
            finding.fix.edits[0].content if finding.fix else None,
        )
        for finding in findings
    ]


def test_offsets_are_utf_16(server: Endpoint) -> None:
    text = "😀😀 This is a an test. 𝒳 He have gone.\n\nIt was 😀 a accident 🇺🇦 here.\n"
    assert seen(text, lint(server, text)) == [
        ("DT_DT", "a an", "a"),
        ("HE_VERB_AGR", "have", "has"),
        ("EN_A_VS_AN", "a", "an"),
    ]


def test_lengths_are_utf_16(server: Endpoint) -> None:
    text = "😀 This is a 𐐷a 𐐷a test. He have gone.\n"
    assert ("ENGLISH_WORD_REPEAT_RULE", "𐐷a 𐐷a", "𐐷a") in seen(text, lint(server, text))


def test_markup(server: Endpoint) -> None:
    text = "See [the *whole* story](http://x.y): He **have** done `it` &amp; gone.\n"
    assert seen(text, lint(server, text, "x.md")) == [("HE_VERB_AGR", "have", "has")]


def test_spelling_and_style_are_off_until_selected(server: Endpoint) -> None:
    text = "The speling of Zelenskyyy was very unique  indeed.\n"
    assert lint(server, text) == []
    assert {"LTL009"} <= {finding.code for finding in lint(server, text, everything=True)}


def test_categories_are_those_that_we_know(server: Endpoint) -> None:
    text = (ROOT / "seeds" / "000_8140ba24074b4d3e.txt").read_text(encoding="utf-8")[:6_000]
    found = Client(server, "en-US", 120).check(text)
    assert {match.category for match in found} <= {*CATEGORIES, "MISC"}


def test_strange_text(server: Endpoint) -> None:
    for text in (
        "\x00\x01 \ufeff He have gone.",
        "\u202e He have gone\u200b.",
        "He\u00adhave " * 50,
        "𐀀" * 500,
        "\ud800 a",
    ):
        notices = [finding for finding in lint(server, text) if finding.code.startswith("PLT")]
        assert notices == [], text


def test_several_processes_share_one_server(server: Endpoint, tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"This is a an test, number {number}. He have gone.\n")
    outcomes = {
        (ran.returncode, ran.stdout, ran.stderr)
        for jobs in ("1", "3")
        for ran in [
            check_in_a_process(
                tmp_path,
                "--output-format",
                "concise",
                "--languagetool",
                server.url,
                "--select",
                "LTL",
                "--jobs",
                jobs,
                ".",
            )
        ]
    }
    ((code, out, _),) = outcomes
    assert code == 0
    places = [line.partition(" ")[0] for line in out.splitlines() if "LTL001" in line]
    assert places == [f"{number}.txt:1:{column}:" for number in range(4) for column in (9, 33)]


def test_local_through_the_extra(jars: Path, tmp_path: Path) -> None:
    """A release that language-tool-python has fetched, as far as it can tell."""
    pytest.importorskip("language_tool_python")
    home = tmp_path / "languagetool"
    home.mkdir()
    (home / "LanguageTool-6.8").symlink_to(jars, target_is_directory=True)
    (tmp_path / "x.txt").write_text("He have gone.\n")
    ran = check_in_a_process(
        tmp_path,
        "--output-format",
        "concise",
        "--languagetool",
        "local",
        "--select",
        "LTL",
        "x.txt",
        LTP_PATH=str(home),
        LTP_JAR_DIR_PATH="",
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("x.txt:1:4: LTL001")


def test_the_tool_without_maven(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    module = tool("fetch_languagetool")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(module.FetchError, match="Maven"):
        module.fetch(tmp_path)
    (tmp_path / module.VERSION).mkdir()
    assert module.fetch(tmp_path) == tmp_path / module.VERSION, "what is there is not fetched again"
