"""PLT: what paralint says about its own work on a file. These are findings, so that no format can lose them."""

from __future__ import annotations

from paralint.findings import Finding, Severity, Span
from paralint.values import NamedTuple

_WHOLE = Span(0, 0)


class Notice(NamedTuple):
    """A kind of notice; the same header as a rule, for the listings and ``explain``."""

    code: str
    name: str
    summary: str
    severity: Severity
    why: str
    url: str | None = None

    def finding(self, message: str, span: Span = _WHOLE) -> Finding:
        """Make a finding about the file as a whole, or about a place in it."""
        return Finding(self.code, self.name, span, message, self.severity)


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
UNUSED = Notice(
    "PLT006",
    "unused-suppression",
    "A comment that suppresses findings suppresses none",
    Severity.INFO,
    "The text has been mended, or the comment does not say what it was meant to. Without it a later finding would be "
    "seen. Suppressions of rules that did not run are not reported.",
)
SPEECHLESS = Notice(
    "PLT007",
    "skipped-language-model",
    "The language model could not read a file",
    Severity.ERROR,
    "The setting 'language-model' asks for a language model, but its file or a package that reads it is missing, or it "
    "is not the model that the layer is made for; the message says which. The findings of all other rules are "
    "complete. Exit code 2, since the model runs only where it was asked for.",
)
UNWRITABLE = Notice(
    "PLT008",
    "unwritable-file",
    "The fixes for a file could not be written",
    Severity.ERROR,
    "The file, or its folder, may not be written, or the disk is full. The file is as it was, and so are its findings. "
    "Exit code 2.",
)
NOTICES = {
    notice.code: notice for notice in (UNREADABLE, CRASHED, SLOW, UNAVAILABLE, SKIPPED, UNUSED, SPEECHLESS, UNWRITABLE)
}
BREAKING = frozenset(NOTICES) - {UNUSED.code}  # these make the exit code 2
