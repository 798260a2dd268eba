"""Drift: one name of a document written two ways, found by holding its mentions against each other.

Every comparison needs a reason beyond likeness, and each reason has its module: ``fused.py``, ``broken.py``,
``garbled.py``, ``lowered.py``, ``bare_families.py``, ``double_names.py``. Small ones stand here.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from paralint.evidence.names.bare_families import bare_families
from paralint.evidence.names.broken import parted, split
from paralint.evidence.names.double_names import lost_parts
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.forms import Forms, judge
from paralint.evidence.names.fused import fused
from paralint.evidence.names.garbled import garbled
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.introductions import half_families, resumptions
from paralint.evidence.names.lowered import half_lowered, lowered
from paralint.evidence.names.mentions import Mention, mentions
from paralint.evidence.names.spellings import distance, doubled, fold, variants
from paralint.evidence.words.titles import FAMILY_PARTICLES, PARTICLES
from paralint.text.abbreviations import ABBREVIATIONS
from paralint.text.document import Document

# A macron or a dot below: the romanisation of scholars, given beside the usual one.
_MARKS = frozenset("\u0304\u0323\u0324\u0331\u0332")
_OF_BARE = frozenset(("garbled", "variant", "truncated"))


def drifts(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws fused, split, garbled, variant, truncated and lowered of a document, each place at most once."""
    names = Forms(document.derive(mentions))
    taken: set[int] = set()
    pairs: set[tuple[str, str]] = set()
    result = []
    for drift in (
        *fused(names),
        *split(names),
        *parted(names),
        *garbled(names),
        *_resumed(names),
        *_half_families(names),
        *_truncated(names),
        *lost_parts(names.mentions),
        *lowered(names),
        *half_lowered(names),
        *_accents(names),
        *_other_particles(names),
        *(flaw for flaw in document.derive(bare_families) if flaw.kind in _OF_BARE),
    ):
        if _is_short(drift.form) or _is_short(drift.major):
            continue
        if drift.span.start not in taken and (drift.major, drift.form) not in pairs:
            pairs.add((drift.form, drift.major))
            taken.add(drift.span.start)
            result.append(drift)
    return tuple(sorted(result, key=lambda drift: (drift.span.start, drift.span.end)))


def _is_short(form: str) -> bool:
    """Tell whether a form is an abbreviation, which is like many a name: Mich., and Mitch."""
    return form.endswith(".") and form[:-1].lower() in ABBREVIATIONS


def likely_drifts(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws likely of a document, where nothing surer is told."""
    told = {flaw.span.start for flaw in document.derive(drifts)}
    found = (flaw for flaw in document.derive(bare_families) if flaw.kind == "likely")
    return tuple(flaw for flaw in found if flaw.span.start not in told)


def _resumed(names: Forms) -> Iterator[Flaw]:
    for form, span, family, person in resumptions(names.mentions):
        place = person.last - 1
        other = names.document.tokens.span(place, place + 1)
        kind = "variant" if variants(form, family) else "garbled"
        # A letter is lost more often than won.
        lost = fold(form).startswith(fold(family)) and not load().knows(family) and not doubled(form, family)
        if lost and names.counts[form] == names.counts[family]:
            yield Flaw(kind, other, family, form, span, "the name is not written so again")
        else:
            yield Flaw(kind, span, form, family, other, "never introduced by a fuller name of its own")


def _half_families(names: Forms) -> Iterator[Flaw]:
    for form, span, family, person in half_families(names.mentions):
        other = names.document.tokens.span(person.last - 1, person.last)
        part = min(form.split("-"), key=lambda piece: distance(fold(piece), fold(family), 9))
        yield Flaw("garbled", span, form, form.replace(part, family), other, f"'{family}' is the name of the family")


def _truncated(names: Forms) -> Iterator[Flaw]:
    """A family name that has lost the particle it bears everywhere else it stands alone (Achour for Ben Achour)."""
    bearers: dict[str, list[Mention]] = defaultdict(list)
    bare: dict[str, list[Mention]] = defaultdict(list)
    for mention in names.mentions.all:
        parts = mention.parts
        if len(parts) == 2 and parts[0].lower() in FAMILY_PARTICLES and parts[0][0].isupper():
            bearers[parts[1]].append(mention)
        elif len(parts) == 1:
            bare[parts[0]].append(mention)
    for form, full in bearers.items():
        lost = bare.get(form, ())
        if (
            lost
            and len(lost) <= len(full)
            and any(len(mention.parts) > 2 and mention.parts[-1] == form for mention in names.mentions.by_part[form])
        ):
            other = names.mentions.span(full[0])
            for mention in lost:
                yield Flaw(
                    "truncated", names.mentions.span(mention), form, " ".join(full[0].parts), other, "with its particle"
                )


def _accents(names: Forms) -> Iterator[Flaw]:
    """Núñez beside Nuñez: one name with other marks on its letters."""
    plain: dict[str, list[str]] = defaultdict(list)
    for form in names.counts:
        if not form.isascii() or len(form) > 3:
            plain[fold(form)].append(form)
    for forms in plain.values():
        if len(forms) != 2 or (forms[0].isascii() and forms[1].isascii()):
            continue
        left, right = forms
        marked = left + right
        if len(left) != len(right) or not _MARKS.isdisjoint(unicodedata.normalize("NFD", marked)):
            continue
        if left.lower() == right.lower() or not marked.isalpha():
            continue
        yield from judge(names, left, right, "the same letters with other marks")


def _other_particles(names: Forms) -> Iterator[Flaw]:
    """Santa Rita de los Piedras beside Santa Rita de las Piedras: a name with another small word inside."""
    alike: dict[tuple[str, ...], dict[tuple[str, ...], list[Mention]]] = defaultdict(dict)
    for mention in names.mentions.full:
        if len(mention.parts) > 2 and any(part.islower() for part in mention.parts[1:-1]):
            key = tuple("" if part.islower() else part for part in mention.parts)
            alike[key].setdefault(mention.parts, []).append(mention)
    for forms in alike.values():
        if len(forms) != 2:
            continue
        (one, first), (other, second) = forms.items()
        apart = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
        if len(apart) == 1 and all(part in PARTICLES - {"y", "e"} for part in apart[0]):
            minor, major = (first, second) if len(first) < len(second) else (second, first)
            there = names.mentions.span(major[0])
            whole = names.document.quote(there)
            for mention in minor:
                span = names.mentions.span(mention)
                form = names.document.quote(span)
                yield Flaw("garbled", span, form, whole, there, "the other words of the name are the same")
