"""Times and lengths of one event that is told in two places."""

from __future__ import annotations

import pytest

from paralint.evidence.figures.event_times import event_times
from paralint.text.document import Document
from paralint.text.read import document

_BETWEEN = "\n\nTraders sold cheese and candles in the rain.\n\nA choir sang in the square.\n\n"

REFUTED = [
    ("The trawler sank on Saturday night in a storm.", "She said that the trawler had gone down on Sunday night."),
    ("The minister resigned on Monday after a vote.", "The minister, who resigned on Wednesday, kept his car."),
    ("A fire broke out in the mill on Tuesday.", "The fire, which started on Thursday, burned for two days."),
    ("The train derailed on Friday morning.", "The train derailed on Friday evening, when all were asleep."),
    ("The quake struck on Nov. 3.", "Nearly all the houses fell in the quake of Nov. 13."),
    ("The court ruled on Thursday that it was void.", "The court's ruling on Tuesday surprised the buyers."),
    ("The law took effect in March.", "The law, which came into force in May, bans the nets."),
    ("Anna Lind has washed the shirts since 1958.", "Mrs Lind has washed the club's shirts since 1985."),
    ("The brothers opened the shop in 1998.", "The shop, which was opened by them in 1989, sells hats."),
    ("The bridge, built in 1936, is steep.", "Built in 1963, the bridge was to be replaced."),
    ("The blast happened at 8.15 a.m.", "The blast, at 8.15 p.m., broke windows a mile away."),
    ("A ferry capsized on Saturday night.", "The ship, from which 14 are missing, had capsized on Sunday night."),
    ("The outage lasted 11 hours.", "The 11-day outage ruined the airline."),
    ("The trial took 14 months.", "After a trial of 40 months the jury found him guilty."),
]
SOUND = [
    ("The trawler sank on Saturday night.", "The trawler had gone down on Sunday morning before dawn."),
    ("A train derailed on Friday.", "Another train derailed on Monday near the tunnel."),
    ("The minister was to resign on Monday.", "The minister resigned on Wednesday."),
    ("The police arrested the mayor on Monday.", "The police arrested the treasurer on Tuesday."),
    ("The shop opened in 1998.", "The party opened a shop in 2004."),
    ("Two men were arrested on Monday.", "Three men were arrested on Tuesday."),
    ("The crossing takes 25 minutes.", "She was sick on a five-hour crossing."),
    ("Resolution 21 was passed on May 3.", "Resolution 24, adopted on May 9, called for talks."),
    ("The election of 1932 was close.", "He lost the presidential election of 1940."),
    ("By the end of March he was ill.", "At the end of April he was well."),
    ("The match begins at 7 p.m.", "The gates open at 5 p.m."),
    ("The strike lasted 14 days.", "The two-week strike was the first in the port."),
    ("He has led the union since 1998.", "She has led the choir since 2004."),
]


def _read(pair: tuple[str, str]) -> Document:
    return document("x.txt", _BETWEEN.join(pair))


@pytest.mark.parametrize("pair", REFUTED)
def test_what_happened_once_has_one_time(pair: tuple[str, str]) -> None:
    assert event_times(_read(pair))


@pytest.mark.parametrize("pair", SOUND)
def test_other_events_have_other_times(pair: tuple[str, str]) -> None:
    assert not event_times(_read(pair))
