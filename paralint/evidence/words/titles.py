"""Words that stand before a name without being part of it: titles, ranks, roles; and the small words inside a name."""

from __future__ import annotations

from paralint.evidence.words.closed import words

ABBREVIATED = words(
    """
    mr mrs ms miss mx dr prof sr sra hon rev fr st sen rep gov gen lt col maj capt cpl sgt cmdr adm pvt amb supt
    insp det cllr atty pres sec brig cdr cmdre vadm radm ssgt pfc pte lcpl bdr flt sqn ald supt const
    """
)

COURTESY = words("mr mrs ms miss mx sir dame lord lady madam madame monsieur dr doctor prof professor")

ROLES = words(
    """
    president vice-president premier minister chancellor secretary governor mayor senator representative
    congressman congresswoman councillor councilman councilwoman deputy speaker ambassador envoy commissioner
    chairman chairwoman chair chief director spokesman spokeswoman spokesperson leader king queen prince
    princess emperor empress sultan emir sheikh shaikh ayatollah imam pope cardinal archbishop bishop reverend
    rabbi father sister brother judge justice magistrate attorney prosecutor lawyer detective inspector
    superintendent constable officer agent sheriff general lieutenant colonel major captain corporal sergeant
    commander admiral commodore marshal private brigadier coach manager striker defender goalkeeper midfielder
    author actor actress singer analyst economist founder ceo cfo coo executive editor reporter correspondent
    historian commissar baron baroness duke duchess earl count countess viscount marquess saint solicitor
    chairperson mp mep msp tsar czar shah chairmen comptroller treasurer dean provost chaplain principal
    headteacher adviser advisor aide spokesmen
    """
)

TITLES = ABBREVIATED | COURTESY | ROLES

# Titles whose bearers are called by their first name.
FIRST_NAME_TITLES = words(
    """
    king queen prince princess emperor empress pope sultan emir sheikh shaikh sir dame lord lady saint st father
    fr sister brother tsar czar shah duke duchess archduke archduchess infanta bishop archbishop cardinal
    patriarch imam ayatollah mullah rabbi reverend rev miss uncle aunt grandpa grandma coach mother swami guru
    """
)

PARTICLES = words(
    """
    de da di do dos das del della degli du des van von der den ter ten te la le las los el al ul bin bint ibn
    abu ben bar y e zu zum zur af av und ap ab mac mc san santa st saint dela vander vom
    """
)

# Particles that are part of the family name wherever it stands alone ("Ben Achour said", "Le Pen said").
FAMILY_PARTICLES = words("ben bin ibn abu le la al el ul du mac mc dos das della del di da st saint san van ter")

SUFFIXES = words("jr sr ii iii iv kc qc sc mp mep msp mla td phd md esq obe cbe mbe frs")

WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
MONTH_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
"""A piece of patterns."""
MONTHS = frozenset(MONTH_NAMES.lower().split("|"))
SURE_MONTHS = MONTHS - {"may"}
"""The months whose names are hardly ever other words in lower case."""
CALENDAR = (
    WEEKDAYS
    | MONTHS
    | words(
        """
        mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec christmas easter
        ramadan
        """
    )
)

# Nouns that close the name of an organisation, a place or an event, so that no title stands in it.
HEADS = words(
    """
    academy administration agency airlines airport alliance army assembly association authority avenue bank
    battalion bay beach board bridge brigade bureau cathedral center centre chamber church city club coast
    college commission committee community company conference congress convention cooperation corporation corps
    council county court cup department directorate district division drive election electric embassy fleet
    force forces forum foundation front fund games government group guard hall highway hospital house inc inn
    institute institution island islands journal lake league library line llc ltd magazine mall market marathon
    ministry motors mountain mountains museum navy network news newspaper north northwest office oil
    organisation organization palace parade park parliament party peninsula philharmonic plaza police port post
    prison prize province range region republic river road room school sea senate series service services
    society south square stadium state states station street summit team technologies telegraph theater theatre
    times tower town treaty tribune trust union unit university valley village wall west war works world zoo
    """
)
# Faiths, and peoples that are told of as faiths are: two of them joined are no garbled name.
FAITHS = words("muslim christian jewish hindu buddhist sikh catholic protestant orthodox islamic uighur uyghur kurdish")
