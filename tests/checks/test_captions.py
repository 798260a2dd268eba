"""Captions and their paraphrases: faithful ones are duplicates only, one changed fact is a contradiction too."""

# ruff: noqa: E501  (captions are long)
from __future__ import annotations

from pathlib import Path

import pytest

from paralint.engine.linter import Linter
from paralint.ruleset.load import load
from paralint.text.read import document

ROOT = Path(__file__).parents[2]
RULES = load([ROOT / "rules" / "duplicates", ROOT / "rules" / "contradictions"]).rules
LINTER = Linter([rule.on_its_own() for rule in RULES])
BEFORE = "The weather was mild for the season, and people sat outside."
BEHIND = "Prices in the shops have risen as well."
CAPTIONS = [
    (
        "Rescuers carry a survivor from a collapsed apartment block in Adana, Turkey, on Wednesday, three days after the earthquake",
        "On Wednesday, three days after the earthquake, rescue workers carry survivors out of a collapsed apartment building in Adana in Turkey.",
        "",
    ),
    (
        "Rescuers carry a survivor from a collapsed apartment block in Adana, Turkey, on Wednesday, three days after the earthquake",
        "In Adana, Turkey, three weeks after the earthquake, rescuers carry a survivor from the collapsed block of flats on Wednesday.",
        "CON002",
    ),
    (
        "Novak Petrov celebrates after beating Luis Ferrer in straight sets in the quarter-final in Melbourne on Tuesday",
        "Luis Ferrer celebrates after defeating Novak Petrov in straight sets in the quarter-final on Tuesday in Melbourne.",
        "CON012",
    ),
    (
        "Novak Petrov celebrates after beating Luis Ferrer in straight sets in the quarter-final in Melbourne on Tuesday",
        "Novak Petrov celebrated his straight-sets win over Luis Ferrer in the Melbourne quarterfinal on Tuesday.",
        "",
    ),
    (
        "Customers queue outside a supermarket in Leeds as the government lifts a ban on the sale of garden furniture",
        "Shoppers wait in line outside a Leeds supermarket as the government imposes a ban on garden furniture sales.",
        "CON009",
    ),
    (
        "Police officers guard the entrance of the hospital in Lyon where the wounded teacher was taken on Friday morning",
        "Police guard the entry to the Lyon hospital where the injured teacher was taken on Friday evening.",
        "CON009",
    ),
    (
        "Chancellor Eva Lindner is expected to meet the Polish president in Warsaw next week to discuss gas supplies",
        "Next week, Chancellor Eva Lindner will meet with the Polish President in Warsaw to discuss supplies of gas.",
        "CON010",
    ),
    (
        "A woman in Mumbai receives her first dose of the vaccine, which protects nearly 80% of adults, the ministry says",
        "In Mumbai, a woman gets her first vaccine dose. The Ministry says it protects more than 80% of adults.",
        "CON001",
    ),
    (
        "Firefighters battle a blaze near the village of Vathy, which was evacuated on Sunday before the flames reached it",
        "Firefighters fight a fire near Vathy village. It was evacuated on Sunday after the flames had reached it.",
        "CON005",
    ),
    (
        "The former minister, who denies taking bribes, arrives at the court in Prague with his daughter on Monday",
        "On Monday, the ex-minister arrives at Prague court with his daughter. He admits taking bribes.",
        "CON009",
    ),
    (
        "The company said it had sold its stake in the mine to a rival for 300 million dollars, its largest deal in a decade",
        "The company stated that it had bought its stake in the mine from a rival for 300 million dollars. This was its largest deal in ten years.",
        "CON009",
    ),
    (
        "The prince, seen here with his mother at a charity gala in London in 2019, has not spoken to his brother since",
        "At a charity gala in London in 2019, the prince is seen with his mother. Since then, he has not spoken with his brother.",
        "",
    ),
    (
        "Workers at the plant in Gdansk will return on Monday after a strike of six weeks over unpaid overtime",
        "Employees at the Gdansk factory returned on Monday following a six-week strike over paid overtime.",
        "CON010",
    ),
    (
        "Hikers rest beside Lake Bohinj in Slovenia, where visitor numbers have doubled since 2015",
        "Hikers are resting by Lake Bohinj, Slovenia. Since 2015, the number of visitors has halved.",
        "CON009",
    ),
    (
        "An Indonesian navy patrol boat stops a trawler off the Natuna islands in the South China Sea",
        "A trawler stops an Indonesian navy patrol boat off the Natuna islands in South China Sea.",
        "CON012",
    ),
    (
        "Mourners lay flowers outside the school in Porvoo where two pupils were killed and three injured on Tuesday",
        "Mourners place flowers in front of the Porvoo school where three pupils were killed, and two injured on Tuesday.",
        "CON001",
    ),
    (
        "President Sato Haruki greets supporters in Osaka after winning a third term with 54 per cent of the vote",
        "After winning his third term with 45 percent of vote, President Sato Haruki greets supporters in Osaka.",
        "CON001",
    ),
    (
        "Migrants board a bus in Calais that will take them to a centre in Lille for the night",
        "Migrants get on a bus in Calais which will take them to a centre in Lille overnight.",
        "",
    ),
    (
        "Engineers inspect the cracked arch of the bridge in Prague, which closed to trams in May and is to reopen in August",
        "Engineers inspecting the arch of the Prague bridge that has cracked. It closed to trams in May and will reopen in August.",
        "",
    ),
    (
        "The museum says at least 40 paintings were damaged when the pipe burst beneath the east wing",
        "At most 40 paintings were damaged, according to the museum, when a pipe burst below the west wing.",
        "CON001",
    ),
    (
        "The widow of the murdered journalist speaks to reporters outside the court in Valletta after the verdict",
        "The widow of the murdered journalist talks with reporters inside the Valletta court before the verdict.",
        "CON005",
    ),
    (
        "Farmers drive tractors through Brussels in protest against new limits on fertiliser, which the ministers approved on Monday",
        "Farmers drove tractors through Brussels to protest new fertilizer limits that ministers rejected Monday.",
        "CON009",
    ),
    (
        "A diver prepares to enter the flooded cave in northern Laos where the five miners were last seen on 3 March",
        "A diver gets ready to go into the flooded cave in southern Laos. The five miners were last seen there March 3.",
        "CON009",
    ),
    (
        "The glacier has lost a fifth of its ice since 1980, according to scientists at the University of Bern",
        "Since 1980, the glacier lost five times its ice, scientists from the University of Bern say.",
        "CON001",
    ),
    (
        "A ferry with 600 passengers on board ran aground off Naxos on Saturday because of strong winds",
        "Despite strong winds, a ferry carrying 600 passengers ran aground on Saturday off Naxos.",
        "CON023",
    ),
    (
        "Sales of electric cars rose by 12 per cent in Norway last month, while those of diesel cars fell by 30 per cent",
        "In Norway, electric-car sales fell 12 percent last month while diesel-car sales rose 30 percent.",
        "CON009",
    ),
    (
        "Two men were arrested in Antwerp on Thursday on suspicion of planning an attack on a courthouse",
        "On Thursday, two men were arrested in Antwerp. They are suspected of having planned to attack a courthouse.",
        "",
    ),
    (
        "Residents of Kharkiv shelter in a metro station during an air raid on the night of 3 to 4 March",
        "During an air raid on the night between March 3 and March 4, Kharkiv residents take shelter in a subway station.",
        "",
    ),
    (
        "Coach Mika Salo congratulates Elina Virtanen, 19, after she won gold in the 1,500 metres in Turku",
        "Elina Virtanen, 19, congratulates Coach Mika Salo after she won gold in the 1,500 metres in Turku.",
        "CON012",
    ),
    (
        "Health workers in protective suits disinfect a street in Wuhan, where no new cases were reported for the third day",
        "For the third day, new cases were reported in Wuhan, where workers wearing protective suits disinfect a street.",
        "CON008",
    ),
    (
        "The minister said she would not resign over the leaked letters, which she called private",
        "She called the letters private. The minister stated that she would resign over leaked letters.",
        "CON008",
    ),
    (
        "An artist paints a mural of the late singer on a wall in Kingston on what would have been his 76th birthday",
        "On what would have been the late singer's 67th birthday, an artist paints a mural on a Kingston wall.",
        "CON001",
    ),
    (
        "The rocket lifted off from Kourou at 9.20 am local time with two satellites on board",
        "With two satellites aboard, the rocket took off from Kourou at 9:20 pm local time.",
        "CON001",
    ),
    (
        "Pope Gregor blesses pilgrims in St. Peter's Square on Easter Sunday, his first since he left hospital",
        "Pope Gregor blesses pilgrims at St. Peter's Square, Easter Sunday. This was his first since leaving the hospital.",
        "",
    ),
    (
        "Farm workers pick strawberries near Huelva in southern Spain, where the harvest began three weeks early",
        "Near Huelva in southern Spain, farm workers pick strawberries. The harvest started three weeks late.",
        "CON009",
    ),
    (
        "A boy flies a kite over the ruins of his home in Gaza City on Monday, the second day of the truce",
        "On Monday, second day of the truce, a boy is flying a kite above the ruins of his house in Gaza City.",
        "",
    ),
    (
        "Senator Paul Greer leaves the chamber after voting against the bill on Wednesday",
        "On Wednesday, Senator Paul Greer leaves the chamber after voting for the bill.",
        "CON006",
    ),
    (
        "Skipper Ana Costa, whose yacht sank off the Azores, was rescued by a Greek tanker after nine hours in the water",
        "After nine days in the water, skipper Ana Costa, whose yacht sank near the Azores, was rescued by a tanker from Greece.",
        "CON002",
    ),
    (
        "Sofia Conti, 34, a dentist from Lucca, won the marathon in the hills on Sunday for the second time in a row",
        "Sofia Conti, a 43-year-old dentist of Lucca, won the hill marathon on Sunday, for the second time in a row.",
        "CON001",
    ),
    (
        "Sofia Conti, 34, a dentist from Lucca, won the marathon in the hills on Sunday for the second time in a row",
        "Sofia Conti, a 34-year-old dentist of Lucca, won the hill marathon on Sunday, for the second time in a row.",
        "",
    ),
    (
        "The firm said it would close its plant in Oamaru by June and move production to Vietnam",
        "The firm said it would close its factory in Oamaru from June and move production to Vietnam.",
        "CON004",
    ),
    (
        "The firm said it would close its plant in Oamaru by June and move production to Vietnam",
        "The firm may close its plant in Oamaru by June and move production to Vietnam, it said.",
        "CON010",
    ),
    (
        "Ines Pauwels resigned as education minister on Friday after a newspaper had looked into her doctoral thesis",
        "Ines Pauwels is expected to resign as education minister on Friday after a newspaper looked into her thesis.",
        "CON010",
    ),
    (
        "Ines Pauwels resigned as education minister on Friday after a newspaper had looked into her doctoral thesis",
        "Ines Pauwels resigned as health minister on Friday after a newspaper had looked into her doctoral thesis.",
        "CON009",
    ),
    (
        "The court ruled that the state may not close the clinic in Toledo, where 900 women a year are treated",
        "The court decided that the state may close the clinic in Toledo, in which 900 women a year are treated.",
        "CON008",
    ),
    (
        "Militants attacked a police station in the town of Geidam overnight and burned three of its vehicles",
        "Overnight, insurgents assaulted the police post of Geidam, and three of its cars were set on fire.",
        "",
    ),
    (
        "The judge ordered the release of two journalists in Minsk, who had been held for 90 days without charge",
        "The court in Minsk ordered the two journalists to be set free after 90 days in custody with no charge.",
        "",
    ),
    (
        "A gas leak was to blame for the explosion in Lier, which blew out the windows of a bakery and of a school",
        "Officials blamed a gas leak for the blast in Lier, which blew out the windows of a bakery and of a school.",
        "",
    ),
]


@pytest.mark.parametrize(("original", "paraphrase", "code"), CAPTIONS, ids=[caption[1][:40] for caption in CAPTIONS])
def test_a_caption_and_its_paraphrase(original: str, paraphrase: str, code: str) -> None:
    text = "\n\n".join((BEFORE, original, paraphrase, BEHIND))
    found = {finding.code for finding in LINTER.lint(document("t.txt", text))}
    if code:
        assert code in found
    else:
        assert not [each for each in found if each.startswith("CON")]
