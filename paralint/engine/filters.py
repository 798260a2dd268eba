"""What happens to findings between the checks and the output: small pure functions, applied in this file's order."""

from __future__ import annotations

from collections.abc import Iterable

from paralint.findings import Finding


def without_duplicates(findings: Iterable[Finding]) -> list[Finding]:
    """Drop findings that say the same of the same place."""
    seen: set[tuple[str, int, int, str]] = set()
    kept = []
    for finding in findings:
        key = (finding.code, finding.span.start, finding.span.end, finding.message)
        if key not in seen:
            seen.add(key)
            kept.append(finding)
    return kept


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by place, wider spans first, then by code: the same for any number of processes."""
    return sorted(findings, key=lambda f: (f.span.start, -f.span.end, f.code, f.message))
