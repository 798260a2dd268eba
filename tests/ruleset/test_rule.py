from __future__ import annotations

import pytest
from support import WHOLE_RULE

from paralint.findings import Confidence, Safety, Severity, Span
from paralint.ruleset.problems import Problem
from paralint.ruleset.rule import Rule, Status, decode, mark, unmark
from paralint.ruleset.tree import parse
from paralint.text.blocks import BlockKind


def read(text: str) -> tuple[Rule | None, list[Problem]]:
    problems: list[Problem] = []
    return decode(parse(text, "r.yml"), problems), problems


def one_problem(old: str, new: str) -> Problem:
    """The only problem that the good rule has after a change."""
    assert old in WHOLE_RULE
    rule, problems = read(WHOLE_RULE.replace(old, new, 1))
    assert rule is None
    assert len(problems) == 1, list(map(str, problems))
    return problems[0]


def test_a_rule_is_read() -> None:
    rule, problems = read(WHOLE_RULE)
    assert not problems
    assert rule is not None
    assert (rule.code, rule.name, rule.kind, rule.family) == ("XYZ001", "bad-word", "existence", "XYZ")
    assert (rule.severity, rule.confidence, rule.status) == (Severity.WARNING, Confidence.MEDIUM, Status.STABLE)
    assert rule.safety is Safety.SAFE
    assert [example.marks for example in rule.examples] == [(Span(2, 5),), (Span(2, 5), Span(9, 12)), (), ()]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("severity:", "severty:", 5, "unknown key 'severty' (did you mean 'severity'?)"),
        (
            "warning",
            "warnin",
            5,
            "'severity' must be one of info, warning, error; found 'warnin' (did you mean 'warning'?)",
        ),
        ("existence", "existance", 7, "'extends' must be one of"),
        (
            "{match}",
            "{match:VBQ}",
            10,
            "a word has the forms VB, VBP, VBZ, VBD, VBN, VBG, singular, plural, indefinite",
        ),
        ("severity:", "confirmed: 1.2\nseverity:", 5, "'confirmed' must be a probability below 1, found 1.2"),
        ("XYZ001", "XY1", 2, "a code is three capitals and three digits, as in GRM012; found 'XY1'"),
        ("bad-word", "Bad Word", 3, "a name is lower-case words joined by hyphens; found 'Bad Word'"),
        ("ba[rz]", "ba[rz", 9, "bad regex 'ba[rz': "),
        ("{match}", "{word}", 10, "'{word}' is no field of this rule; it has match"),
        ("{match}", "{match", 10, "stray '{'"),
        ("safety: safe", "safety: sure", 11, "'safety' must be one of safe, unsafe"),
        ("paralint: 1", "paralint: 2", 1, "this version of paralint reads rules of 'paralint: 1', found '2'"),
        ("true", "maybe", 8, "'ignorecase' must be true or false, found 'maybe'"),
        ("[foo, 'ba[rz]']", "[foo, foo]", 9, "'foo' stands twice in 'tokens'"),
        ("[foo, 'ba[rz]']", "{foo: bar}", 9, "'tokens' must be a text or a list of texts"),
    ],
)
def test_a_mistake_is_shown_where_it_stands(old: str, new: str, line: int, message: str) -> None:
    problem = one_problem(old, new)
    assert problem.line == line
    assert problem.message.startswith(message)
    assert problem.source == WHOLE_RULE.replace(old, new, 1).splitlines()[line - 1]


@pytest.mark.parametrize(
    ("token", "message"),
    [
        ("{tag: VBQ}", "there is no tag 'VBQ' (did you mean 'VB'?)"),
        ("{tag: 'XX*'}", "there is no tag 'XX*'"),
        ("{in: weekday}", "there is no word list 'weekday' (did you mean 'weekdays'?); a file ends in .txt"),
        ("{in: none.txt}", "the word list 'none.txt' cannot be read: No such file or directory"),
    ],
)
def test_a_token_names_only_what_there_is(token: str, message: str) -> None:
    pattern = f"extends: pattern\nneeds: [tags]\npattern: [{{lower: a}}, {token}]\n"
    _, problems = read(WHOLE_RULE.replace("extends: existence\nignorecase: true\ntokens: [foo, 'ba[rz]']\n", pattern))
    assert [problem.message[: len(message)] for problem in problems] == [message]


@pytest.mark.parametrize("key", ["code", "name", "summary", "message", "why"])
def test_a_missing_key_is_named(key: str) -> None:
    lines = [line for line in WHOLE_RULE.splitlines() if not line.startswith(f"{key}:")]
    _, problems = read("\n".join(lines))
    assert [problem.message for problem in problems] == [f"missing key '{key}'"]


def test_all_mistakes_of_a_file_are_reported_at_once() -> None:
    text = WHOLE_RULE.replace("XYZ001", "x").replace("warning", "w").replace("ba[rz]", "(")
    assert len(read(text)[1]) == 3


def test_a_rule_without_examples_is_refused() -> None:
    rule, problems = read(WHOLE_RULE[: WHOLE_RULE.index("examples:")])
    assert rule is None
    assert problems[0].message == "missing key 'examples': a rule shows at least two bad and two good texts"


def test_a_rule_needs_two_of_each_and_a_near_miss() -> None:
    assert "found 2 bad, 1 good" in one_problem('  - {good: "Nothing."}\n', "").message
    assert "near miss" in one_problem(", why: a longer word", "").message


def test_marks_belong_to_bad_examples_only() -> None:
    assert "marks" in one_problem("A food stands.", "A [[food]] stands.").message
    assert "marks" in one_problem("A [[foo]] stands.", "A foo stands.").message


@pytest.mark.parametrize(
    ("scope", "kinds"),
    [
        ("text", frozenset()),
        ("heading", {BlockKind.HEADING}),
        ("[heading, list]", {BlockKind.HEADING, BlockKind.ITEM}),
        ("~heading", set(BlockKind) - {BlockKind.HEADING}),
    ],
)
def test_scope(scope: str, kinds: set[BlockKind]) -> None:
    rule, problems = read(WHOLE_RULE.replace("extends:", f"scope: {scope}\nextends:"))
    assert not problems
    assert rule is not None
    assert rule.scope == frozenset(kinds)


def test_a_layer_that_is_used_must_be_declared() -> None:
    text = WHOLE_RULE.replace("extends: existence", "extends: pattern").replace(
        "ignorecase: true\ntokens: [foo, 'ba[rz]']", "pattern: [{tag: NN}]"
    )
    _, problems = read(text)
    assert [problem.message for problem in problems] == ["this rule uses tags: write 'needs: [tags]'"]


def test_mark_undoes_unmark() -> None:
    marked = "[[a]] b [[c d]]"
    assert mark(*unmark(marked)) == marked


def test_unmark_returns_spans_of_the_clean_text() -> None:
    assert unmark("a [[b]] [[cd]] e") == ("a b cd e", (Span(2, 3), Span(4, 6)))
