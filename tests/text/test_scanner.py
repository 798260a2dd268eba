from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.text import scanner
from paralint.text.blocks import OBJECT
from paralint.text.scanner import scan_prose


def tokens(prose: str) -> str:
    return " ".join(scan_prose(prose).forms)


def sentences(prose: str) -> list[str]:
    scan = scan_prose(prose)
    lasts = [*scan.sentences[1:], len(scan.forms)]
    return [prose[scan.starts[first] : scan.ends[last - 1]] for first, last in zip(scan.sentences, lasts, strict=True)]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        # contractions and possessives
        ("I don't, can't or won’t", "I do n't , ca n't or wo n’t"),
        ("It's they’re I'd we'll you've I’m", "It 's they ’re I 'd we 'll you 've I ’m"),
        ("DON'T WE'RE", "DO N'T WE 'RE"),
        ("I'd've wouldn't've", "I 'd 've would n't 've"),
        ("I will’t accept", "I will ’t accept"),
        ("I'ven't", "I 've n't"),
        ("Ukraine’s James' leaders’ U.S.'s", "Ukraine ’s James ' leaders ’ U.S. 's"),
        ("Biden 's and did n't", "Biden 's and did n't"),
        ("It cannot; I'm gonna.", "It can not ; I 'm gon na ."),
        # apostrophes that are no quotation marks and no contractions
        ("'Tis ’tis in the '90s, ’90s", "'Tis ’tis in the '90s , ’90s"),
        ("rock 'n' roll, rock’n’roll", "rock 'n' roll , rock’n’roll"),
        ("O'Brien l'Equipe Floc’h Qur'an ma'am o’clock", "O'Brien l'Equipe Floc’h Qur'an ma'am o’clock"),
        ("the 1980's gov't", "the 1980's gov't"),
        # quotation marks and brackets
        ("‘substantial economic’ sanctions", "‘ substantial economic ’ sanctions"),
        ("'united front'", "' united front '"),
        ('"Yes," (he) [sic] {x}', '" Yes , " ( he ) [ sic ] { x }'),
        ("“Stop.” ‘“No,”’ «oui» „nein“", "“ Stop . ” ‘ “ No , ” ’ « oui » „ nein “"),
        ("groups. [and]The official", "groups . [ and ] The official"),
        ("``Yes''", "`` Yes ''"),
        ("(U.S.)", "( U.S. )"),
        # numbers
        ("94,000 3.5 1,234.56 .25", "94,000 3.5 1,234.56 .25"),
        ("the 1st, 22nd and 100th", "the 1st , 22nd and 100th"),
        ("$5 $5m £3.2bn €10k US$20", "$ 5 $ 5 m £ 3.2 bn € 10 k US$ 20"),
        ("50% 3.5%.", "50 % 3.5 % ."),
        ("9/11 24/7 11/28/2000 10:30", "9/11 24/7 11/28/2000 10:30"),
        ("5pm, 10:30am", "5 pm , 10:30 am"),
        ("1998–2001, 10-15", "1998 – 2001 , 10-15"),
        ("in 2014.", "in 2014 ."),
        # abbreviations
        ("Mr. Smith vs. Dr. Jones", "Mr. Smith vs. Dr. Jones"),
        ("J. K. Rowling, J.K. Rowling", "J. K. Rowling , J.K. Rowling"),
        ("at 5 a.m. in the U.S. now", "at 5 a.m. in the U.S. now"),
        ("No. 5 in Jan. by Gen. Ray", "No. 5 in Jan. by Gen. Ray"),
        ("(D-Calif.), (R-Tex.) in mid-Oct. now", "( D-Calif. ) , ( R-Tex. ) in mid-Oct. now"),
        ("apples, etc., e.g. pears", "apples , etc. , e.g. pears"),
        ("He said No.", "He said No ."),
        ("in the U.S.", "in the U.S."),
        ("a Ph.D. thesis", "a Ph.D. thesis"),
        # hyphens, dashes, ellipses
        ("years-long U.S.-led 8-year-old", "years-long U.S.-led 8-year-old"),
        ("Su-30SM Zapad-2021 US-Russia's", "Su-30SM Zapad-2021 US-Russia 's"),
        ("Blinken–Lavrov now—or never -- so", "Blinken – Lavrov now — or never -- so"),
        ("Well... no… [...]", "Well ... no … [ ... ]"),
        ("What?! No!!!", "What ?! No !!!"),
        # slashes, addresses, symbols
        ("Biden/Putin and/or", "Biden / Putin and / or"),
        ("(see https://a.org/b_(c)?d=e#f).", "( see https://a.org/b_(c)?d=e#f ) ."),
        ("at www.example.com, example.org/x", "at www.example.com , example.org/x"),
        ("a.b@example.com, @user #NoWar.", "a.b@example.com , @user #NoWar ."),
        (
            "See docs/my-design.md, report.pdf or/and a/b/c.yml.",
            "See docs/my-design.md , report.pdf or / and a/b/c.yml .",
        ),
        ("AT&T R&D &c Q & A", "AT&T R&D & c Q & A"),
        ("=== ** ~~", "=== ** ~~"),
        # glued sentences, objects, marks
        ("the war.The end", "the war . The end"),
        (f"run {OBJECT}{OBJECT}, {OBJECT}s", f"run {OBJECT}{OBJECT} , {OBJECT} s"),
        ("cafe\u0301 nai\u0308ve Zu\u0308rich", "cafe\u0301 nai\u0308ve Zu\u0308rich"),
        ("co\u00adoperate", "co\u00adoperate"),
        ("Володимир Zürich 北京", "Володимир Zürich 北京"),
    ],
)
def test_tokens(prose: str, expected: str) -> None:
    assert tokens(prose) == expected


