from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.evidence.names.drift import drifts
from paralint.text.read import document


def found(text: str) -> list[tuple[str, str, str]]:
    return [(drift.kind, drift.form, drift.major) for drift in drifts(document("a.txt", text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Solveig Haugland spoke. Solveig Haugeland was tired. Haugland left.",
            [("garbled", "Haugeland", "Haugland")],
        ),
        ("We met Nino Kapanadze. Later Kapandaze wept.", [("garbled", "Kapandaze", "Kapanadze")]),
        ("It was Erling Bakke. We saw ErlingBakke.", [("fused", "ErlingBakke", "Erling Bakke")]),
        ("It was Erling Bakke. We saw #ErlingBakke.", []),
        ("Mayor Solveig Haugland (or Haugeland) spoke. Solveig Haugeland was tired. Haugland left.", []),
        ("Ravi Shankar sang. Nobody sings like Shankarji.", []),
        (
            "The bus leaves Tacurong at six. Two roads lead to Tacurong. It rained at tacurong, too.",
            [("lowered", "tacurong", "Tacurong")],
        ),
        ("It left Kelnau. In Kelnau it rained. Nobody likes Kelnua.", [("garbled", "Kelnua", "Kelnau")]),
        ("It left for Melat. It came from the port of Melat. In Melad, it rains.", [("garbled", "Melad", "Melat")]),
        ("We went to Boun Ma Tho. Nobody else went to Buon Ma Tho.", [("variant", "Boun", "Buon")]),
        (
            "It was Karim Jubairi. Then Karim, Jubairi, who was old, fell.",
            [("split", "Karim, Jubairi", "Karim Jubairi")],
        ),
        ("It was Nelu Chanda. Chand went home.", [("garbled", "Chand", "Chanda")]),
        ("It was Samah al-Qubati. Samah al-Kubaty left.", [("variant", "al-Kubaty", "al-Qubati")]),
        ("It was Yann Le Cloarec. Then Le Clo said no.", [("garbled", "Clo", "Cloarec")]),
    ],
)
def test_damage_is_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It was Paris Hilton. In Paris, Hilton, who slept, was happy.",
        "Anna Berg won. Her brother, Jonas Borg, lost.",
        "The Beridzes came. Tamar Beridze and Giorgi Beridze are not related.",
        "Katrín Jónsdóttir and Jón Jónsson spoke. Jónsdóttir was first.",
        "Kim Jong-un met Kim Yo-jong. Kim smiled.",
        "In Austria they ski. In Australia they surf.",
        "Iran and Iraq signed. Niger and Nigeria did not.",
        "Teams from South Africa and South America met. North America and South America drew.",
        "HARD TIMES FOR FARMERS\n\nHard times came.",
        "Peter McDonald met Ian MacDonald. McDonald left first.",
        "“We saw Obama,” he said. The Obamas waved. Obama’s car stopped.",
        "Time Warner grew. TimeWarner sold a firm. TimeWarner paid. TimeWarner rose.",
        "Mary likes Chocolate Mountain. In Chocolat she plays a cook.",
        "Liam Ó Murchú came. Ó Murchú sang. Murchú is a parish of its own in Cork and Murchú has a school.",
        "He brought his daughter, Hana. She grew up in Ghana and had measles there.",
        "Mitch Landon met Ann Roe. Mitch was ill. The water of Flint, Mich., is bad.",
    ],
)
def test_different_names_are_left_alone(text: str) -> None:
    assert found(text) == []


WORDS = ["Anna", "Ana", "Berg", "Borg", "AnnaBerg", "anna", "said", ".", ",", "von", "Dr.", "the", "Berg-Borg", "’s"]


@given(st.lists(st.sampled_from(WORDS)))
def test_every_drift_quotes_its_form_once(words: list[str]) -> None:
    doc = document("a.txt", " ".join(words))
    places = [drift.span for drift in drifts(doc)]
    assert len(places) == len(set(places))
    for drift in drifts(doc):
        assert doc.quote(drift.span) == drift.form
        assert drift.form != drift.major


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("Judge Marcia Stenholt ruled. LowellStenholt agreed.", "LowellStenholt", "Lowell Stenholt"),
        ("Joseph Banda-Zulu digs. It is cold, BandaZulu said.", "BandaZulu", "Banda-Zulu"),
        ("The driver, Helder Ramalete, died. Ramalhete's widow wept.", "Ramalete", "Ramalhete"),
    ],
)
def test_run_together_and_shortened(text: str, form: str, major: str) -> None:
    (flaw,) = drifts(document("a.txt", text))
    assert (flaw.form, flaw.major) == (form, major)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Dr Jeroen Verhaeghe led it. It is small, Dr Verhagen said.", "Verhagen"),
        ("It was told by Dr Mele Tupou. It is small, Dr Toopow said.", "Toopow"),
    ],
)
def test_a_name_that_sounds_alike_behind_a_title(text: str, form: str) -> None:
    (flaw,) = drifts(document("a.txt", text))
    assert flaw.form == form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Auberon Tuckwell left. “No,” said Tuckswell.", "Tuckswell"),
        ("Eleri Prydderch left. “No,” said Prydderich.", "Prydderich"),
        ("Hovhannes Sarafyan left. “No,” said Sarafian.", "Sarafian"),
        ("Lucien Desjarlais left. “No,” said Desjardins.", "Desjardins"),
    ],
)
def test_what_is_won_is_wrong(text: str, form: str) -> None:
    (flaw,) = drifts(document("a.txt", text))
    assert flaw.form == form
