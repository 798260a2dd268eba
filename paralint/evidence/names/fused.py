"""Names that have lost the blank or the hyphen between two of their parts: *Volodymyrzelsky*, *Lindberghansen*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.forms import CROWD, Forms
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.introductions import peoples
from paralint.evidence.names.mentions import Mention
from paralint.evidence.names.spellings import derived, fold, likeness
from paralint.evidence.words.titles import PARTICLES
from paralint.text.morphology import is_word

_Rights = dict[str, tuple[str, str, Mention]]
"""What stands behind a part of a name, folded: both parts as written, and one of the mentions."""


def fused(names: Forms) -> Iterator[Flaw]:
    """A token that is two neighbouring parts of a name run together, letters lost or not."""
    firsts: dict[str, _Rights] = defaultdict(dict)
    for mention in names.mentions.full:
        for left, right in pairwise(mention.parts):
            if len(left) > 1 and len(right) > 2:
                firsts[fold(left)].setdefault(fold(right), (left, right, mention))
    if not firsts:
        return
    for form in names.counts:
        if fold(form) in peoples() or fold(form).removesuffix("s") in peoples():
            continue  # Belarusians beside a Bela Ruzicka
        if len(form) < 7 or "-" in form or is_word(form) or _brand(names, form) or _is_tag(names, form):
            continue
        plain = fold(form)
        for cut in range(2, len(plain) - 2):
            rights = firsts.get(plain[:cut])
            if rights is not None:
                yield from _cut_at(names, form, cut, rights)
        yield from _fused_with_bare(names, form, plain)
    yield from _unhyphenated(names)


def _is_tag(names: Forms, form: str) -> bool:
    """Tell whether a form stands behind the sign of a tag: #ChrisGayle."""
    text, starts = names.document.text, names.document.tokens.starts
    return "#" in text and any(
        text[starts[mention.first + mention.parts.index(form)] - 1 :][:1] == "#"
        for mention in names.mentions.by_part[form]
    )


def _cut_at(names: Forms, form: str, cut: int, rights: _Rights) -> Iterator[Flaw]:
    """A form whose first letters are a part of a name, held against what stands behind that part."""
    rest = fold(form)[cut:]
    if rest in rights:
        left, right, mention = rights[rest]
        # Seen apart only once, the name is broken there and whole here.
        camel = not form[1:].islower()
        if camel or (cut > 2 and names.counts[left] + names.counts[right] > 2):
            yield from _fusions(names, form, left, right, mention, "a blank is lost")
        return
    if cut <= 3 or len(rest) <= 3 or len(rights) > CROWD:
        return
    for whole, (left, right, mention) in rights.items():
        likely = likeness(rest, whole) >= 0.7 and not derived(rest, whole)
        if likely and not (is_word(left) and is_word(right)):
            yield from _fusions(names, form, left, right, mention, "a blank and letters are lost")


def _brand(names: Forms, form: str) -> bool:
    """Tell whether a form with a capital inside is used again and again: TimeWarner is a spelling of its own."""
    cut = _inner_capital(form)
    return cut > 1 and names.counts[form] > 2 and fold(form[:cut]) not in load().given_names


def _unhyphenated(names: Forms) -> Iterator[Flaw]:
    """Lindberghansen for Lindberg-Hansen: a double name that has lost its hyphen."""
    for family in sorted(part for part in names.persons if "-" in part):
        pieces = family.split("-")
        if not all(len(piece) > 2 and piece.istitle() for piece in pieces):
            continue
        for form in ("".join(pieces).capitalize(), "".join(pieces)):
            if 0 < names.counts[form] <= names.counts[family] and form not in names.companions:
                other = next(names.places(family))
                for span in names.places(form):
                    yield Flaw("fused", span, form, family, other, "a hyphen is lost")


def _inner_capital(form: str) -> int:
    """Return the place of the one capital inside a form; 0 if there is none or more than one."""
    places = [place for place in range(1, len(form)) if form[place].isupper()]
    return places[0] if len(places) == 1 else 0


def _fusions(names: Forms, form: str, left: str, right: str, mention: Mention, reason: str) -> Iterator[Flaw]:
    apart = sum(1 for each in names.mentions.by_part[left] if right in each.parts)
    if form not in (left, right) and names.counts[form] <= max(apart, 1):
        other = names.mentions.span(mention)
        for span in names.places(form):
            yield Flaw("fused", span, form, f"{left} {right}", other, reason)


def _fused_with_bare(names: Forms, form: str, plain: str) -> Iterator[Flaw]:
    """A given name run together with a family name that stands alone elsewhere, first letters lost or not."""
    cut = _inner_capital(form)
    uses = names.counts.get(form[cut:], 0)
    given = uses == 1 and plain[:cut] in load().given_names  # LowellStenehjem, beside one Judge Stenehjem
    if cut > 2 and len(form) - cut > 3 and (uses > 1 or given) and plain[:cut] not in PARTICLES:
        other = next(names.places(form[cut:]))
        for span in names.places(form):
            yield Flaw("fused", span, form, f"{form[:cut]} {form[cut:]}", other, "a blank is lost")
        return
    if len(plain) < 9 or load().knows(form):
        return
    given_names = load().given_names
    for cut in range(4, len(plain) - 4):
        if plain[:cut] not in given_names:
            continue
        rest = plain[cut:]
        for family in names.by_ending.get(rest[-3:], ()):
            if family == form or fold(family) in peoples():
                continue  # Belarussian is no Bela Russian
            if names.counts[family] > 1 and likeness(rest, fold(family)) >= 0.8:
                other = next(names.places(family))
                for span in names.places(form):
                    yield Flaw("fused", span, form, f"{form[:cut]} {family}", other, "a blank and letters are lost")
                return
