from __future__ import annotations

import pytest

from paralint.evidence.names.translated import translated_names
from paralint.evidence.names.translations import translations
from paralint.text.document import Document
from paralint.text.read import document


def read(text: str) -> Document:
    return document("a.txt", text)


def test_words_of_other_languages() -> None:
    assert translations("Étoile") == {"star"}
    assert translations("Qqq") == translations("Ωmega") == frozenset()


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("We met Ana Lopes. We asked Jana Piekarz. No, said Baker.", "Baker", "Piekarz"),
        ("We asked Jana Piekarz. No, Ms. Baker sleeps.", "Baker", "Piekarz"),
        ("She works for Lago Azul. Nobody at Blue Lake knew.", "Blue Lake", "Lago Azul"),
        ("The dog of Joris de Graf barked. It was Joris the Graf who ran.", "Joris the Graf", "Joris de Graf"),
        ("They rely on Andes-Crédito. The men of Andes-Credit left.", "Andes-Credit", "Andes-Crédito"),
    ],
)
def test_a_name_put_into_english(text: str, form: str, major: str) -> None:
    (flaw,) = translated_names(read(text))
    assert (flaw.kind, flaw.form, flaw.major) == ("foreign", form, major)


@pytest.mark.parametrize(
    "text",
    [
        "We asked Jana Piekarz. The Baker said no.",
        "We asked Jana Piekarz. John Baker slept. No, said Baker.",
        "We sailed through Canal Azar. The Azar Channel is deep.",
        "He trains at Sul Norte. Nobody in North Dakota knew.",
        "",
    ],
)
def test_a_name_of_its_own(text: str) -> None:
    assert translated_names(read(text)) == ()
