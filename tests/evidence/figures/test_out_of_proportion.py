from __future__ import annotations

import pytest

from paralint.evidence.figures.out_of_proportion import out_of_proportion
from paralint.text.read import document


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("She painted about 30 portraits. Only 74 of them survive.", "74"),
        ("The firm has 60 lorries; 85 of them have broken down.", "85"),
        ("It was there that 14 of the 12 were found.", "14 of the 12"),
        ("More than 3,100 people sat the test, and about 3,400 passed.", "3,400"),
        ("Some 800 applied and 1,200 were accepted.", "1,200"),
        ("They are trying to raise £20,000 for a roof. By Sunday they had £61,000.", "£61,000"),
        ("Crowds were smaller than the 900 that they had hoped for, but about 2,200 came.", "smaller than the 900"),
        ("Shares rose 4 per cent, their worst week in a decade.", "rose 4 per cent"),
        ("Norway has promised $9m, slightly less than half of the $16m that it will cost.", "slightly less than half"),
        ("Of the 60 seats 22, almost two-thirds, are held by farmers.", "almost two-thirds"),
        ("She would command only 64 of the 100 seats.", "64 of the 100"),
        ("The union said 1,200 marched; the police put the number higher, at 700.", "higher"),
        ("It made 450 cars in May, against 390,000 in April.", "390,000"),
        ("She made 14 of eight shots.", "14 of eight"),
        ("The four suspects, aged 23, 31 and 34, were arrested.", "four"),
        ("It stopped four times: twice for repairs, once for a storm and twice for love.", "twice"),
        ("The ship is worth US$95 million (S$123 billion), and her cargo more.", "S$123 billion"),
        ("The truce lasted for ten days, from May 3 until May 7.", "ten days"),
        ("They led by five goals at half-time, 16-12, and lost.", "16-12"),
        ("For six columns she asks £1.1 million; for the whole 22, about £40 million.", "£40 million"),
        ("A cell of 16 officers, six from each side, will meet.", "six from each side"),
        ("Roe came with six children, both of them her own.", "both of them"),
        ("Of the 14 asked, nine had foretold a cut, five no change and one an increase.", "five"),
        ("They would pay €2m a year, a fifth of the town's budget of €10bn.", "€10bn"),
        ("It has lost money in six of the past five years.", "six of the past five years"),
        ("In 900 trials it stopped 29 times, and in 37 of those cases it was a bird.", "37"),
        ("He earns 19,200 euros a month and was given a month's pay, about 1,600 euros.", "19,200 euros"),
        ("Nearly all of the 80 houses, 12 of them, were damaged.", "Nearly all"),
        ("All but two of the 12 boats, nine in number, sank.", "nine"),
        ("The board voted 2 to 1 to sell. Ida Roe cast one of the two votes against.", "two votes against"),
        ("Stocks have shrunk to 90 tonnes, enough for nine weeks; two years ago they lasted five.", "nine weeks"),
    ],
)
def test_what_cannot_be(text: str, here: str) -> None:
    read = document("a.txt", text)
    assert here in {read.quote(conflict.here) for conflict in out_of_proportion(read)}


@pytest.mark.parametrize(
    "text",
    [
        "She painted about 30 portraits. Only 14 of them survive.",
        "Some 800 applied and 120 were accepted.",
        "Unemployment fell 2 per cent, its best month in a decade.",
        "Norway has promised $9m, slightly more than half of the $16m that it will cost.",
        "The union said 1,200 marched; the police put the number lower, at 700.",
        "Ida Quist, 71, keeps cows and milks 90 of them herself.",
        "She met two boys, and 14 of them sang. It made 9 billion of them in three halls.",
        "It has four halls. Four in ten of those who came were late.",
        "Traffic has risen by 31 per cent since 2010; in 2024 there were 18 accidents.",
        "The three suspects, aged 23, 31 and 34, were held for five days, from May 3 to May 7.",
        "Roe has two sons, both of them sailors.",
        "It stopped four times: twice for repairs and twice for love. The ship cost $95 million (£70 million).",
        "They led by four goals, 16-12. Of the 15 asked, nine said yes, five no and one nothing.",
        "A panel of 12, six from each side, met. Of the 15 asked, nine came from 12 of the towns and one from afar.",
        "Ms Park said that only 11 of the two firms' 340 routes overlapped.",
    ],
)
def test_what_can_be(text: str) -> None:
    assert not out_of_proportion(document("a.txt", text))