@pytest.mark.parametrize(
    "prose",
    [
        # plain ends
        "He left.|She stayed!|Why?|Nobody knows…|The end.",
        "It was 2014.|94,000 troops came.|In all, 5 stayed.",
        "They hard-wrapped\nthe line.|It went\non.",
        # abbreviations
        "He met Mr. Smith and Gen. Ray of St. Paul.|It rained.",
        "The U.S. Secretary of State and the U.S. president met.",
        "He lives in the U.S.|The minister does not.",
        "He lives in the U.S.|However, she does not.",
        "At 5 p.m. Monday, and at 6 p.m. EST, they met at 7 p.m.|The rest left.",
        "At 7 a.m. Putin spoke.|It was 8 a.m. when he left at 9 a.m.|Biden stayed.",
        "It is No. 5 of No. 10.|He said No.|Then he left.",
        "On Jan. 5 and Sept. 11 they met.|He left in Oct.|The rest stayed.",
        "Apple Inc. Chief Tim Cook bought Foo Ltd. of Bar Corp.|The price rose.",
        "He sold apples, pears, etc.|The rest he kept.",
        "Smith et al. (2001) and Jones v. Jones, cf. Brown, p. 5, vol. 3.|It ends.",
        "George W. Bush, J. K. Rowling and C. S. Lewis met.|They spoke.",
        "We had plan B.|It failed.|James T. May and Anna B. Will agreed.",
        "Anna (b. March 2009) met John F. Kennedy Jr. in D.C.|The day was hot.",
        # quotations
        "“Stop!” he said.|“Why?” she asked.",
        "“Stop!” Johnson said.|“Are you sure?” Prime Minister Johnson asked.",
        "“Are you coming?”|She said nothing.",
        "He said, “We go.”|They went.",
        "“We go.”|“They stay.”|He left.",
        'He said, "We go."|They went.|"They stay."',
        "It stood (as he said.)|Then it fell.",
        'He said "We go. "|They went.',
        "Groups stood by.|[and]The official said so.",
        # notes, items, numbers
        "It was founded in 2014.[3]|The rest is known. [4] [5]|It ends.",
        "1. Go home.|2. Stay there.",
        "2.1. The Institution of Property",
        "Figure 1. The first mutant.|It is green.",
        # ellipses and marks
        "Well... maybe so.|But no...|The end",
        "Yahoo! was sold.|It is gone.",
        "He waited . . . and left.|It rained.",
        # lower case
        "He went home.|the minister stayed.|Let it go.|sometimes it is best.",
        "The Div. of Arts, Cal. and the seg of it moved on.",
    ],
)
def test_sentences(prose: str) -> None:
    expected = prose.split("|")
    assert sentences(prose.replace("|", " ")) == expected


