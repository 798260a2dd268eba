"""Titles before a given name, where only the damage of the rest makes them doubtful.

*Colonel Petru* for Colonel Vlaicu: some writer, some time, has put it on purpose, so the rule that asks is heard in
damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.address import address_flaws, turned
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.words.closed import words
from paralint.evidence.words.titles import FIRST_NAME_TITLES, TITLES
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.morphology import is_word

# Titles beside those of the list that go with the given name somewhere.
_NOBLE = words("count countess baron baroness viscount marquess earl chief don doña dona elder master coach nurse")
_SHORTEST = 3  # letters of a first name
_EASTERN = lazy.pattern(r"[A-Z][a-z]+-[a-z]+")  # Soo-min: a given name that stands last
_PATRONYMIC = lazy.pattern(r".*(?:son|sson|dóttir|dottir|ovich|evich|ovna|evna|oğlu|oglu|zadeh)$")


def likely_first_names(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws likely-first-name of a document (a layer: see ``Document.derive``)."""
    found = document.derive(mentions)
    told = {flaw.span.start for flaw in document.derive(address_flaws)}
    flaws = (flaw for flaw in _before_given(found) if flaw.span.start not in told)
    return tuple(sorted(flaws, key=lambda flaw: flaw.span.start))


def _role(mention: Mention) -> str:
    """Return the last word of the title before a name."""
    return mention.role.rpartition(" ")[2].rstrip(".")


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
