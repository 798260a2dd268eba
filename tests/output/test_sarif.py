from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from paralint.engine.report import FileReport
from paralint.findings import Finding, Severity, Span
from paralint.output import Context, render

OWN_SCHEMA = Path(__file__).with_name("sarif.schema.json")


def log(reports: list[FileReport], context: Context) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads("".join(render("sarif", reports, context)))
    return loaded


def uri(filename: str) -> str:
    finding = Finding("NAM001", "n", Span(0, 0), "m", Severity.ERROR)
    results = log([FileReport(filename, "", (finding,))], Context("1", {}))["runs"][0]["results"]
    location: str = results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    return location


def test_has_what_the_standard_requires_and_nothing_unknown(reports: list[FileReport], context: Context) -> None:
    schema = json.loads(OWN_SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(log(reports, context))
    Draft202012Validator(schema).validate(log([], context))


@pytest.mark.skipif(
    "PARALINT_SARIF_SCHEMA" not in os.environ, reason="needs the path of OASIS's sarif-schema-2.1.0.json"
)
def test_is_valid_by_the_schema_of_oasis(reports: list[FileReport], context: Context) -> None:
    schema = json.loads(Path(os.environ["PARALINT_SARIF_SCHEMA"]).read_text(encoding="utf-8"))
    Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER).validate(log(reports, context))


def test_rules_are_those_that_were_found_and_results_point_at_them(reports: list[FileReport], context: Context) -> None:
    run = log(reports, context)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({finding.code for report in reports for finding in report.findings})
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    named = {rule["id"]: rule for rule in rules}
    assert named["NAM003"]["fullDescription"]["text"] == "Why?\nBecause."
    assert named["NAM003"]["helpUri"] == "https://example.org/n"
    assert named["GRM001"]["fullDescription"]["text"] == "No such contraction"
    assert named["GRM001"]["defaultConfiguration"]["level"] == "warning"
    assert named["CON001"] == {"id": "CON001", "name": "period-changes"}


def test_a_broken_file_is_an_unsuccessful_execution(reports: list[FileReport], context: Context) -> None:
    def successful(some: list[FileReport]) -> bool:
        found: bool = log(some, context)["runs"][0]["invocations"][0]["executionSuccessful"]
        return found

    assert not successful(reports)
    assert successful([report for report in reports if not report.broken])


@pytest.mark.parametrize(
    ("filename", "expected"),
    [
        ("seeds/a b.txt", "seeds/a%20b.txt"),
        ("./a.txt", "a.txt"),
        ("a:b#c?d%.txt", "a%3Ab%23c%3Fd%25.txt"),
        ("é東.txt", "%C3%A9%E6%9D%B1.txt"),
        ("raw\udcff.txt", "raw%FF.txt"),
        ("/srv/a b.txt", "file:///srv/a%20b.txt"),
        ("C:/texts/a.txt", "file:///C:/texts/a.txt"),
    ],
)
def test_file_names_become_uri_references(filename: str, expected: str) -> None:
    assert uri(filename) == expected
