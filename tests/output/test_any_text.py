"""Whatever the text and wherever the spans: every format renders, and what it says can be read back."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from paralint.engine.report import FileReport
from paralint.findings import Confidence, Edit, Finding, Fix, Label, Safety, Severity, Span
from paralint.output import FORMATS, Context, render

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "findings.schema.json").read_text(encoding="utf-8"))
CONTEXT = Context(version="1", rules={})

# Long lines of words, all kinds of line ends, wide, joined, invisible and forbidden characters.
PIECES = st.one_of(
    st.sampled_from(
        ["word ", "another ", "\n", "\r\n", "\r", "\n\n", "\t", "\x1b[31m", "東京", "e\u0301", "\u202e", "]]>"]
    ),
    st.sampled_from(
        ["a paragraph of many words " * 20, "x" * 300, "\u1100\u1161", "\U0001f468\u200d\U0001f469", "\u2028"]
    ),
    st.text(st.characters(), max_size=8),
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)
NAMES = st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=12)
WORDS = st.text(st.characters(), max_size=20)


@st.composite
def findings(draw: st.DrawFn, text: str) -> Finding:
    def span() -> Span:
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        return Span(start, draw(st.sampled_from((end, min(end, start + 6)))))

    edits = tuple(Edit(span(), draw(WORDS)) for _ in range(draw(st.integers(0, 2))))
    return Finding(
        code=draw(st.sampled_from(("NAM001", "CON002", "PLT900", "X1"))),
        name=draw(st.sampled_from(("fused-name", "<b>"))),
        span=span(),
        message=draw(WORDS),
        severity=draw(st.sampled_from(Severity)),
        confidence=draw(st.sampled_from(Confidence)),
        related=tuple(Label(span(), draw(WORDS)) for _ in range(draw(st.integers(0, 5)))),
        fix=draw(st.sampled_from((None, Fix(edits, draw(st.sampled_from(Safety)), draw(WORDS))))),
        url=draw(st.sampled_from((None, "https://example.org/"))),
    )


@st.composite
def file_reports(draw: st.DrawFn) -> FileReport:
    text = draw(TEXTS)
    found = draw(st.lists(findings(text), max_size=3))
    return FileReport(draw(NAMES), text, tuple(found), draw(st.integers(0, 9)), draw(st.booleans()))


REPORTS = st.lists(file_reports(), max_size=2)


def rendered(name: str, reports: list[FileReport], context: Context = CONTEXT) -> str:
    text = "".join(render(name, reports, context))
    text.encode("utf-8")
    return text


def loaded(reports: list[FileReport]) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads(rendered("json", reports))
    return records


@given(REPORTS)
@settings(max_examples=40, deadline=None)
def test_every_format_renders_and_the_same_twice(reports: list[FileReport]) -> None:
    for name in FORMATS:
        assert rendered(name, reports) == rendered(name, reports)


@given(REPORTS)
@settings(max_examples=40, deadline=None)
def test_json_is_valid_and_points_at_the_text(reports: list[FileReport]) -> None:
    records = loaded(reports)
    Draft202012Validator(SCHEMA).validate(records)
    pairs = [(report, finding) for report in reports for finding in report.findings]
    assert len(records) == len(pairs)
    for record, (report, finding) in zip(records, pairs, strict=True):
        assert (record["offset"], record["end_offset"]) == (finding.span.start, finding.span.end)
        assert offset(report.text, record["location"]) == finding.span.start
        assert offset(report.text, record["end_location"]) == finding.span.end
        assert [offset(report.text, label["location"]) for label in record["related"]] == [
            label.span.start for label in finding.related
        ]
        assert (record["message"], record["filename"]) == (finding.message, report.filename)


def offset(text: str, location: dict[str, int]) -> int:
    """Find an offset again by a way of its own: each character, CR before LF aside, is on the line that it ends."""
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", text)
    return sum(map(len, lines[: location["row"] - 1])) + location["column"] - 1


@given(REPORTS)
@settings(max_examples=40, deadline=None)
def test_json_lines_are_the_elements_of_json(reports: list[FileReport]) -> None:
    lines = rendered("json-lines", reports).splitlines()
    assert [json.loads(line) for line in lines] == loaded(reports)


@given(REPORTS)
@settings(max_examples=40, deadline=None)
def test_concise_agrees_with_json(reports: list[FileReport]) -> None:
    *lines, summary = rendered("concise", reports).split("\n")[:-1]
    for line, record in zip(lines, loaded(reports), strict=True):
        place = f":{record['location']['row']}:{record['location']['column']}: {record['code']} [{record['severity']}] "
        assert place in line
    assert summary.startswith("Found" if lines else "No findings")


@pytest.mark.parametrize("name", ["concise", "full"])
@given(reports=REPORTS)
@settings(max_examples=40, deadline=None)
def test_nothing_steers_the_terminal(name: str, reports: list[FileReport]) -> None:
    colored = rendered(name, reports, Context("1", {}, color=True))
    plain = re.sub(r"\x1b\[[0-9;]+m", "", colored)
    uncolored = rendered(name, reports)
    assert [line.rstrip() for line in plain.split("\n")] == [line.rstrip() for line in uncolored.split("\n")]
    for character in plain:
        assert character == "\n" or unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(character) not in (
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        )


@given(REPORTS)
@settings(max_examples=40, deadline=None)
def test_junit_is_xml_with_one_case_a_finding(reports: list[FileReport]) -> None:
    root = ElementTree.parse(io.BytesIO(rendered("junit", reports).encode())).getroot()
    assert [len(suite) for suite in root] == [max(1, len(report.findings)) for report in reports]
    for suite in root:
        assert int(suite.attrib["tests"]) == len(suite)
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert int(suite.attrib["errors"]) == len(suite.findall("testcase/error"))


@given(REPORTS)
@settings(max_examples=40, deadline=None)
def test_github_is_one_command_a_finding(reports: list[FileReport]) -> None:
    lines = rendered("github", reports).split("\n")[:-1]
    assert len(lines) == sum(len(report.findings) for report in reports)
    for line, record in zip(lines, loaded(reports), strict=True):
        command = re.fullmatch(
            r"::(error|warning|notice) file=[^:,]*,line=(\d+),endLine=(\d+)(,col=\d+,endColumn=\d+)?,title=[^:,]+::.*",
            line,
        )
        assert command is not None
        assert int(command[2]) == record["location"]["row"]
        assert int(command[3]) == record["end_location"]["row"]
        assert (command[4] is None) == (command[2] != command[3])


@given(REPORTS)
@settings(max_examples=40, deadline=None)
def test_rdjson_counts_bytes(reports: list[FileReport]) -> None:
    diagnostics = json.loads(rendered("rdjson", reports))["diagnostics"]
    pairs = [(report, finding) for report in reports for finding in report.findings]
    for diagnostic, (report, finding) in zip(diagnostics, pairs, strict=True):
        for end, at in (("start", finding.span.start), ("end", finding.span.end)):
            position = diagnostic["location"]["range"][end]
            data = report.text.encode("utf-8", "surrogatepass")
            lines = re.findall(rb"[^\r\n]*(?:\r\n|\r|\n|\Z)", data)
            reached = sum(map(len, lines[: position["line"] - 1])) + position["column"] - 1
            assert reached == len(report.text[:at].encode("utf-8", "surrogatepass"))


@given(REPORTS)
@settings(max_examples=40, deadline=None)
def test_gitlab_fingerprints_are_unique_within_a_file(reports: list[FileReport]) -> None:
    for report in reports:
        issues = json.loads(rendered("gitlab", [report]))
        assert len({issue["fingerprint"] for issue in issues}) == len(report.findings)
        assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}


class Balance(HTMLParser):
    """Follows the open elements; whatever is loaded or run would have to name an attribute here."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: set[str] = set()
        self.tags: set[str] = set()
        self.articles = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.articles += tag == "article"
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(REPORTS)
@settings(max_examples=40, deadline=None)
def test_html_is_balanced_and_lets_no_text_become_markup(reports: list[FileReport]) -> None:
    page = Balance()
    page.feed(rendered("html", reports))
    page.close()
    assert not page.open
    assert page.articles == sum(len(report.findings) for report in reports)
    assert page.attributes <= {
        "lang",
        "charset",
        "name",
        "content",
        "aria-labelledby",
        "id",
        "scope",
        "href",
        "class",
        "dir",
    }
    assert not page.tags & {"script", "img", "link", "b", "iframe"}
