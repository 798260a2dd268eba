from __future__ import annotations

from pathlib import Path

from paralint.checks.mentions import MentionsCheck
from paralint.findings import Safety
from paralint.ruleset.kinds.mentions import MentionsSpec
from paralint.ruleset.load import load
from paralint.text.read import document

RULES = {rule.code: rule for rule in load([Path(__file__).parents[2] / "rules" / "names"]).rules}


def test_a_finding_names_both_places_and_mends_unsafely() -> None:
    text = "Mayor Solveig Haugland spoke first.\n\nSolveig Haugeland was tired. Haugland left."
    (finding,) = MentionsCheck(RULES["NAM002"]).run(document("a.txt", text))
    assert text[finding.span.start : finding.span.end] == "Haugeland"
    (label,) = finding.related
    assert text[label.span.start : label.span.end] == "Haugland"
    assert label.message == "written 'Haugland' here"
    assert finding.fix is not None
    assert finding.fix.safety is Safety.UNSAFE
    assert finding.fix.edits[0].content == "Haugland"


def test_one_form_is_reported_at_most_so_many_times() -> None:
    text = "It was Nino Kapanadze. " + "Kapanadze sang. " * 40 + "Nino Kapandaze danced. " * 30
    assert len(list(MentionsCheck(RULES["NAM002"]).run(document("a.txt", text)))) == 20


def test_a_name_that_the_user_knows_is_right() -> None:
    rule = RULES["NAM002"]
    assert isinstance(rule.spec, MentionsSpec)
    known = rule.with_spec(rule.spec.with_known(["Solveig Haugeland"]))
    text = "Mayor Solveig Haugland spoke first.\n\nSolveig Haugeland was tired. Haugland left."
    assert list(MentionsCheck(known).run(document("a.txt", text))) == []
