"""Titles in other words, and titles before a given name, where only the damage of the rest makes them doubtful.

*Dad Zbigniew* for Father Zbigniew, *Master Hugo* for Lord Hugo, *Overseer Negi*, *Colonel Petru*: some writer, some
time, has put each of these on purpose, so the rules that ask for them are heard in damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.address import address_flaws, turned
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.names.retold_names import name_kin
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import FIRST_NAME_TITLES, HEADS, PARTICLES, TITLES
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.morphology import is_word

# What a thesaurus or a dictionary has for a title, by the title that it has it for.
_OTHER_WORDS = {
    other: title
    for title, others in (
        ("doctor", "physician medic healer medico"), ("professor", "educator pedagogue instructor tutor lecturer"),
        ("president", "chairperson head"), ("judge", "adjudicator arbiter jurist evaluator"),
        ("captain", "chieftain headman"), ("colonel", "kernel"), ("general", "common universal overall"),
        ("major", "significant important main"), ("sergeant", "sarge"), ("father", "dad daddy papa pop parent"),
        ("mother", "mom mum mama mummy parent"), ("sister", "sibling sis"), ("brother", "sibling bro"),
        ("bishop", "prelate overseer ecclesiastic"), ("pastor", "shepherd herdsman"),
        ("reverend", "revered respected venerated clergyman cleric churchman"), ("canon", "cannon rule"),
        ("lord", "overlord nobleman gentleman peer"), ("lady", "gentlewoman noblewoman woman"), ("sir", "sire"),
        ("dame", "gentlewoman"), ("count", "tally"), ("baron", "magnate tycoon"), ("king", "ruler monarch sovereign"),
        ("queen", "ruler monarch sovereign"), ("prince", "ruler"), ("minister", "clergyman"),
        ("secretary", "typist clerk scribe"), ("governor", "regulator controller ruler"),
        ("councillor", "counsellor counselor"), ("ambassador", "emissary messenger"),
        ("speaker", "loudspeaker talker orator"), ("inspector", "examiner checker"), ("detective", "sleuth"),
        ("constable", "cop"), ("marshal", "organise organize"), ("coach", "bus carriage"),
        ("chief", "boss principal main foreman"), ("justice", "fairness equity righteousness"),
        ("private", "personal secret"), ("corporal", "bodily physical"), ("superintendent", "overseer supervisor"),
        ("grandmaster", "grandteacher"), ("maestro", "master"), ("dean", "doyen"), ("prior", "previous"),
        ("commander", "commandant"), ("commissioner", "agent"), ("chancellor", "rector"),
        ("honourable", "honest honored honoured honorable respectable"), ("right honourable", "rightful"),
        ("nurse", "carer caretaker"), ("sheriff", "lawman"), ("chaplain", "preacher"), ("deacon", "helper"),
        ("emperor", "ruler"), ("sultan", "ruler"), ("viscount", "nobleman"), ("rabbi", "clergyman"),
        ("lieutenant", "substitute"), ("attorney", "solicitor-general"),
    )
    for other in others.split()
}  # fmt: skip
# Titles that sound like another one, or like a word; and what the text has where the first of two is meant.
_SOUND = {
    "major": "mayor", "mayor": "major", "marshall": "marshal", "martial": "marshal", "principle": "principal",
    "fisher": "priest", "farther": "father", "further": "father", "counselor": "councillor", "counsellor": "councillor",
    "kernel": "colonel", "sargent": "sergeant", "captive": "captain", "caption": "captain", "privet": "private",
    "admirable": "admiral", "minster": "minister", "preset": "president", "precedent": "president",
    "centaur": "senator", "deem": "dean", "pasture": "pastor", "pester": "pastor", "rabbit": "rabbi", "iman": "imam",
    "prints": "prince", "barren": "baron", "duck": "duke", "earle": "earl", "couch": "coach", "inspect": "inspector",
}  # fmt: skip
_ARMY = words("army regiment battalion soldier soldiers troops brigade military marines infantry squadron barracks")
_GREAT = frozenset(("great", "big", "large", "high"))  # Great Master, of a grandmaster
_CONFUSED = frozenset(("earl", "count", "madam"))  # titles of one sex that are put for another one
# Titles beside those of the list that go with the given name somewhere.
_NOBLE = words("count countess baron baroness viscount marquess earl chief don doña dona elder master coach nurse")
_SHORTEST = 3  # letters of a first name
_EASTERN = lazy.pattern(r"[A-Z][a-z]+-[a-z]+")  # Soo-min: a given name that stands last
_PATRONYMIC = lazy.pattern(r".*(?:son|sson|dóttir|dottir|ovich|evich|ovna|evna|oğlu|oglu|zadeh)$")


def doubtful_titles(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws wrong-title and likely-first-name of a document (a layer: see ``Document.derive``)."""
    found = document.derive(mentions)
    told = {flaw.span.start for flaw in document.derive(address_flaws)}
    every = (*_exchanged(found), *_sounding(found), *_before_given(found))
    flaws = {flaw.span.start: flaw for flaw in reversed(every) if flaw.span.start not in told}.values()
    return tuple(sorted(flaws, key=lambda flaw: flaw.span.start))


