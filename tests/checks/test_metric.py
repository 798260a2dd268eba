from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[..., list[tuple[str, str]]]
TEXT = "# One\n\nThis is a short sentence. So is this.\n\n- an item\n"


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("words", "10.00"),
        ("sentences + paragraphs", "5.00"),
        ("heading.h1 + list", "2.00"),
        ("math.sqrt(words - 1)", "3.00"),
        ("words / (sentences - 3)", "inf"),
        ("(heading_h2 == 0 && words >= 10) * 4", "4.00"),
    ],
)
def test_the_value_of_a_formula(find_vale: Find, formula: str, value: str) -> None:
    rule = f"extends: metric\nmessage: 'value %s'\nformula: |\n  {formula}\ncondition: '> 1'\n"
    assert find_vale(rule, TEXT) == [("", f"value {value}")]


def test_a_condition_that_does_not_hold(find_vale: Find) -> None:
    assert find_vale("extends: metric\nmessage: x\nformula: words\ncondition: '> 10'\n", TEXT) == []


def test_a_file_without_prose_has_no_value(find_vale: Find) -> None:
    assert find_vale("extends: metric\nmessage: x\nformula: words\ncondition: '< 10'\n", "```\ncode\n```\n") == []


def test_readability_is_the_mean_of_grades(find_vale: Find) -> None:
    rule = "extends: readability\nmessage: 'grade %s'\nmetrics: [Gunning Fog, SMOG]\ngrade: GRADE\n"
    hard = "The comprehensive intergovernmental examination systematically underestimated environmental consequences.\n"
    assert find_vale(rule.replace("GRADE", "8"), "The cat sat on the mat. The dog did not.\n") == []
    ((quote, message),) = find_vale(rule.replace("GRADE", "8"), hard)
    assert quote == ""
    assert float(message.removeprefix("grade ")) > 15


def test_in_our_own_dialect(find: Callable[..., list[str]]) -> None:
    rule = "extends: metric\nformula: words / sentences\ncondition: '> 3'\nmessage: \"{value} words a sentence\"\n"
    assert find(rule, "One two three four.") == [""]
    assert find(rule, "One two. Three four.") == []
