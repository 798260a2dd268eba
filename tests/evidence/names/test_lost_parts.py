from __future__ import annotations

import pytest

from paralint.evidence.names.lost_parts import lost_parts_of_names
from paralint.evidence.names.mentions import mentions
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "form", "major"),
    [
        ("Ciarán Mac Giolla Bhríde left. “No,” Mac Giolla said.", "Mac Giolla", "Mac Giolla Bhríde"),
        ("Lorcan Mac Giolla Easpaig left. “No,” Giolla said.", "Giolla", "Mac Giolla Easpaig"),
        ("Ibrahim Ag Alhassane drove. Later Ibrahim Alhassane slept.", "Ibrahim Alhassane", "Ibrahim Ag Alhassane"),
        ("Saskia van der Elst spoke. Later Saskia van Elst slept.", "Saskia van Elst", "Saskia van der Elst"),
        ("Teun Adema, a driver, left. Kuipers-Adema said so.", "Teun Adema", "Teun Kuipers-Adema"),
        ("Dr Mei-Ling Hsu spoke. “It is past,” Dr Ling said.", "Ling", "Hsu"),
        ("Saltanat Bai, whose son left, slept. “No,” said Baimukhanova.", "Bai", "Baimukhanova"),
    ],
)
def test_a_part_is_lost(text: str, form: str, major: str) -> None:
    (flaw,) = lost_parts_of_names(document("a.txt", text).derive(mentions))
    assert (flaw.kind, flaw.form, flaw.major) == ("likely-truncated", form, major)


@pytest.mark.parametrize(
    "text",
    [
        "Ana de la Fuente Ruiz left. Fuente said so.",
        "Yusuf bin Alawi bin Abdullah left. Alawi said so.",
        "Tom Dick Harris met Tom Harris.",
        "Kamala Harris led the Harris-Walz ticket.",
        "Sister Mei-Ling Hsu spoke. Sister Ling said so.",
    ],
)
def test_whole_names(text: str) -> None:
    assert list(lost_parts_of_names(document("a.txt", text).derive(mentions))) == []
