from __future__ import annotations

import pytest

from paralint.evidence.names.doubtful_titles import doubtful_titles
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "kind", "form", "major"),
    [
        ("Father Zbigniew Kaczorek wept. Dad Zbigniew left.", "wrong-title", "Dad", "Father"),
        ("The hill fell, and Foreman Rakesh Negi dug.", "wrong-title", "Foreman", "Chief"),
        ("The cup went to Great Master Emil Vandersteen.", "wrong-title", "Great Master", "Grandmaster"),
        ("Colonel Zwanzo Vlaicu led them. It was clear, Colonel Zwanzo said.", "likely-first-name", "Zwanzo", "Vlaicu"),
    ],
)
def test_titles(text: str, kind: str, form: str, major: str) -> None:
    (flaw,) = doubtful_titles(document("a.txt", text))
    assert (flaw.kind, flaw.form, flaw.major) == (kind, form, major)


@pytest.mark.parametrize(
    "text",
    [
        "Father Zbigniew Kaczorek wept. Sister Zofia left.",
        "Sir Ian Vlaicu led them. Mr Vlaicu is dead.",
        "Countess Zwanzo Vlaicu led them. It was clear, Countess Zwanzo said.",
    ],
)
def test_what_is_right(text: str) -> None:
    assert not doubtful_titles(document("a.txt", text))


def test_a_title_that_sounds_like_the_one_the_text_has() -> None:
    (flaw,) = doubtful_titles(document("a.txt", "Major Augustin Lind refused. The mayor has no money."))
    assert (flaw.form, flaw.major) == ("Major", "Mayor")
    assert doubtful_titles(document("a.txt", "Major Augustin Lind left the army. The mayor has no money.")) == ()
