from __future__ import annotations

from collections.abc import Callable

import pytest

from paralint.ruleset.problems import Problem
from paralint.ruleset.rule import decode
from paralint.ruleset.tree import parse
from paralint.text.read import document
from tests.support import HEADER, findings_of

WRONG = """\
needs: [tags]
extends: government
find: wrong
governors: [verb, participle, object, noun, adjective]
message: "'{governor}' goes with '{expected}', not with '{found}'"
fix: {replace: "{expected}", safety: unsafe}
"""
MISSING = """\
needs: [tags]
extends: government
find: missing
governors: [verb, noun]
"""

Find = Callable[..., list[str]]


def test_the_preposition_is_reported_with_its_governor_and_only_it_is_mended() -> None:
    text = "The farmers depend solely of the river."
    (finding,) = findings_of(WRONG, text)
    assert text[finding.span.start : finding.span.end] == "depend solely of"
    assert finding.message == "'depend' goes with 'on', not with 'of'"
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert (text[edit.span.start : edit.span.end], edit.content) == ("of", "on")


@pytest.mark.parametrize(
    "text",
    [
        "The river on which the farmers depend for water is dry.",  # the preposition stands before the pronoun
        "They depend of course on rain.",  # a bare noun: an idiom
        "She was born in Accused For The Crown.",  # a name
    ],
)
def test_what_only_looks_like_another_preposition_is_left_alone(find: Find, text: str) -> None:
    assert find(WRONG, text) == []


def test_a_missing_preposition_is_reported_where_nothing_else_explains_the_noun_phrase(find: Find) -> None:
    assert find(MISSING, "They condemned the annexation the island.") == ["annexation the"]
    assert find(MISSING, "After the annexation the island was poor.") == []
    assert find(MISSING, "Rivers annexation the island.") == []


def test_governors_that_the_rule_does_not_name_are_not_looked_at(find: Find) -> None:
    only_nouns = WRONG.replace("[verb, participle, object, noun, adjective]", "[noun]")
    assert find(only_nouns, "The farmers depend of the river.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Annex 9 is devoted for hearses.", "devoted for"),  # tagged as an adjective
        ("Customers complained for the price of the tickets.", "complained for"),  # as a participle
        ("The firm specialises on pumps.", "specialises on"),  # as a noun
        ("She said she was ashamed from what she had done.", "ashamed from"),  # as a participle
        ("They prevented the men of leaving.", "prevented the men of"),
    ],
)
def test_a_governor_is_read_as_what_else_its_form_can_be(find: Find, text: str, found: str) -> None:
    assert find(WRONG.replace("find: wrong", "find: valency"), text) == [found]


def test_of_behind_an_object_belongs_to_it_unless_an_act_follows(find: Find) -> None:
    assert find(WRONG.replace("find: wrong", "find: valency"), "They banned the members of the club.") == []


@pytest.mark.parametrize(
    "text", ["It was the second day of the protest of the farmers.", "They learnt of the pause from the radio."]
)
def test_who_acts_and_where_news_come_from_belong_to_no_governor(find: Find, text: str) -> None:
    assert find(WRONG.replace("find: wrong", "find: valency"), text) == []


def test_an_unknown_kind_of_governor_is_a_problem_of_the_rule() -> None:
    problems: list[Problem] = []
    rule = HEADER + "message: x\n" + MISSING.replace("[verb, noun]", "[adverb]")
    decode(parse(rule, "XYZ001.yml"), problems)
    assert any("adverb" in str(problem) for problem in problems)


def test_a_document_without_words_has_no_findings() -> None:
    assert findings_of(WRONG, "") == []
    assert list(document("x.txt", "").sentences) == []