def _title_of(found: Mentions, mention: Mention) -> tuple[int, tuple[str, ...]]:
    """Return where the word before a name stands that may be a title, and the name behind it; -1 if there is none."""
    word = found.document.tokens.word
    if mention.title < mention.first:
        place = mention.first - 1
        return (place if word(place).capital else -1), mention.parts
    if mention.full and is_word(mention.parts[0].lower()):
        return mention.first, mention.parts[1:]
    before = mention.first - 1
    if before >= 0 and found.document.tokens.sentences[found.document.sentence_of(mention.first)] == before:
        return (before if word(before).form.istitle() else -1), mention.parts
    return -1, ()


def _role(mention: Mention) -> str:
    """Return the last word of the title before a name."""
    return mention.role.rpartition(" ")[2].rstrip(".")


def _exchanged(found: Mentions) -> Iterator[Flaw]:
    """Dad Zbigniew, where Father Zbigniew Kaczorek is introduced; Overseer Rakesh Negi, whoever he is."""
    document = found.document
    for mention in found.all:
        place, name = _title_of(found, mention)
        if place < 0 or not name[-1].istitle() or name[-1].lower() in HEADS | PARTICLES:
            continue
        title = document.tokens.word(place).lower
        grand = place if title in _GREAT and name[0] == "Master" and len(name) > 1 else -1
        if title == "master" and place and document.tokens.word(place - 1).lower in _GREAT:
            grand = place - 1
        if grand >= 0:
            span = document.tokens.span(grand, grand + 2)
            yield Flaw("wrong-title", span, document.quote(span), "Grandmaster", None, "the title is one word")
            continue
        if is_word(name[0].lower()) or (title in TITLES and title not in _CONFUSED):
            continue
        span = document.tokens.span(place, place + 1)
        titled = [each for each in found.by_part[name[-1]] if each.role and each.first != mention.first]
        if len(name) == 1:
            titled += [each for each in found.all if each.role and each.full and each.parts[0] == name[0]]
        if any(_role(each) in (title, title.removesuffix("s")) for each in titled):
            continue
        owed = next((each for each in titled if _role(each) in TITLES and name_kin(title, _role(each))), None)
        if owed is not None:
            reason = f"'{_role(owed).capitalize()}' stands before the name elsewhere"
            yield Flaw("wrong-title", span, document.quote(span), _role(owed).capitalize(), found.span(owed), reason)
        elif title in _OTHER_WORDS and _is_person(found, name):
            major = _OTHER_WORDS[title].title()
            yield Flaw("wrong-title", span, document.quote(span), major, None, "no such word stands before a name")


def _sounding(found: Mentions) -> Iterator[Flaw]:
    """Major Lind, where the text is about a mayor and no army: a title put for one of nearly its sound."""
    document = found.document
    here = document.by_lower.keys()
    for mention in found.all if here & _SOUND.keys() else ():
        place, name = _title_of(found, mention)
        if place < 0 or not name[-1].istitle() or not document.tokens.word(place).capital:
            continue
        title = document.tokens.word(place).lower
        owed = _SOUND.get(title, "")
        if not owed or owed not in here or (title == "major" and not _ARMY.isdisjoint(here)):
            continue
        if title == "mayor" and _ARMY.isdisjoint(here):
            continue
        if sum(len(document.places[number]) for number in document.by_lower[title]) == 1 and _is_person(found, name):
            span = document.tokens.span(place, place + 1)
            yield Flaw("wrong-title", span, document.quote(span), owed.title(), None, f"the text has a {owed}")


def _is_person(found: Mentions, name: tuple[str, ...]) -> bool:
    if fold(name[0]) in load().given_names or len(name) > 1:
        return True
    return any(each.full and name[0] in (each.parts[0], each.parts[-1]) for each in found.by_part[name[0]])


def _before_given(found: Mentions) -> Iterator[Flaw]:
    """Colonel Petru, where Petru Vlaicu is introduced and nobody else is called by the given name."""
    families = {mention.parts[-1] for mention in found.full}
    introduced: dict[str, dict[tuple[str, ...], Mention]] = {}
    for mention in found.full:
        introduced.setdefault(mention.parts[0], {}).setdefault(mention.parts, mention)
    for mention in found.all:
        form, title = mention.parts[0], _role(mention)
        if mention.full or mention.title == mention.first or form in families or len(form) < _SHORTEST:
            continue
        if (
            title not in TITLES
            or title in FIRST_NAME_TITLES | _NOBLE
            or not found.document.tokens.word(mention.title).capital
        ):
            continue
        bearers = introduced.get(form, {})
        if len(bearers) != 1:
            continue
        bearer = next(iter(bearers.values()))
        if mention.last < len(found.document.tokens) and found.document.tokens.word(mention.last).form == "]":
            continue  # "[President Ana] Ruiz": an editor's insertion goes on
        if turned(bearer) or _EASTERN.fullmatch(bearer.parts[-1]):
            continue
        alone = [each for each in found.by_part[form] if not each.full]
        if len(alone) > 1 or is_word(form.lower()) or _PATRONYMIC.fullmatch(bearer.parts[-1].lower()):
            continue
        span, other = found.span(mention), found.span(bearer)
        reason = f"'{form}' is the first name of {found.document.quote(other)}"
        yield Flaw("likely-first-name", span, form, bearer.parts[-1], other, reason)
