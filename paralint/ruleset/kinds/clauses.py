"""``extends: clauses``: a verb in a form that its clause, or the word in front of it, does not take."""

from __future__ import annotations

from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple

FORMS = frozenset({"have", "be", "modal", "to", "preposition", "article", "lost"})
"""What asks for another form of the verb behind it."""
_SUBJECTS = frozenset(
    {
        "beside",
        "counted",
        "agreement",
        "number",
        "front-number",
        "splice",
        "tense-span",
        "late-object",
        "relative",
        "joined",
        "inversion",
        "resumed",
        "which-for-name",
        "verbless",
        "lost-to",
        "uneven",
        "owner",
        "surplus-verb",
    }
)
COMPLEMENTS = frozenset({"infinitive", "object-infinitive", "object-bare", "gerund", "clause"})
"""What a word does not take behind it."""
OBJECTS = frozenset({"listener", "no-object", "intransitive"})
"""What a verb lacks, or has and cannot have."""
FRAMES = frozenset({"needless", "needing", "two-objects", "object-preposition"})
"""A preposition too many between a verb and its object, one too few, or a wrong one behind the object."""
TENSES = frozenset({"perfect", "since", "condition", "backshift"})
"""What a tense does not go with."""
ORDERS = frozenset({"split-object", "verb-first", "bracket"})
"""Words out of the order of a statement."""
MARKS = frozenset({"comma", "fragment", "run-on", "clause-behind-preposition"})
"""Where a sentence is cut or goes on against its marks."""
ATTACHED = frozenset({"attached", "second"})
"""Verbs of a noun in a form that makes them a predicate."""
AUXILIARIES = frozenset({"lost-auxiliary"})
"""Verbs that lost their auxiliary, by subjects that are read from the front."""
LOST = frozenset({"lost-be", "lost-subject", "doubled-verb", "caused", "agent"})
"""Words too few or too many in a clause."""
VOICES = frozenset({"acted-on", "happening"})
"""Verbs in the wrong voice."""
UNDERGOING = frozenset(
    {"undergone", "undergone-verb", "undergone-attribute", "kept-object", "kept-clause", "not-done", "agentless"}
)
"""Verbs in a voice that they cannot have, by subjects that are read from the front."""
BESIDE = frozenset({"unmet-pair", "unfit-word"})
"""Words that do not stand side by side, or between their neighbours."""
DAMAGED = frozenset({"odd-grammar", "odd-phrase"})
"""Words that the encoder takes for damaged."""
UNLINKED = frozenset({"unlinked", "endless"})
"""Second verbs that nothing joins, and verbs that lost their ending, by subjects that are read from the front."""
BARE = frozenset({"bare-object", "passive-object"})
"""Noun phrases that only a preposition could bring."""
ACTING = frozenset({"ing-act", "lost-person", "finite-act"})
"""Those who are set to act, or the form of what they are set to."""


class ClausesSpec(NamedTuple):
    """Attributes:
    find: how the rule knows that the form is wrong: a verb that is not finite is the predicate by the subject in front
        of it (``beside``), or because the sentence has fewer finite verbs than clauses (``counted``); or the word in
        front asks for another form: ``have``, ``be``, a ``modal``, ``to``, a ``preposition``, an ``article``; or "to"
        is ``lost`` between them; or the verb is in no ``agreement`` with the head of its subject (or with a subject
        read from its front, ``number``), in a ``relative`` clause with what the pronoun stands for, or has another form
        than the verb that it is ``joined`` to (``uneven`` if an object stands between, or three are joined), or is
        not finite where a clause has no other (``verbless``), or stands before its subject (``inversion``). Or a word
        has a complement that it does not take (``COMPLEMENTS``), a verb lacks its object, or cannot have one
        (``OBJECTS``), or has it in the frame of
        another verb (``FRAMES``), or its tense does not go with the time, conjunction or report around it
        (``TENSES``). Or words are out of their order (``ORDERS``), marks are wrong (``MARKS``), words are lost or
        doubled (``LOST``), a verb is in the wrong voice (``VOICES``), or a pronoun tells again what is told
        (``resumed``), or "which" a named person (``which-for-name``), or those who are set to act are lost, or their
        act has a wrong form (``ACTING``); or a possessive does not agree with the subject that owns (``owner``). Or,
        by subjects that are read from the front, verbs stand in a voice that they cannot have (``UNDERGOING``), lost
        their auxiliary (``AUXILIARIES``), have another number (``front-number``), a tense that the time beside them
        does not take (``tense-span``), their object behind a phrase (``late-object``), or a comma alone joins two
        main clauses (``splice``), or a second verb to its subject, or they lost their ending (``UNLINKED``). Or two
        words stand side by side that English does not put so (``BESIDE``), or a stretch of a sentence has more finite
        verbs than clauses (``surplus-verb``), a noun phrase stands where only a preposition could bring it (``BARE``),
        an infinitive lacks its "to" (``lost-to``), or the encoder takes a word for damaged (``DAMAGED``).
    """

    find: str

    @property
    def needs(self) -> frozenset[str]:
        return frozenset({"tags"})

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({"match", "before", "verb"})

    @classmethod
    def decode(cls, fields: Fields) -> ClausesSpec:
        kinds = [
            FORMS,
            _SUBJECTS,
            COMPLEMENTS,
            OBJECTS,
            FRAMES,
            TENSES,
            ORDERS,
            MARKS,
            LOST,
            VOICES,
            ACTING,
            UNDERGOING,
            UNLINKED,
            BARE,
            BESIDE,
            DAMAGED,
            AUXILIARIES,
            ATTACHED,
        ]
        finds = sorted(frozenset().union(*kinds))
        return cls(fields.choice("find", {word: word for word in finds}))
