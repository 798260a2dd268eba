from __future__ import annotations

from paralint.evidence.originals.collation import Place, collate
from paralint.findings import Span
from paralint.text.read import document

BRIDGE = "The harbour board of Harwick closed the old swing bridge after divers found cracks in two piers."
SHUT = "The old swing bridge was shut by the harbour board of Harwick after divers found cracks in two piers."
CHOIR = "A choir from Lisbon sang three psalms in the cathedral before a packed and silent audience."


def test_each_paragraph_has_its_source_or_none() -> None:
    both = collate(document("a.txt", f"{BRIDGE}\n\n{CHOIR}"), document("b.txt", f"{CHOIR}\n\n{SHUT}"))
    assert both.sources == (1, 0)
    assert both.lost == both.added == ()


def test_what_only_one_text_tells_is_lost_or_added() -> None:
    lost = collate(document("a.txt", f"{BRIDGE}\n\n{CHOIR}"), document("b.txt", SHUT))
    assert (lost.sources, lost.lost, lost.added) == ((0,), (1,), ())
    added = collate(document("a.txt", BRIDGE), document("b.txt", f"{SHUT}\n\n{CHOIR}"))
    assert (added.sources, added.lost, added.added) == ((0, None), (), (1,))


def test_places_of_the_joint_document_lead_back() -> None:
    both = collate(document("a.txt", BRIDGE), document("b.txt", SHUT))
    at = both.joint.text.index("was shut")
    span = Span(at, at + len("was shut"))
    here = SHUT.index("was shut")
    assert both.place(span) == Place(True, Span(here, here + len("was shut")))
    assert both.source_of(span) == 0
    assert both.source_of(Span(0, 3)) is None
    assert both.place(Span(0, len(both.joint.text))) is None