def test_sentences_that_are_glued_together() -> None:
    assert sentences("It was the war.The end came.") == ["It was the war.", "The end came."]
    assert sentences("“It is war.”The end came in 2014.It was over.") == [
        "“It is war.”",
        "The end came in 2014.",
        "It was over.",
    ]
    assert sentences("See Node.js and Example.Com now.") == ["See Node.js and Example.Com now."]


def test_no_tokens_no_sentences() -> None:
    assert scan_prose(" \n ") == ([], [], [], [])


def test_offsets_with_irregular_space() -> None:
    prose = "  He  didn't\n\tgo.  She did.\u00a0"
    scan = scan_prose(prose)
    assert scan.forms == ["He", "did", "n't", "go", ".", "She", "did", "."]
    assert [prose[start:end] for start, end in zip(scan.starts, scan.ends, strict=True)] == scan.forms
    assert scan.sentences == [0, 5]


def test_an_abbreviation_is_decided_where_it_stands() -> None:
    assert scan_prose("He said No. Then he left.").forms[2:4] == ["No", "."]
    assert scan_prose("It is No. 5 here.").forms[2:4] == ["No.", "5"]
    assert scan_prose("He said No. Then he left.").forms[2:4] == ["No", "."]


@pytest.mark.parametrize(
    "piece",
    ["%", "+%", "a.", "a-", "'s", "x's", "? ", "http://", '. "', "(", "”", "1,", "#a", "@", "_", "e\u0301", "A.B"],
)
def test_long_runs_are_scanned_to_their_end(piece: str) -> None:
    prose = "The " + piece * 20_000 + " end."
    scan = scan_prose(prose)
    assert scan.forms[0] == "The"
    assert "".join(scan.forms) == "".join(prose.split())


# Text out of what matters here comes across more cases than text out of any characters.
PIECES = (
    "U.S. Mr. No. 5 p.m. etc. J. i.e. I'd've will’t 'Tis '90s James' “Stop!” (yes.) [1] \" ' ’ ” . … ... ? ! - — word "
    "Word The 3.5 $5m 9/11 www.a.com, a@b.co @x #y AT&T a/b \ufffc \u0301 e\u0301 :) war.The B. b. 2014."
)
PROSE = st.one_of(
    st.text(),
    st.lists(st.tuples(st.sampled_from(PIECES.split()), st.sampled_from(("", " ", " ", "\n", "  ")))).map(
        lambda pairs: "".join(piece + space for piece, space in pairs)
    ),
)


@given(PROSE)
def test_tokens_cover_the_prose(prose: str) -> None:
    scan = scan_prose(prose)
    assert len(scan.forms) == len(scan.starts) == len(scan.ends)
    assert [prose[start:end] for start, end in zip(scan.starts, scan.ends, strict=True)] == scan.forms
    assert all(start < end for start, end in zip(scan.starts, scan.ends, strict=True))
    assert all(end <= start for end, start in zip(scan.ends, scan.starts[1:], strict=False))
    assert "".join(scan.forms) == "".join(prose.split())


@given(PROSE)
def test_sentences_are_ascending_and_begin_with_the_first_token(prose: str) -> None:
    scan = scan_prose(prose)
    assert scan.sentences[:1] == [0][: len(scan.forms)]
    assert scan.sentences == sorted(set(scan.sentences))
    assert all(first < len(scan.forms) for first in scan.sentences)


def test_plain_chunks_are_cut_as_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    openings, closings = ["", "(", "“", '"'], ["", ".", ",", "!", "?", ".”", "?)", "),", ").", "”", '."']
    cores = ["the", "I", "A", "NATO", "don't", "we’re", "5", "94,000", "1980's", "Mr", "etc", "No", "U.S", "cannot"]
    chunks = [opening + core + closing for opening in openings for core in cores for closing in closings]
    proses = [f"Now {chunk} {behind} he goes." for chunk in chunks for behind in ("The", "then", "5")]
    short = [scan_prose(prose) for prose in proses]
    monkeypatch.setattr(scanner, "_PLAIN", re.compile("(?!)"))
    assert [scan_prose(prose) for prose in proses] == short


@given(st.lists(PROSE, max_size=4))
def test_what_was_scanned_before_makes_no_difference(blocks: list[str]) -> None:
    scanner._CUTS.clear()
    first = [scan_prose(block) for block in blocks]
    assert [scan_prose(block) for block in blocks] == first
