"""Figures that are compared, or worked out, and refute one another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paralint.evidence.figures.compared import compared_multiples, wrong_comparisons
from paralint.evidence.figures.far_reckoned import is_a_slip
from paralint.evidence.figures.figure_slots import exchanged_units, turned_digits
from paralint.evidence.figures.limits import larger_parts
from paralint.evidence.figures.parts_and_wholes import wrong_multiples
from paralint.evidence.figures.reckoned import wrong_reckonings
from paralint.text.read import document


@pytest.mark.parametrize(
    "text",
    [
        "The pier drew 140 boats, fewer than the 120 of last year.",
        "The lake held 30 milligrams a litre, far below the legal limit of 12 milligrams.",
        "Turnout was 41 per cent, well above the average of 58 per cent.",
        "Only 71 per cent of pupils passed, while the national average was 52 per cent.",
    ],
)
def test_comparisons_that_their_figures_refute(text: str) -> None:
    assert wrong_comparisons(document("x.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "The pier drew 140 boats, more than the 120 of last year.",
        "He held the post for three and a half years, longer than any of his four predecessors.",
        "Turnout was 41 per cent, well below the average of 58 per cent.",
        "It is not clear whether the 140 boats are more than the 260 of last year.",
    ],
)
def test_comparisons_that_hold(text: str) -> None:
    assert not wrong_comparisons(document("x.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "The fine of €2m is a tenth of the firm's annual profit of €200m.",
        "The plant will employ 300 people by 2027, twice the 200 it has now.",
        "The mill made 90 tonnes in May, a quarter of last year's 180.",
    ],
)
def test_multiples_that_their_figures_refute(text: str) -> None:
    assert list(compared_multiples(document("x.txt", text)))


@pytest.mark.parametrize(
    "text", ["He raised £90, about three times his target of £32.", "It cost £6m, half of last year's 12."]
)
def test_multiples_that_hold(text: str) -> None:
    assert not list(compared_multiples(document("x.txt", text)))


@pytest.mark.parametrize(
    "text",
    [
        "The list has 37 per cent, up four points from 31 per cent.",
        "Profit was £4.2m, up £0.9m from £3.9m.",
        "The well is 200 metres deep, 40 metres deeper than the old one, at 240 metres.",
        "Sales tripled from 20 boats in May to 31 boats in June.",
        "A half of the 80 mills, or 20 firms, have shut.",
        "Of the 50 chairs, 20 were sold, leaving 40.",
        "The firm has 90 workers, 40 of them men and 45 women.",
        "Blom served ten years of an eight-year sentence.",
        "She won by 15 points, 80 to 70.",
        "It began on 2 May and ended three days later, on 9 May.",
        "The talks opened on Monday, lasted three days and ended on Friday.",
        "Blom was born in 1950 and died in 2001 at 60.",
        "Foss, 24, has worked at the lock for 20 years.",
        "Foss, 19, left school 12 years ago.",
        "The firm made a profit of £2m, its third straight loss.",
    ],
)
def test_what_is_worked_out_wrong(text: str) -> None:
    assert wrong_reckonings(document("x.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "The list has 37 per cent, up six points from 31 per cent.",
        "Profit was £4.2m, up £0.3m from £3.9m, and is now up 8 per cent on £3.9m.",
        "The well is 200 metres deep, 40 metres deeper than the old one, at 160 metres.",
        "Sales nearly tripled from 20 boats in May to 51 boats in June.",
        "Of the 50 chairs, 20 were sold and 12, including two thrones, were burnt, leaving 18.",
        "The firm has 90 workers, 40 of them cooks and 45 waiters.",
        "She won by ten points, 80 to 70, and by two sets to one.",
        "It began on 30 May and ended three days later, on 2 June.",
        "Foss, 44, has worked at the lock for 20 years and left school 27 years ago.",
        "Blom, who was born in 1950, died in 2001 at 50.",
    ],
)
def test_what_is_worked_out_right(text: str) -> None:
    assert not wrong_reckonings(document("x.txt", text))


def test_a_slip_is_a_digit_or_an_order() -> None:
    assert is_a_slip(89, 98)
    assert is_a_slip(19, 9)
    assert is_a_slip(58, 28)
    assert not is_a_slip(58, 29)
    assert not is_a_slip(5.5, 4.5)


def test_figures_that_refer_back_are_the_right_ones() -> None:
    units = exchanged_units(document("x.txt", "It sank in 11 hours.\n\nHe stayed for six of the 11 minutes."))
    assert [each.here.start for each in units] == [11]
    digits = turned_digits(document("x.txt", "It employed 1,640.\n\nOf the 164, 58 have work."))
    assert [each.here.start for each in digits] == [12]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 26 contracts signed since 1993, she said, 29 had been checked.",
        "The talk lasted 30 minutes, forty of them about fish.",
        "At least 12 people died last week, 15 of them in Leer.",
    ],
)
def test_parts_beyond_their_whole(text: str) -> None:
    assert larger_parts(document("x.txt", text))


ODD = """
    Of the 26 40 minutes , fifty of them 12 by 9 a.m. 3% up six points from 31 per cent leaving leaves That £3m over
    three weeks a year more than the 12 doubled from to only standard is majority of three votes against
    one of the nine its 19 jets jailed for nine months . 1,640 164 half of , or 5
