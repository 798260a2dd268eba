"""One person called by a noun for a man here and by its twin for a woman there: chairman and chairwoman.

A noun in -man alone is no evidence, since it is also said of women; that a text calls one person both is. A woman is
nobody's son, and no Mr, if her given name or her pronouns tell that she is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from paralint.evidence.names.cast import Cast
from paralint.evidence.names.genders import NAME_WEIGHT, given_sex
from paralint.evidence.names.mentions import Mention, mentions
from paralint.evidence.names.spellings import fold
from paralint.evidence.restatements.conflicts import Conflict
from paralint.evidence.words.closed import OF_PERSONS, words
from paralint.evidence.words.sexes import COURTESY, EITHER, KIN, ORDERS, RANKS, SEXES, TWINS
from paralint.text.words import TokenKind

_SEX_OF_TITLE = {**RANKS, **ORDERS, **COURTESY}
_OWN = ("mr", "ms")  # Mrs Abel Roe may be Abel Roe's wife
_UNSURE = EITHER | words("spokesman salesman businessman sportsman ms mr mrs sir lord lady dame baron")
# Given names that are those of places and prizes as well.
_NO_GIVEN = words(
    "Jordan Georgia Chelsea Paris Victoria Florence Charlotte Sydney St Mercedes Oscar Tony Emmy Della Marie Israel"
)
_DETERMINED = words("his her their my our your a an the")
_CLOSING = words("was is has had said says who will would told were died joined lives won runs and")
_SURE = 2.0  # weight of the signs of the other gender: a given name and a pronoun, or two pronouns
_REACH = 6  # tokens between the comma behind a name and the noun


def two_genders_of_role(persons: Cast) -> Iterator[Conflict]:
    """Yield the noun that calls a person a man or a woman against a noun of the other sex elsewhere."""
    document = persons.document
    called: defaultdict[str, dict[str, list[int]]] = defaultdict(lambda: {"f": [], "m": []})
    for noun, sex in TWINS.items():
        for kind in document.by_lower.get(noun, ()):
            for token in document.places[kind]:
                person = _bearer(persons, token)
                if person:
                    called[person][sex].append(token)
    tokens = document.tokens
    for person, by_sex in sorted(called.items()):
        if not all(by_sex.values()):
            continue
        its, _ = persons.gender(person)
        fewer, more = sorted(by_sex, key=lambda sex: (len(by_sex[sex]), sex == its, -max(by_sex[sex])))
        here, there = min(by_sex[fewer]), min(by_sex[more])
        if len(by_sex[fewer]) == 1:
            yield Conflict("gender", tokens.span(here, here + 1), tokens.span(there, there + 1), 1.0, person.title())


def wrong_kin(persons: Cast) -> Iterator[Conflict]:
    """Yield "the son" of "Ida Roe, the son of a baker"."""
    document = persons.document
    tokens = document.tokens
    word, end = tokens.word, len(tokens)
    for candidate in persons.candidates:
        last = persons.mention(candidate).last if candidate.person else end
        if last + 3 >= end or word(last).form != "," or word(last + 1).lower not in ("the", "a"):
            continue
        noun = last + 2
        if word(noun).lower not in KIN or word(noun + 1).lower != "of" or persons.inside[noun]:
            continue
        sex = SEXES[word(noun).lower]
        votes = persons.votes[candidate.person]
        its = sum(vote.weight for vote in votes if vote.gender != sex)
        same = [vote for vote in votes if vote.gender == sex and vote.token != noun]
        if its >= _SURE and not same:
            there = persons.witness(candidate.person, sex, range(0))
            here, other = tokens.span(noun, noun + 1), tokens.span(there, there + 1)
            yield Conflict("gender", here, other, 1.0, persons.called(candidate))


def wrong_title(persons: Cast) -> Iterator[Conflict]:
    """Yield "Mr" of "Mr Ida Roe", where she is called by another title or by none elsewhere."""
    document = persons.document
    tokens = document.tokens
    for person, title in persons.doubted.items():
        votes = [vote for vote in persons.votes[person] if vote.token != title.token]
        its = sum(vote.weight for vote in votes if vote.gender != title.gender)
        if its < _SURE or any(vote.gender == title.gender for vote in votes):
            continue
        named = [each for each in persons.candidates if each.person == person and each.full]
        bearer = next((each for each in named if persons.mention(each).title == title.token), None)
        if bearer is not None:
            there = persons.witness(person, title.gender, range(0))
            here, other = tokens.span(title.token, title.token + 1), tokens.span(there, there + 1)
            yield Conflict("gender", here, other, 1.0, persons.called(bearer))


def wrong_nouns(persons: Cast) -> Iterator[Conflict]:
    """Yield the noun for a woman right before a man's name, or the other way round: "a monk, Sister Ida"."""
    document = persons.document
    tokens = document.tokens
    word = tokens.word
    for mention in document.derive(mentions).all:
        titled = mention.role.split(" ")[-1].rstrip(".") if mention.title < mention.first else ""
        sex = _SEX_OF_TITLE.get(titled, "")
        there = mention.title if sex else mention.first
        if not sex:
            sex, weight = given_sex(fold(mention.parts[0]))
            if sex not in ("f", "m") or weight < NAME_WEIGHT or not _is_plain(mention):
                continue
        if titled in _OWN and len(mention.parts) > 1:
            yield from _misaddressed(persons, mention)
        noun = _noun_before(persons, mention.title if titled else mention.first)
        if noun is None or SEXES[word(noun).lower] == sex:
            continue
        votes = persons.votes.get(_key(persons, mention), ())
        if any(vote.gender != sex and vote.token != noun for vote in votes):
            continue
        here, other = tokens.span(noun, noun + 1), tokens.span(there, there + 1)
        yield Conflict("gender", here, other, 1.0, document.quote(other))


