"""What single formats promise beside their golden files."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from paralint.engine.report import FileReport
from paralint.engine.score import Part, Score
from paralint.findings import Finding, Label, Severity, Span
from paralint.output import FORMATS, Context, render

SCHEMA = Path(__file__).parents[2] / "docs" / "findings.schema.json"
DOCUMENTS = SCHEMA.with_name("documents.schema.json")


def finding(severity: Severity = Severity.ERROR, url: str | None = None, code: str = "NAM001") -> Finding:
    return Finding(code, "n", Span(0, 1), "m", severity, url=url)


def report(*findings: Finding, name: str = "a.txt", text: str = "x\n", broken: bool = False) -> FileReport:
    return FileReport(name, text, findings, broken=broken)


def output(name: str, *reports: FileReport, context: Context | None = None) -> str:
    return "".join(render(name, reports, context or Context("1", {})))


def test_schema_is_a_schema_and_refuses_what_is_not_in_the_contract() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    records = json.loads(output("json", report(finding())))
    validator = Draft202012Validator(schema)
    assert validator.is_valid(records)
    for key in records[0]:
        assert not validator.is_valid([{name: value for name, value in records[0].items() if name != key}])
    assert not validator.is_valid([{**records[0], "more": 1}])


def test_url_of_the_finding_goes_before_that_of_its_rule(reports: list[FileReport], context: Context) -> None:
    records = json.loads(output("json", *reports, context=context))
    urls = {record["code"]: record["url"] for record in records if record["filename"].startswith("articles")}
    assert urls == {
        "CON002": None,
        "NAM003": "https://example.org/n",
        "CON001": "https://example.org/own-page",
        "GRM041": None,
    }


@pytest.mark.parametrize(
    ("reports", "sentence"),
    [
        ([], "No findings in 0 files."),
        ([report()], "No findings in 1 file."),
        ([report(finding())], "Found 1 finding (1 error) in 1 file."),
        (
            [report(finding(), finding(Severity.INFO), finding(Severity.INFO)), report(finding(Severity.WARNING))],
            "Found 4 findings (1 error, 1 warning, 2 infos) in 2 files.",
        ),
        ([report(finding()), report()], "Found 1 finding (1 error) in 1 of 2 files."),
        ([report(broken=True)], "No findings in 1 file. 1 file was not checked completely."),
    ],
)
def test_summary(reports: list[FileReport], sentence: str) -> None:
    for name in ("concise", "full"):
        assert output(name, *reports).splitlines()[-1] == sentence


@pytest.mark.parametrize("name", ["concise", "full", "json", "json-lines", "github", "gitlab", "junit", "rdjson"])
def test_streams_while_reports_come_in(name: str) -> None:
    def reports() -> Iterator[FileReport]:
        yield report(finding())
        pytest.fail("the first finding was not written before the second report was read")

    pieces = render(name, reports(), Context("1", {}))
    shown = ""
    while "NAM001" not in shown:
        shown += next(pieces)


def test_same_finding_in_two_files_has_two_gitlab_fingerprints() -> None:
    issues = json.loads(output("gitlab", report(finding()), report(finding(), name="b.txt")))
    assert issues[0]["fingerprint"] != issues[1]["fingerprint"]
    records = json.loads(output("json", report(finding()), report(finding(), name="b.txt")))
    assert records[0]["fingerprint"] == records[1]["fingerprint"]


def test_html_links_only_to_web_pages() -> None:
    assert 'href="https://e.org/?a&amp;b=&quot;"' in output("html", report(finding(url='https://e.org/?a&b="')))
    assert "javascript:" not in output("html", report(finding(url="javascript:alert(1)")))


def test_html_lists_known_families_in_their_order_then_the_others() -> None:
    page = output("html", report(*(finding(code=code) for code in ("ZZZ1", "AAA1", "PLT001", "GRM001", "NAM001"))))
    assert re.findall('scope="row">([^<]+)<', page) == ["Names", "Grammar", "Notices of paralint", "AAA", "ZZZ"]


def test_junit_tells_trouble_of_paralint_from_damage_of_the_text() -> None:
    broken = output("junit", report(finding(), finding(code="PLT900"), broken=True))
    assert (broken.count("<failure"), broken.count("<error")) == (1, 1)
    assert "<error" not in output("junit", report(finding(code="PLT900")))


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(KeyError):
        render("xml", [], Context("1", {}))


def imported(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(shown.stdout.split())


def test_importing_the_package_imports_no_format() -> None:
    modules = imported("import paralint.output")
    assert "json" not in modules
    assert not {name for name in modules if name.startswith("paralint.output.")}


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_imports_nothing_heavy_and_no_other_format(name: str) -> None:
    modules = imported(f"import paralint.output.{FORMATS[name]}")
    others = {f"paralint.output.{module}" for module in FORMATS.values()} - {f"paralint.output.{FORMATS[name]}"}
    assert not modules & {*others, "rich", "yaml", "regex", "numpy", "xml"}
    assert ("json" in modules) == (name in ("json", "json-lines", "documents", "sarif", "gitlab", "rdjson"))


@pytest.mark.parametrize("name", ["concise", "full"])
def test_the_summary_tells_of_restatements_where_they_are_many(name: str) -> None:
    spun, other = (report(name=f"{letter}.txt")._replace(rate=rate) for letter, rate in (("b", 12.68), ("c", 7.0)))
    edited = report()._replace(rate=1.9)
    assert output(name, edited) == "No findings in 1 file.\n"
    assert output(name, report()) == "No findings in 1 file.\n"
    assert output(name, spun) == "No findings in 1 file. 12.7 restatements per 100 sentences.\n"
    assert output(name, edited, spun) == "No findings in 2 files. Restatements per 100 sentences: 12.7 in b.txt.\n"
    assert output(name, edited, other, spun) == (
        "No findings in 3 files. 2 files with more than 5 restatements per 100 sentences, most: 12.7 in b.txt.\n"
    )


def test_sarif_has_the_rate_of_each_file_that_has_one() -> None:
    log = json.loads(output("sarif", report(name="b.txt")._replace(rate=12.68), report()))
    assert log["runs"][0]["properties"] == {"restatementsPer100Sentences": {"b.txt": 12.7}}
    assert "properties" not in json.loads(output("sarif", report()))["runs"][0]


@pytest.mark.parametrize("name", ["concise", "full"])
def test_the_summary_tells_the_score_and_what_makes_it_up(name: str) -> None:
    def scored(points: float, filename: str = "a.txt") -> FileReport:
        return report(name=filename)._replace(score=Score(points, (Part("GRM", points - 1), Part("restatements", 1.0))))

    assert output(name, report()._replace(score=Score(0.0))) == "No findings in 1 file.\n"
    assert output(name, scored(12.3)) == "No findings in 1 file. Score 12 of 100 (grammar 11, restatements 1).\n"
    assert output(name, scored(12.3, "b.txt"), scored(4.0)) == (
        "No findings in 2 files. Highest score: 12 of 100 in b.txt (grammar 11, restatements 1).\n"
    )
    assert output(name, scored(50.0), scored(81.5, "b.txt"), scored(49.9)) == (
        "No findings in 3 files. 2 files have a score of 50 or more, "
        "highest: 82 of 100 in b.txt (grammar 80, restatements 1).\n"
    )


def test_sarif_has_score_parts_and_rate_of_each_document() -> None:
    log = json.loads(output("sarif", report(name="b.txt")._replace(rate=2.26, score=Score(9.0, (Part("NAM", 9.0),)))))
    (artifact,) = log["runs"][0]["artifacts"]
    assert artifact == {
        "location": {"uri": "b.txt"},
        "properties": {"score": 9.0, "parts": {"NAM": 9.0}, "restatementsPer100Sentences": 2.3},
    }
    assert "artifacts" not in json.loads(output("sarif", report()))["runs"][0]


def test_each_finding_tells_of_its_document(reports: list[FileReport]) -> None:
    about = [record["document"] for record in json.loads(output("json", reports[0], report(finding())))]
    assert about == [{"score": 63.4, "restatement_rate": 4.2}] * 4 + [{"score": None, "restatement_rate": None}]


def test_documents_has_a_line_for_each_document(reports: list[FileReport]) -> None:
    schema = json.loads(DOCUMENTS.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    records = [json.loads(line) for line in output("documents", *reports).splitlines()]
    assert [record["filename"] for record in records] == [report.filename for report in reports]
    for record in records:
        Draft202012Validator(schema).validate(record)
    article, clean, _, broken = records
    assert article["parts"] == {"CON": 40.1, "NAM": 20.2, "restatements": 3.1}
    assert article["worst"] == [
        {"location": {"row": 3, "column": 1}, "end_location": {"row": 3, "column": 180}, "score": 71.0}
    ]
    assert (clean["findings"], clean["score"], clean["restatement_rate"]) == (0, 0.0, None)
    assert (broken["complete"], broken["score"], broken["worst"]) == (False, None, [])


def test_a_label_may_point_into_another_file() -> None:
    label = Label(Span(9, 12), "told here", "old.txt")
    told = report(finding()._replace(related=(label,)))._replace(others={"old.txt": "one\n\ntwo six\n"})
    (record,) = json.loads(output("json", told))
    assert record["related"] == [
        {
            "message": "told here",
            "filename": "old.txt",
            "location": {"row": 3, "column": 5},
            "end_location": {"row": 3, "column": 8},
        }
    ]
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate([record])
    (result,) = json.loads(output("sarif", told))["runs"][0]["results"]
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "old.txt"}
    for name in ("github", "rdjson", "junit"):
        assert "old.txt:3:5: told here" in output(name, told)
    assert "::: old.txt:3:5\n" in output("full", told)
    assert "old.txt, line 3, column 5: told here" in output("html", told)
