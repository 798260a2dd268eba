"""PLT: what paralint says about its own work on a file. These are findings, so that no format can lose them."""

from __future__ import annotations

from dataclasses import dataclass

from paralint.findings import Finding, Severity, Span


@dataclass(frozen=True, slots=True)
class Notice:
    """A kind of notice; the same header as a rule, for the listings and ``explain``."""

    code: str
    name: str
    summary: str
    severity: Severity
    why: str
    url: str | None = None

    def finding(self, message: str) -> Finding:
        """Make a finding about the file as a whole."""
        return Finding(self.code, self.name, Span(0, 0), message, self.severity)


UNREADABLE = Notice(
    "PLT001",
    "unreadable-file",
    "A file could not be read",
    Severity.ERROR,
    "The file is missing, is not text in UTF-8, UTF-16 or UTF-32, looks binary, or is larger than the limit. Nothing "
    "in it was checked; the other files were. Exit code 2.",
)
CRASHED = Notice(
    "PLT002",
    "crashed-rule",
    "A rule failed on a file",
    Severity.ERROR,
    "A rule raised an error. This is a defect of the rule or of paralint, not of the text: please report it. All "
    "other rules ran. Exit code 2.",
)
SLOW = Notice(
    "PLT003",
    "slow-expression",
    "A regex of a rule ran out of time",
    Severity.ERROR,
    "A regex of a user's rule took longer over one block than it may. The rule was given up for this file; all other "
    "rules ran. Exit code 2.",
)
UNAVAILABLE = Notice(
    "PLT004",
    "unavailable-layer",
    "A layer that a rule needs could not be computed",
    Severity.ERROR,
    "A data file of the installation is missing or damaged, so the rules that need it were skipped. Exit code 2.",
)
SKIPPED = Notice(
    "PLT005",
    "skipped-languagetool",
    "LanguageTool could not check a file",
    Severity.ERROR,
    "The setting 'languagetool' asks for LanguageTool, but it is missing, did not start, did not answer in time, or "
    "answered what cannot be read; the message says which. The findings of all other rules are complete. Exit code 2, "
    "since LanguageTool runs only where it was asked for.",
)
NOTICES = {notice.code: notice for notice in (UNREADABLE, CRASHED, SLOW, UNAVAILABLE, SKIPPED)}
BREAKING = frozenset(NOTICES)  # all of them make the exit code 2