def _is_plain(mention: Mention) -> bool:
    """Whether a name is a given name and a family name, and nothing that only begins as one."""
    return mention.parts[0] not in _NO_GIVEN and all(len(part.rstrip(".")) > 1 for part in mention.parts)


def _misaddressed(persons: Cast, mention: Mention) -> Iterator[Conflict]:
    """Yield the title of "Mr Ida Roe"; Mrs Abel Roe may be Abel Roe's wife."""
    sex, weight = given_sex(fold(mention.parts[0]))
    other = _SEX_OF_TITLE[mention.role.split(" ")[-1].rstrip(".")]
    if sex not in ("f", "m") or weight < NAME_WEIGHT or sex == other or not _is_plain(mention):
        return
    votes = persons.votes.get(_key(persons, mention), ())
    if not any(vote.gender == other and vote.token != mention.title for vote in votes):
        tokens = persons.document.tokens
        here = tokens.span(mention.title, mention.title + 1)
        there = tokens.span(mention.first, mention.first + 1)
        yield Conflict("gender", here, there, 1.0, persons.document.quote(there))


def _noun_before(persons: Cast, first: int) -> int | None:
    """Return the gendered noun that stands right before a name: "a monk, Sister", "her brother Ida", "a man named"."""
    document = persons.document
    word = document.tokens.word
    begin = document.tokens.sentences[document.sentence_of(first)]
    place = first - 1
    if place > begin + 1 and word(place).lower == "as" and word(place - 1).lower in ("named", "identified"):
        place -= 1  # "a man named as Ida Roe", "the girl, identified as"
    if place > begin and word(place).lower in ("named", "called", "identified"):
        place -= 1
        place -= word(place).form == ","
    elif place > begin and word(place).form == ",":
        place -= 1
    if place < begin or persons.inside[place] or (word(place).capital and place != begin):
        return None
    lower = word(place).lower
    if lower not in SEXES or lower in _UNSURE:
        return None
    if word(first - 1).form == ",":
        # "his sister, Ida Roe," is one person; "his sister, Ida Roe and …" and "her father, Ida" in a list are not.
        determined = any(
            word(token).lower in _DETERMINED or word(token).lower.endswith(("'s", "’s"))
            for token in range(max(begin, place - 3), place)
        )
        end = document.tokens.sentences[document.sentence_of(first) + 1]
        close = next((token for token in range(first, min(first + 5, end)) if not word(token).capital), end)
        closed = close < end and (word(close).form in ",.;)" or word(close).lower in _CLOSING)
        listed = (
            any(word(token).form == "," for token in range(begin, place)) and close < end and word(close).lower == "and"
        )
        return place if determined and closed and not listed else None
    return place


