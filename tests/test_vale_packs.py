"""The official Vale packs, with the output that they themselves expect of Vale."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from paralint.engine.linter import Linter
from paralint.ruleset.load import load
from paralint.ruleset.rule import Rule
from paralint.text.lines import LineIndex
from paralint.text.read import document
from paralint.text.source import read_source

DATA = Path(__file__).parent / "data" / "vale"
PACKS = ("Google", "Microsoft", "alex", "Joblint", "proselint", "write-good")

# A line that a pack expects, what paralint says instead (None: nothing), and the reason.
_SPLIT = "the pack has split the rule alex.Profanity in three, and the file with the expected lines still names it"
OTHERWISE = {
    "Google/Contractions test.md:3:1:Google.Contractions:Use 'it's' instead of 'It is'.": (
        "test.md:3:1:Google.Contractions:Use 'It's' instead of 'It is'.",
        "Vale 3.5 made the capital of a replacement an option, which the Microsoft pack, written before, expects to be "
        "on; paralint always gives it, since the message is the fix",
    ),
    "alex/basic fail.md:3:21:alex.Profanity:Be careful with 'fucking', it’s profane in some cases.": (
        "fail.md:3:21:alex.ProfanityLikely:Don't use 'fucking', it's profane.",
        _SPLIT,
    ),
    "alex/basic fail.md:6:13:alex.Profanity:Be careful with 'damn', it’s profane in some cases.": (
        "fail.md:6:13:alex.ProfanityMaybe:Reconsider using 'damn', it may be profane.",
        _SPLIT,
    ),
    "alex/basic fail.md:6:18:alex.Profanity:Be careful with 'sexy', it’s profane in some cases.": (
        "fail.md:6:18:alex.ProfanityMaybe:Reconsider using 'sexy', it may be profane.",
        _SPLIT,
    ),
    "alex/basic fail.md:8:210:alex.Profanity:Be careful with 'dead', it’s profane in some cases.": (
        "fail.md:8:210:alex.ProfanityUnlikely:Be careful with 'dead', it's profane in some cases.",
        _SPLIT,
    ),
}
# Lines that no pack expects, and why paralint says them.
_LATER = "the rule, or its line in the text, is younger than the expected lines"
_CONDITION = "consider using 'has an anxiety disorder', 'obsessive', 'pedantic', 'niggly', or 'picky'"
MORE = {
    f"alex/basic fail.md:15:8:alex.OCD:When referring to a person, {_CONDITION} instead of 'o.c.d.'.": _LATER,
    f"alex/basic fail.md:15:23:alex.OCD:When referring to a person, {_CONDITION} instead of 'OCD'.": _LATER,
    "write-good/Weasel test.md:5:23:write-good.Weasel:'fairly' is a weasel word!": _LATER,
}


class Scenario(NamedTuple):
    pack: str
    fixture: str
    expected: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.pack}/{self.fixture}"


def scenarios() -> list[Scenario]:
    found = []
    for pack in PACKS:
        feature = (DATA / pack / "features" / "rules.feature").read_text(encoding="utf-8")
        feature = re.sub(r"^\s*#.*\n", "", feature, flags=re.MULTILINE)
        for case in re.finditer(r'I test "([^"]+)".*?"""\n(.*?)"""', feature, re.DOTALL):
            lines = tuple(line.strip() for line in case[2].splitlines() if line.strip())
            found.append(Scenario(pack, case[1], lines))
    return found


@cache
def rules(pack: str) -> dict[str, Rule]:
    ruleset = load([DATA / pack / pack])
    assert ruleset.problems == ()
    return {rule.code: rule for rule in ruleset.rules}


def reported(scenario: Scenario) -> list[str]:
    folder = DATA / scenario.pack / "fixtures" / scenario.fixture
    settings = (folder / ".vale.ini").read_text(encoding="utf-8")
    known = rules(scenario.pack)
    named = re.findall(r"^(\S+) = YES", settings, re.MULTILINE)
    linter = Linter([known[name] for name in named if name in known] if named else list(known.values()))
    found = []
    for path in sorted(folder.glob("*.md")) + sorted(folder.glob("*.rst")):
        text = read_source(path, 1_000_000).text
        lines = LineIndex(text)
        for finding in linter.lint(document(path.name, text)):
            row, column = lines.location(finding.span.start)
            found.append(f"{path.name}:{row}:{column}:{finding.code}:{finding.message}")
    return found


@pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: scenario.name)
def test_a_pack_reports_what_it_expects(scenario: Scenario) -> None:
    expected = [
        OTHERWISE[f"{scenario.name} {line}"][0] if f"{scenario.name} {line}" in OTHERWISE else line
        for line in scenario.expected
    ]
    expected += [line.removeprefix(f"{scenario.name} ") for line in MORE if line.startswith(f"{scenario.name} ")]
    assert sorted(reported(scenario)) == sorted(expected)


def test_every_expected_line_but_few_is_reported_to_the_letter() -> None:
    lines = [f"{scenario.name} {line}" for scenario in scenarios() for line in scenario.expected]
    assert len(lines) == 255
    assert OTHERWISE.keys() <= set(lines)


def test_all_rules_of_all_packs_load() -> None:
    assert {pack: len(rules(pack)) for pack in PACKS} == {
        "Google": 31,
        "Microsoft": 40,
        "alex": 11,
        "Joblint": 17,
        "proselint": 34,
        "write-good": 8,
    }
