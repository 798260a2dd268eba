"""Figures, dates and results that can be worked out from what stands beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from paralint.evidence.claims.exclusive import excluded_states
from paralint.evidence.claims.fixed_attributes import two_containers, two_parties, two_positions
from paralint.evidence.claims.licensing import unlicensed
from paralint.evidence.claims.opposed import denials, opposite_deeds
from paralint.evidence.claims.phases import turned_phases
from paralint.evidence.figures.ages import wrong_ages
from paralint.evidence.figures.calendar_dates import wrong_weekdays
from paralint.evidence.figures.changes import wrong_changes
from paralint.evidence.figures.conversions import wrong_conversions
from paralint.evidence.figures.custody import long_terms
from paralint.evidence.figures.differences import wrong_differences
from paralint.evidence.figures.elapsed import wrong_intervals
from paralint.evidence.figures.enumerations import wrong_lists
from paralint.evidence.figures.figure_slots import exchanged_units, turned_digits, two_tolls
from paralint.evidence.figures.hours import wrong_hours
from paralint.evidence.figures.limits import larger_parts, turned_ranges
from paralint.evidence.figures.parts_and_wholes import wrong_multiples, wrong_shares, wrong_sums
from paralint.evidence.figures.results import wrong_results
from paralint.evidence.figures.years_counted import wrong_years
from paralint.evidence.restatements.conflicts import Conflict
from paralint.text.document import Document
from paralint.text.read import document

Layer = Callable[[Document], tuple[Conflict, ...]]

RIGHT: list[tuple[Layer, str]] = [
    (wrong_conversions, "He is six feet two inches (1.88 m) tall and weighs 14 stone 4 pounds (91 kg)."),
    (wrong_conversions, "The reservoir holds 3 million gallons (11 million liters)."),
    (wrong_conversions, "The grant was a hundred and forty million rupees, about $1 million."),
    (wrong_conversions, "It cost 30,000 pesos ($30) in Chile and 300 pesos ($15) in Mexico."),
    (wrong_sums, "There were 53 dead, of whom 38 were in Havel, 11 in Spree and four in Oder."),
    (wrong_sums, "There were 63 dead, of whom 38 were in Havel, 11 in Spree and the rest in Oder."),
    (wrong_sums, "The choir has 43 members, of whom 24 are women and 19 are men."),
    (wrong_shares, "They saw 12 of 36 patients, or about a third."),
    (wrong_shares, "They saw 12 of 36 patients, or 33 per cent."),
    (wrong_shares, "Sales rose 2% to $11.1bn from $10.9bn."),
    (wrong_shares, "Profits fell 15% to $56m, against $66m a year earlier."),
    (wrong_shares, "The number fell from 7,613 to 6,630, or 12.9%."),
    (wrong_shares, "It would cost 4 per cent of its income, which was 58 million euros, or 2.3 million euros."),
    (wrong_multiples, "He raised £9,340, more than six times his target of £1,500."),
    (wrong_multiples, "It is 900 metres long, twice the 450 metres of the old one."),
    (wrong_changes, "The share is 86 per cent, down from 91 per cent."),
    (wrong_changes, "The air cooled and fell to minus 8 degrees from 6 degrees."),
    (wrong_conversions, "The path is 26 miles (42 km) long, and 5 feet (1.5 m) wide."),
    (wrong_conversions, "It was 30C (86F), a rise of 2°C (3.6°F)."),
    (wrong_conversions, "The bill is $26 (24 euros)."),
    (wrong_weekdays, "It opens on Monday, 14 March 2022, or Monday, March 14, 2022."),
    (wrong_weekdays, "It opens on Monday, 31 December, and on Monday, 1 January, and ends on Sunday, 2 March."),
    (wrong_years, "She ran the mill for 60 years, from 1954 to 2014."),
    (wrong_years, "He was born in 1931 in Gera and died in 2001 at the age of 69."),
    (wrong_results, "Union beat Viktoria 2-1 after a 1-1 draw. It was a 3-1 defeat for them."),
    (wrong_results, "Hansen won by four seconds. Petersen won by six seconds."),
    (wrong_results, "She beat Petersen 6-4 3-6 6-2."),
    (exchanged_units, "They stayed 16 months. They paid for 16 months."),
    (exchanged_units, "The visa is for 12 months. The course of the visa takes 12 weeks."),
    (turned_digits, "The mud buried 37 houses in Au. In Au it buried 73 cars."),
    (turned_digits, "They were married in Au for 41 years. Their daughter has been in Au for 14 years."),
    (wrong_changes, "The crown rose 2 per cent, to 24 to the euro, its strongest level since May."),
    (wrong_changes, "Refusals have fallen from one in five to one in 40."),
    (wrong_changes, "It spends 12 per cent. The figure is to rise to 15 per cent."),
    (wrong_changes, "It spends 12 per cent on roads and 9 per cent on schools. The figure is to drop to 10 per cent."),
    (wrong_changes, "She is at number 302, down from 285 in 2014."),
    (wrong_changes, "She is number 9 and rose to 9 from 12."),
    (two_tolls, "They searched for at least 19 people. The ministry spoke of 29 missing."),
    (two_containers, "He came from Oulu, Finland, and from Tartu, Estonia."),
    (two_positions, "Ada Moll, left, and Ruth Kern, right, on Sunday."),
    (two_parties, "Republican senator Ida Quist met Rob Vance, a Democrat."),
    (opposite_deeds, "Roe accepted the offer. Poe rejected the offer."),
    (opposite_deeds, "Roe rejected the offer at first. On Monday Roe accepted the offer."),
    (opposite_deeds, "Roe accepted the offer. Roe rejected the plan."),
    (denials, "The mill will reopen. But the mill will not reopen in May, it said."),
    (unlicensed, "It is the best tea that I have ever had. Few have ever been there."),
    (unlicensed, "Has he ever been there? If he has ever been there, nobody saw him."),
    (unlicensed, "He could have told any guest. He has said that any guest may stay."),
    (unlicensed, "It was one of the better ones I have ever had."),
    (unlicensed, "She likes tea more than coffee. It has yet to rain."),
    (larger_parts, "Eleven of the two firms' 40 ships sailed."),
    (larger_parts, "Up to 12 people, including nine children, and 15 dogs got in."),
    (larger_parts, "The French were the second most likely to buy (48%), behind the Dutch."),
    (larger_parts, "A majority of members, 61 per cent, agreed."),
    (turned_ranges, "The end was moved up from 2029 to 2021. It rose from 30 to 40."),
    (turned_ranges, "There is a gap between 40 and 30. Children aged 12 to 16 came."),
    (wrong_intervals, "The fire was in 2013. It was drawn in 2011, two years before the fire."),
    (wrong_intervals, "The fire in 2013 and the fire in 2009. It was drawn in 2011, two years after the fire."),
    (wrong_differences, "The hall has 640 seats. They sold 588 tickets, 52 fewer than the hall has."),
    (wrong_differences, "The hall has 640 seats. They sold 588 tickets, 40 more than in May."),
    (long_terms, "He was jailed for six years. He may ask for parole after three years."),
    (long_terms, "He was jailed for six years and she for ten years. He may ask for parole after eight years."),
    (two_containers, "She stood in Oulu, Finland. He stood in Lund, Sweden."),
    (wrong_sums, "Twelve men and nine women, 21 people in all, were on the boat."),
    (wrong_sums, "He scored three goals and made two more, 23 in all this year."),
    (wrong_sums, "Five of the eight were saved. Two lost a mast; the other four had none."),
    (wrong_results, "Ida Roe was third, nine seconds ahead of Abel Poe."),
    (wrong_results, "The plan was carried by 62 votes to 30. Hull lost 3-1."),
    (larger_parts, "With 51 of the 100 seats the list has a majority."),
    (larger_parts, "Nearly half of the voters, 46 per cent, stayed at home."),
    (turned_ranges, "The minimum is 6 per cent and the maximum 8 per cent."),
    (wrong_years, "He was jailed in 2001 and released four years later, in 2005."),
    (wrong_years, "The strike began on Monday and ended four days later, on Friday."),
    (wrong_ages, "The 71-year-old pensioner and the teenager, 16, were hurt."),
    (wrong_lists, "She won twice, in 1998 and 2001. He has two sons, Abel and Ben, and a daughter."),
    (
        wrong_lists,
        "She saw three states, Ondo and Niger, and a map. She saw two states, Ondo and Kogi, where it rains.",
    ),
    (wrong_results, "Parliament voted by 90 to 31 on Monday to dissolve itself. It voted 31 to 90 against the bill."),
    (larger_parts, "Of the 94 branches to go, 61 belong to Solva and 33 to Aire."),
    (wrong_lists, "After two minutes, Abel, Ben and Carl left."),
    (wrong_hours, "It sank at 3 a.m. on Saturday night and was found at noon."),
    (excluded_states, "He was acquitted of fraud but found guilty of theft and jailed."),
    (turned_phases, "Hours before the call he said so. The call is scheduled for Tuesday."),
    (turned_phases, "Shortly after the vote it will close. The vote is due on Sunday."),
]
WRONG: list[tuple[Layer, str, str]] = [
    (wrong_sums, "Of the nine patients two had been inside, but all ten had waited outside.", "ten"),
    (
        wrong_sums,
        "Of voters, 44 per cent said yes and 38 per cent no, with the remaining 28 per cent undecided.",
        "28",
    ),
    (wrong_sums, "It delayed 62 flights. Many slept. In all, 53 flights were affected.", "53"),
    (wrong_years, "It was down for five hours. It failed at 11:52 a.m. and came back at 4:45 a.m.", "11:52 a.m"),
    (wrong_years, "The march started at 10 a.m. and ended two hours later, at 3 p.m.", "two hours"),
    (excluded_states, "The snow buried nine huts, killing at most 22 people.", "killing at most"),
    (excluded_states, "The firm could be fined at least £5m for it.", "could be fined at least"),
    (two_tolls, "Of 152 aboard 107 were saved and 31 drowned; 41 were missing. Divers seek the 14 missing.", "41"),
    (wrong_conversions, "The wall is eight feet (4.9 metres) high.", "eight feet (4.9 metres"),
    (
        wrong_conversions,
        "It was 40 degrees Celsius, or 140 degrees Fahrenheit.",
        "40 degrees Celsius, or 140 degrees Fahr",
    ),
    (wrong_conversions, "It holds 5,000 gallons (about 91,000 liters).", "5,000 gallons (about 91,000 liters"),
    (wrong_conversions, "It gave a hundred and forty million rupees, about $1 billion.", "about $1 billion"),
    (
        wrong_conversions,
        "It pays 12 million euros ($13 million) and owes 40 million euros ($4.3 million).",
        "$4.3 million",
    ),
    (wrong_sums, "There were 63 dead, of whom 38 were in Havel, 11 in Spree and four in Oder.", "38 were in Havel"),
    (wrong_shares, "They saw 12 of 36 patients, or a half.", "a half"),
    (wrong_shares, "Sales rose 20% to $11.1bn from $10.9bn.", "20%"),
    (wrong_shares, "Profits fell 51% to $56m, against $66m a year earlier.", "51%"),
    (wrong_shares, "The number fell from 7,613 to 6,630, or 29.1%.", "29.1%"),
    (wrong_multiples, "He raised £9,340, more than 60 times his target of £1,500.", "£9,340"),
    (wrong_changes, "The share is 86 per cent, up from 91 per cent.", "up from"),
    (wrong_conversions, "The path is 26 miles (62 km) long.", "26 miles (62 km"),
    (wrong_conversions, "It was 30C (68F) in the shade.", "30C (68F"),
    (wrong_weekdays, "It opens on Tuesday, March 14, 2022.", "Tuesday"),
    (wrong_years, "She ran the mill from 1954 to 2014, or for 40 years.", "40 years"),
    (wrong_years, "She ran the mill for 40 years, from 1954 to 2014.", "40 years"),
    (wrong_results, "It was a 3-1 draw.", "3-1 draw"),
    (exchanged_units, "They stayed 16 months. They paid for 16 months. He stayed 16 weeks.", "16 weeks"),
    (turned_digits, "The mud buried 37 houses in Au. In Au the mud had buried 73 houses.", "73"),
    (two_tolls, "They searched for 19 people. The ministry spoke of 29 missing.", "29"),
    (two_containers, "She stood in Oulu, Finland, on Monday. She stood in Oulu, Norway, on Monday.", "Norway"),
    (two_parties, "Republican senator Ida Quist spoke. So did Quist, a Democrat.", "Democrat"),
    (opposite_deeds, "Ida Roe accepted the offer. The mill is old. Roe rejected the offer on Monday.", "rejected"),
    (denials, "The mill will reopen. It is old. The mill will not reopen.", "will reopen"),
    (unlicensed, "She would ever have sold the mill.", "would ever have"),
    (unlicensed, "The miller has been paid yet.", "has been paid yet"),
    (unlicensed, "The mill is running any longer.", "any longer"),
    (unlicensed, "He has sold any flour.", "has sold any"),
    (larger_parts, "Fifteen of the 12 members came.", "Fifteen"),
    (larger_parts, "It killed 12 people, including 15 children.", "15"),
    (larger_parts, "A minority (61 per cent) agreed.", "61 per cent"),
    (turned_ranges, "She ran the mill from 2014 to 1954.", "from 2014 to 1954"),
    (turned_ranges, "It holds between 400 and 300 people.", "between 400"),
    (wrong_intervals, "The 2013 fire took it. It was drawn in 2011, two years after the fire.", "two years after"),
    (wrong_differences, "The hall has 640 seats. They sold 588 tickets, 52 more than the hall has.", "52 more"),
    (long_terms, "He was jailed for six years. He may ask for parole after eight years.", "eight years"),
    (two_containers, "She stood in Lodwar, Kenya, on Monday. She stood in Lodwar, Chad, on Monday.", "Chad"),
    (wrong_sums, "Twelve men and nine women, 23 people in all, were on the boat.", "23"),
    (wrong_sums, "They hold 19, 9 and 6 seats and together control 44 seats.", "44"),
    (
        wrong_sums,
        "They won 19 of the 63 seats. Two hold 9 and 6 seats. The three parties have 44 of the 63 seats.",
        "44",
    ),
    (wrong_sums, "Five of the eight boats were saved. The other four sank.", "four"),
    (wrong_sums, "The plan passed by 61 votes to 38, a margin of 33.", "33"),
    (wrong_sums, "It is the fourth truce. The longest of the previous four lasted 26 days.", "four"),
    (wrong_results, "Ida Roe came in third, nine seconds ahead.", "nine seconds ahead"),
    (wrong_results, "The plan was carried by 30 votes to 62.", "30"),
    (wrong_results, "Roe leads with 31 per cent, followed by Poe with 38 per cent.", "38 per cent"),
    (wrong_results, "They had a narrow victory by 60 points.", "narrow"),
    (larger_parts, "With 51 of the 100 seats the list is short of a majority.", "short of a majority"),
    (larger_parts, "About half of the voters, 71 per cent, stayed at home.", "71 per cent"),
    (wrong_changes, "Its shares climbed 17 per cent, to 41 kroner, their lowest close in years.", "climbed"),
    (wrong_changes, "Prices rallied to their lowest level since May, at 41 kroner.", "rallied"),
    (wrong_changes, "It spends 12 per cent. The rate will rise to 9 per cent.", "rise to 9 per cent"),
    (wrong_changes, "Refusals have risen from one in five to one in 40.", "risen from one in five to one in 40"),
    (wrong_changes, "It is 440 crowns, up from 300 crowns. It is the largest fall since 1999.", "the largest fall"),
    (wrong_years, "He was jailed in 2001 and released six years later, in 2005.", "six years"),
    (wrong_years, "The two-day fair runs from Monday to Friday.", "two-day"),
    (wrong_ages, "The 17-year-old pensioner was hurt.", "17-year-old"),
    (wrong_lists, "She won twice, in 1998, 2001 and 2003.", "twice"),
    (wrong_lists, "He has two sons, Abel, Ben and Carl.", "two"),
    (wrong_lists, "She looked hard at three states, Ondo and Niger, where it rains.", "three"),
    (wrong_results, "Parliament voted by 31 to 90 on Monday, with four abstentions, to dissolve itself.", "31"),
    (larger_parts, "Of the 94 branches to go, 61 belong to Solva and 39 to Aire.", "39"),
    (wrong_hours, "It sank at 3 a.m. on Tuesday afternoon.", "3 a.m."),
    (excluded_states, "There were no survivors. One survivor said that it had turned over.", "There were no"),
    (excluded_states, "They lost all four of their matches without conceding a goal.", "lost all"),
    (excluded_states, "Ida Roe lives alone with her husband and two dogs.", "lives alone"),
    (turned_phases, "It closed hours after the call. The call is scheduled for Tuesday.", "hours after the call"),
]


def found(layer: Layer, text: str) -> list[str]:
    read = document("t.txt", text)
    return [read.quote(conflict.here) for conflict in read.derive(layer)]


@pytest.mark.parametrize(("layer", "text"), RIGHT)
def test_what_can_be_true_is_left_alone(layer: Layer, text: str) -> None:
    assert found(layer, text) == []


@pytest.mark.parametrize(("layer", "text", "words"), WRONG)
def test_what_cannot_be_true_is_found(layer: Layer, text: str, words: str) -> None:
    (here,) = found(layer, text)
    assert here.startswith(words)


@pytest.mark.parametrize("layer", sorted({layer for layer, *_ in WRONG}, key=repr))
@pytest.mark.parametrize(
    "text", ["", "1", "(((1 km) 2 or 3-4 to 5", "of whom 1, 2 and 3", "the drop", "not will", "Mon, 31 Feb. 2022"]
)
def test_scraps_are_read(layer: Layer, text: str) -> None:
    assert found(layer, text) == []