"""


@given(st.lists(st.sampled_from([*ODD.split(), "\n\n"]), max_size=50))
@settings(deadline=None)
def test_no_order_of_words_breaks_a_layer(words: list[str]) -> None:
    given_text = document("x.txt", " ".join(words))
    layers = (wrong_comparisons, wrong_reckonings, larger_parts, exchanged_units, turned_digits, wrong_multiples)
    for conflict in (each for layer in layers for each in layer(given_text)):
        assert 0 <= conflict.here.start < conflict.here.end <= len(given_text.text)
        assert 0 <= conflict.there.start < conflict.there.end <= len(given_text.text)


@pytest.mark.parametrize(
    "text",
    [
        "She won 51 per cent of the vote, seven points fewer than her rival, whose party took 44 per cent.",
        "The owner pays a fine of $40 for every stray goat. It was billed for 2,300 goats, or $92 million.",
        "The bank lends $700 million and a fund $300 million. The rest, $900 billion, comes from the state.",
        "Flood warnings ended by noon and he returned at 2.30pm, two and a half hours earlier.",
        "Yesterday the director was dismissed, six days before she stopped a concert.",
    ],
)
def test_reckonings_of_prices_hours_and_rests(text: str) -> None:
    assert wrong_reckonings(document("x.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "Of the first 200 callers, 150 agreed to pay; 150 of them refused.",
        "Of the 90 seeds that we sowed, as many as 112 sprouted.",
        "He put the cost at 60 million euros, of which Berlin would pay half, or 90 million.",
        "They promise 600 jobs. I would be happy with 600 of them.",
        "The guild said that twelve in ten of the apples had been lost.",
    ],
)
def test_parts_beyond_one_and_all(text: str) -> None:
    assert larger_parts(document("x.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "Of the first 200 callers, 150 agreed to pay; 50 of them refused.",
        "He told the jury of five men and seven women, all 12 of them local, that it was over.",
        "She shook hands with the 240 pupils, as she had with all 240 of them that morning.",
        "He put the cost at 60 million euros, of which Berlin would pay half, or 30 million.",
    ],
)
def test_parts_within_one_and_all(text: str) -> None:
    assert not larger_parts(document("x.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "Of the 24 ships, nine have been sold, twelve scrapped and seven are still at sea.",
        "The company employs 900 people, 500 in Leer and 600 in Emden.",
    ],
)
def test_parts_that_make_more_than_their_whole(text: str) -> None:
    assert larger_parts(document("x.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "She is 34, three years older than her brother, who is 37.",
        "She is 34, five years younger than her brother, who is 37.",
    ],
)
def test_ages_of_two(text: str) -> None:
    assert wrong_reckonings(document("x.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "Of the 24 ships, nine have been sold, eight scrapped and seven are still at sea.",
        "The company employs 900 people, 500 in Leer and 400 in Emden.",
        "She is 34, three years younger than her brother, who is 37.",
    ],
)
def test_parts_and_ages_that_fit(text: str) -> None:
    assert not larger_parts(document("x.txt", text))
    assert not wrong_reckonings(document("x.txt", text))
