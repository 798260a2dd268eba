"""Baselines: the findings that were there when a team began to look, and that are not reported again.

A baseline holds the fingerprints of findings by file, so that neither edits elsewhere in a file nor a rule that is
reworded brings them back. A file is known by its path from the folder of the baseline, so that a baseline under version
control serves wherever the work tree is.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from paralint.engine.fingerprint import fingerprints
from paralint.engine.notices import BREAKING
from paralint.engine.report import FileReport
from paralint.findings import Finding
from paralint.ruleset.problems import Problem, ProblemsError
from paralint.values import NamedTuple

NAME = ".paralint-baseline.json"
_VERSION = 1
Entries = Mapping[str, str]
"""The codes of findings of one file by their fingerprints."""


class Baseline(NamedTuple):
    """Findings that are known.

    Attributes:
        folder: the folder that the names of files start from.
        files: the entries of each file.
    """

    folder: Path
    files: Mapping[str, Entries]

    def entries(self, path: Path) -> Entries:
        """Return what is known of a file."""
        return self.files.get(name_of(path, self.folder), {})

    def new(self, path: Path, text: str, findings: Sequence[Finding]) -> list[Finding]:
        """Return the findings in a file, given in order, that are not known."""
        known = self.entries(path)
        if not known:
            return list(findings)
        prints = fingerprints(text, findings, str(path))
        return [finding for finding, print_ in zip(findings, prints, strict=True) if print_ not in known]


def name_of(path: Path, folder: Path) -> str:
    """Return the name that a file has in a baseline in ``folder``."""
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # another drive
        return path.absolute().as_posix()


def entries_of(report: FileReport) -> dict[str, str]:
    """Return the entries that make the findings of a report known. What paralint says of its own failures never is."""
    prints = fingerprints(report.text, report.findings, report.filename)
    found = zip(report.findings, prints, strict=True)
    return {print_: finding.code for finding, print_ in found if finding.code not in BREAKING}


def written(files: Mapping[str, Entries]) -> str:
    """Return the text of a baseline: sorted, an entry a line, so that changes of it are easy to read and to merge."""
    known = {
        name: dict(sorted(entries.items(), key=lambda entry: (entry[1], entry[0])))
        for name, entries in sorted(files.items())
        if entries
    }
    return json.dumps({"version": _VERSION, "files": known}, indent=1, ensure_ascii=False) + "\n"


def read_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        ProblemsError: it cannot be read, or is no baseline; with the place where JSON breaks.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = json.loads(text)
    except FileNotFoundError:
        raise _refused(path, "no such baseline; 'paralint baseline' writes one") from None
    except OSError as error:
        raise _refused(path, f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise _refused(path, f"not UTF-8: byte 0x{error.object[error.start]:02X} at offset {error.start}") from None
    except json.JSONDecodeError as error:
        source = text.split("\n")[error.lineno - 1]  # as JSON counts lines
        problem = Problem(str(path), f"not valid JSON: {error.msg}", error.lineno, error.colno, source)
        raise ProblemsError([problem]) from None
    if not isinstance(data, dict) or "version" not in data:
        raise _refused(path, "not a baseline: expected an object with 'version' and 'files'")
    if data["version"] != _VERSION:
        raise _refused(path, f"a baseline of version {data['version']!r}; this paralint reads version {_VERSION}")
    files = data.get("files")
    if not isinstance(files, dict) or not all(map(_is_entries, files.values())):
        raise _refused(path, "'files' must hold, for each file, codes of rules by fingerprints")
    return Baseline(path.absolute().parent, files)


def _is_entries(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(code, str) for code in value.values())


def _refused(path: Path, message: str) -> ProblemsError:
    return ProblemsError([Problem(str(path), message)])