def wrong_relations(persons: Cast) -> Iterator[Conflict]:
    """Yield "the son" of "Ida Roe is the son of a postman" and "a mother of two" of "Abel Roe, a mother of two"."""
    document = persons.document
    tokens = document.tokens
    word, end = tokens.word, len(tokens)
    for candidate in persons.candidates:
        if not candidate.person or not candidate.full:
            continue
        mention = persons.mention(candidate)
        place = mention.last
        if place + 3 >= end or word(place).lower not in (",", "is", "was", "became"):
            continue
        place += 1 + (word(place + 1).lower in ("the", "a", "also"))
        noun = place + (
            word(place).lower in ("only", "eldest", "youngest", "single", "proud", "married", "younger", "elder")
        )
        if word(place).lower in OF_PERSONS and word(mention.last).form == ",":
            noun = place + 1  # "Abel Roe, her sister,"
        elif word(mention.last).form == ",":
            noun = _of_owner(persons, mention.last + 1) or noun
        lower = word(noun).lower
        owned = noun != place
        behind = word(noun + 1).lower if noun + 1 < end else ""
        if lower not in KIN or persons.inside[noun]:
            continue
        after = word(noun + 2).form if noun + 2 < end else ""
        closed = behind in (".", ";", "who") or (behind == "," and after.islower() and after not in _LISTING)
        if behind != "of" and not (owned and closed):
            continue
        sex, weight = given_sex(fold(mention.parts[0]))
        if sex not in ("f", "m") or weight < NAME_WEIGHT or sex == SEXES[lower] or not _is_plain(mention):
            continue
        votes = persons.votes.get(candidate.person, ())
        if not any(vote.gender != sex and vote.token != noun for vote in votes):
            here, other = tokens.span(noun, noun + 1), tokens.span(mention.first, mention.first + 1)
            yield Conflict("gender", here, other, 1.0, persons.called(candidate))


def _of_owner(persons: Cast, place: int) -> int | None:
    """Return the noun of "the guide's brother" behind the comma of a name."""
    word, end = persons.document.tokens.word, len(persons.document.tokens)
    for token in range(place, min(place + _OWNER, end - 1)):
        if word(token).kind is TokenKind.PUNCTUATION:
            return None
        if word(token).lower.endswith(("'s", "’s")):
            noun = token + 1 + (word(token + 1).lower in ("eldest", "youngest", "younger", "elder", "older", "only"))
            return noun if noun < end and word(noun).lower in KIN else None
    return None


_OWNER = 6  # tokens from a name to the mark of whom it is kin to
_LISTING = words("and or as well a an the his her their two three four")  # Ida Roe, her brother, and his wife


def _bearer(persons: Cast, token: int) -> str:
    """Return the key of whom a noun is said of, right before the name or in apposition behind it."""
    document = persons.document
    if persons.inside[token]:
        return ""
    starts = {mention.first: mention for mention in document.derive(mentions).all}
    if token + 1 in starts:
        return _key(persons, starts[token + 1])
    word = document.tokens.word
    begin = document.tokens.sentences[document.sentence_of(token)]
    before = range(token - 1, max(begin, token - _REACH) - 1, -1)
    comma = next((place for place in before if word(place).kind is TokenKind.PUNCTUATION), -1)
    if comma < 0 or word(comma).form != ",":
        return ""
    ends = {mention.last: mention for mention in document.derive(mentions).all}
    return _key(persons, ends[comma]) if comma in ends else ""


def _key(persons: Cast, mention: Mention) -> str:
    """Return the folded family name of a mention, with the given name where several persons bear it."""
    family = fold(mention.parts[-1])
    if len(persons.families.get(family, ())) < 2:
        return family
    return f"{fold(mention.parts[0])} {family}" if len(mention.parts) > 1 else ""
