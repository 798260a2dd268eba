"""The identity of a finding that outlives edits elsewhere in the file: no rows, no columns, no offsets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from paralint.findings import Finding

_CONTEXT_WORDS = 2
_CONTEXT_CHARACTERS = 160


def fingerprints(text: str, findings: Sequence[Finding], filename: str) -> list[str]:
    """Return the fingerprint of each finding, 16 hexadecimal digits, in the order of ``findings``.

    It is a hash of the rule's code, the quoted text and up to two words on either side of it on the same line, all
    case-folded and with white space normalised, and of how many equal ones came before. Words of other lines are left
    out, so that a line inserted above or below changes nothing. The message is left out, so that a rule may be
    reworded. The name of the file is left out, so that a file may be moved and may be named from any folder; only
    where there is no text, the file could not be read, and its name is all there is to tell it from another.

    Args:
        text: the original that the findings' offsets point into.
        findings: in the order of the report; the count among equals follows it.
        filename: the name under which the text is reported.
    """
    from hashlib import blake2b  # slow to import, and few formats ask

    seen: Counter[str] = Counter()
    found = []
    for finding in findings:
        identity = "\0".join((finding.code, *(_surroundings(text, finding) if text else (filename,))))
        digest = blake2b(f"{identity}\0{seen[identity]}".encode("utf-8", "surrogatepass"), digest_size=8)
        found.append(digest.hexdigest())
        seen[identity] += 1
    return found


def _surroundings(text: str, finding: Finding) -> tuple[str, str, str]:
    """Return the words before, the quoted text and the words behind."""
    start, end = finding.span.start, finding.span.end
    before = text[max(0, start - _CONTEXT_CHARACTERS) : start].replace("\r", "\n").rpartition("\n")[2]
    behind = text[end : end + _CONTEXT_CHARACTERS].replace("\r", "\n").partition("\n")[0]
    return (
        _normal(before.split()[-_CONTEXT_WORDS:]),
        _normal(text[start:end].split()),
        _normal(behind.split()[:_CONTEXT_WORDS]),
    )


def _normal(words: Sequence[str]) -> str:
    return " ".join(words).casefold()
