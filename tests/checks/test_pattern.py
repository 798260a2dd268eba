from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import findings_of

Find = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        # one token, by each key
        ("[{lower: foo}]", "foo Foo", ["foo", "Foo"]),
        ("[{text: Foo}]", "foo Foo", ["Foo"]),
        ("[{regex: 'fo+'}]", "foo Fooo of", ["foo", "Fooo"]),
        ("[{like: number}]", "in 1999 or $3.5", ["1999", "3.5"]),
        ("[{shape: upper}]", "NATO Nato nato", ["NATO"]),
        ("[{shape: capital, regex: 'n.*'}]", "NATO Nato nato", ["NATO", "Nato"]),
        ("[{shape: lower, regex: 'n.*'}]", "NATO Nato nato", ["nato"]),
        ("[{lower: a}, {sound: vowel}]", "a hour, a unit, a owl", ["a hour", "a owl"]),
        ("[{lower: [foo, bar], not: {text: Foo}}]", "foo Foo bar", ["foo", "bar"]),
        ("[{any: [{text: A}, {lower: b}]}]", "A a B b", ["A", "B", "b"]),
        ("[{lower: ',', space-before: true}]", "a , b, c", [","]),
        ("[{lower: ',', space-before: false}, {lower: c}]", "a , c, c", [", c"]),
        ("[{lower: foo, elsewhere: lower, shape: capital}]", "Foo foo Foo", ["Foo", "Foo"]),
        ("[{lower: foo, elsewhere: lower, shape: capital}]", "Foo Foo", []),
        ("[{lower: foo, first: true}]", "“Foo foo. (Foo) foo", ["Foo", "Foo"]),
        ("[{lower: foo, first: false}]", "“Foo foo. (Foo) foo", ["foo", "foo"]),
        # several
        ("[{lower: in}, {lower: the}, {lower: end}]", "In the end, in an end", ["In the end"]),
        ("[{lower: very, max: 3}, {lower: good}]", "very very good, very good, good", ["very very good", "very good"]),
        (
            "[{lower: not}, {lower: so, min: 0}, {lower: good}]",
            "not good, not so good, not so so good",
            ["not good", "not so good"],
        ),
        (
            "[{lower: if}, {lower: then, skip: 2}]",
            "if a then, if a b then, if a b c then",
            ["if a then", "if a b then"],
        ),
        # marks
        ("[{lower: will}, {lower: has, mark: true}]", "he will has it", ["has"]),
        ("[{lower: a, mark: true}, {lower: b}, {lower: c, mark: true}]", "a b c", ["a b c"]),
        # alternatives
        ("[[{lower: a}, {lower: b}], [{lower: c}]]", "a b c b", ["a b", "c"]),
    ],
)
def test_matches(find: Find, pattern: str, text: str, expected: list[str]) -> None:
    assert find(f"extends: pattern\npattern: {pattern}", text) == expected


CAPTION = "The two guards of the tunnel who were asked about the fire on the night train left at Monday"


@pytest.mark.parametrize(
    ("last", "text", "expected"),
    [
        ("{not: {lower: talks}}", f"{CAPTION}\n\n{CAPTION} talks\n\n{CAPTION}.", 2),
        ("{text: ['.', ',']}", f"{CAPTION}\n\n{CAPTION}, she said", 2),
        ("{lower: x, min: 0}, {text: ['.', ',']}", CAPTION, 1),
        ("{text: '.'}", f"{CAPTION}\n\n{CAPTION}.", 1),  # asks for nothing else
        ("{text: ['.', ','], mark: true}", f"{CAPTION}\n\n{CAPTION}.", 1),  # and is to be reported
        ("{text: ['.', ','], space-before: false}", f"{CAPTION}\n\n{CAPTION}.", 1),
        ("{lower: talks}", f"{CAPTION}\n\n{CAPTION} talks", 1),
    ],
)
def test_the_end_of_a_caption_counts_as_a_full_stop(find: Find, last: str, text: str, expected: int) -> None:
    pattern = f"extends: pattern\npattern: [{{lower: at}}, {{lower: monday, mark: true}}, {last}]"
    assert len(find(pattern, text)) == expected


def test_a_headline_is_no_sentence(find: Find) -> None:
    pattern = "extends: pattern\npattern: [{lower: at}, {lower: monday, mark: true}, {text: ['.', ',']}]"
    assert len(find(pattern, f"# Guard left at Monday\n\n{CAPTION}\n", path="x.md")) == 1


def test_a_pattern_stays_inside_its_sentence(find: Find) -> None:
    assert find("extends: pattern\npattern: [{lower: in}, {lower: '.'}, {lower: the}]", "He is in. The end.") == []


def test_sentence_edges(find: Find) -> None:
    text = "But he left. He left, but late. “But why?” And then but."
    assert find("extends: pattern\nstart: true\npattern: [{lower: but}]", text) == ["But", "But"]
    assert find("extends: pattern\nend: true\npattern: [{lower: but}]", text) == ["but"]


def test_an_antipattern_counts_where_it_takes_in_what_is_reported(find: Find) -> None:
    pattern = "extends: pattern\npattern: [{lower: the}, {lower: end, mark: true}]\n"
    rule = pattern + "unless:\n  - [{lower: in}, {}, {lower: end}]"
    assert find(rule, "In the end. The end. End in the end, the end.") == ["end", "end"]


def test_captures_reach_the_message_and_the_fix() -> None:
    rule = (
        "extends: pattern\npattern: [{lower: will}, {regex: '[a-z]+', as: verb, mark: true}]\n"
        "message: \"'{verb}' behind '{0}'\"\nfix: {replace: '{verb:VB}', safety: unsafe}"
    )
    (finding,) = findings_of(rule, "He will went.")
    assert finding.message == "'went' behind 'will'"
    assert finding.fix is not None
    assert finding.fix.edits[0].content == "go"


def test_quoted_tokens_are_told_from_others(find: Find) -> None:
    rule = "needs: [quotations]\nextends: pattern\npattern: [{lower: our, quoted: "
    text = "He said “our house” was our house."
    assert find(rule + "true}]", text) == ["our"]
    assert len(find(rule + "false}]", text)) == 1


def test_tags_are_looked_at_per_place(find: Find) -> None:
    rule = "needs: [tags]\nextends: pattern\npattern: [{tag: 'NN*', lower: [plan, plans]}]"
    assert find(rule, "They plan to change the plan.") == ["plan"]


WORDS = st.lists(st.sampled_from(["a", "b", "c", "."]), max_size=12)


@given(WORDS)
def test_optional_tokens_agree_with_a_regex(words: list[str]) -> None:
    import re

    text = " ".join(words)
    rule = "extends: pattern\npattern: [{lower: a}, {lower: b, min: 0, max: 2}, {lower: c}]"
    # Without full stops the whole text is one sentence, where both ways to say it must find the same.
    text = text.replace(".", "d")
    found = [text[finding.span.start : finding.span.end] for finding in findings_of(rule, text)]
    assert found == [match[0] for match in re.finditer(r"\ba(?: b){0,2} c\b", text)]
