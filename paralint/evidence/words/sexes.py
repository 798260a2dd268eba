"""Nouns and titles for persons of one sex, as English has them: in pairs, and those that have no twin.

A noun in "-man" and a few others are also said of women ("chairman Jane Roe"): of these ``EITHER`` are no evidence of
anything. What else is asked of such a noun, where it stands and what speaks against it, is a matter of who asks.
"""

from __future__ import annotations

from collections.abc import Mapping

from paralint.evidence.words.closed import words


def _twins(listed: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of a text, each the noun for a man, a colon, and the noun for a woman."""
    return tuple((man, woman) for man, _, woman in (pair.partition(":") for pair in listed.split()))


_KIN = _twins(
    """
    father:mother dad:mum dad:mom husband:wife son:daughter brother:sister uncle:aunt nephew:niece
    grandfather:grandmother granddad:grandma grandad:grandma grandson:granddaughter widower:widow
    boyfriend:girlfriend fiancé:fiancée fiancé:fiancee stepfather:stepmother stepson:stepdaughter
    stepbrother:stepsister half-brother:half-sister ex-husband:ex-wife father-in-law:mother-in-law
    son-in-law:daughter-in-law brother-in-law:sister-in-law godfather:godmother godson:goddaughter groom:bride
    bridegroom:bride
    """
)
_RANKS = _twins(
    """
    king:queen prince:princess emperor:empress tsar:tsarina duke:duchess marquess:marchioness count:countess
    earl:countess viscount:viscountess baron:baroness lord:lady sir:dame
    """
)
_ORDERS = _twins("brother:sister father:mother abbot:abbess monk:nun priest:priestess")
_COURTESY = _twins("mr:ms mr:mrs mr:miss sir:madam monsieur:madame")
_WORK = _twins(
    """
    spokesman:spokeswoman assemblyman:assemblywoman statesman:stateswoman anchorman:anchorwoman newsman:newswoman
    cameraman:camerawoman fireman:firewoman craftsman:craftswoman salesman:saleswoman nobleman:noblewoman
    serviceman:servicewoman lineman:linewoman alderman:alderwoman policeman:policewoman chairman:chairwoman
    businessman:businesswoman congressman:congresswoman councilman:councilwoman sportsman:sportswoman
    horseman:horsewoman actor:actress waiter:waitress heir:heiress host:hostess landlord:landlady
    headmaster:headmistress barman:barmaid frenchman:frenchwoman englishman:englishwoman irishman:irishwoman
    hero:heroine god:goddess
    """
)
_CALLINGS = {
    "m": words(
        """
        fisherman postman milkman doorman workman handyman foreman ferryman stuntman frontman dutchman welshman scotsman
        bachelor
        """
    ),
    "f": words("housewife mistress governess midwife seamstress ballerina soprano mezzo-soprano contralto"),
}
_OTHERS = {
    "m": words("man boy gentleman schoolboy male pope cardinal"),
    "f": words("woman girl schoolgirl female"),
}


def _sexes(twins: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {noun: sex for pair in twins for noun, sex in zip(pair, "mf", strict=True)}


def _all(listed: dict[str, frozenset[str]]) -> dict[str, str]:
    return {noun: sex for sex, nouns in listed.items() for noun in nouns}


KIN = frozenset(_sexes(_KIN))
"""Whom somebody is to somebody else: who is called so has a name of their own."""
RELATIVES = KIN | words("parents cousin twin")
"""Whom somebody is to somebody else, of either sex."""
RANKS: Mapping[str, str] = _sexes(_RANKS)
"""The sex of rulers and of titles of nobility."""
ORDERS: Mapping[str, str] = _sexes(_ORDERS)
"""The sex of those who have taken vows."""
COURTESY: Mapping[str, str] = _sexes(_COURTESY)
"""The sex of the titles that everybody has."""
CALLINGS: Mapping[str, str] = {**_sexes(_WORK), **_sexes(_ORDERS[2:]), **_all(_CALLINGS)}
"""The sex of what somebody is by trade or by what they are called at home, France or the abbey."""
TWINS: Mapping[str, str] = {**_sexes(_WORK), "widower": "m", "widow": "f"}
"""The sex of nouns of which each has another one beside it: who is a chairman is no chairwoman."""
SEXES: Mapping[str, str] = {
    noun: sex
    for noun, sex in {**_sexes(_KIN), **RANKS, **ORDERS, **COURTESY, **CALLINGS, **_all(_OTHERS)}.items()
    if noun not in ("count", "heir")  # a count of votes, an heir of either sex
}
"""The sex of all of them, ``m`` or ``f``."""
COUNTERPARTS: Mapping[str, str] = {
    one: other
    for man, woman in reversed((*_KIN, *_RANKS, *_ORDERS, *_COURTESY, *_WORK))
    for one, other in ((man, woman), (woman, man))
}
"""The noun or title for the other sex; of several the first one that is listed."""
EITHER = words("actor host hero chairman god priest female male")
