"""How often a fix puts back what the original says.

    python benchmarks/fixes.py [FOLDER...]

Each folder holds damaged articles (``spun``) and their originals of the same names (``clean``); by default the articles
of ``tools/damage``. A fix *restores* if the mended words, with a word on either side of them, stand in the original; it
*harms* if the words as they were stand there; else it is *another* wording than that of the original, right or wrong.
A third of the damaged sentences have been paraphrased all around, so that sound fixes are among these, too.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path

from paralint.engine.fixes import apply
from paralint.engine.linter import Linter
from paralint.findings import Finding
from paralint.ruleset.load import builtin
from paralint.ruleset.select import select
from paralint.text.read import document

DAMAGE = Path(__file__).parent.parent / "tools" / "damage"
BEFORE, BEHIND = re.compile(r"(?:\S+\s+)?\S*\Z"), re.compile(r"\S*(?:\s+\S+)?")
AROUND = 60  # code points that hold a word on either side
PLAIN = str.maketrans("‘’“”", "''\"\"")


def outcome(finding: Finding, text: str, original: str) -> str:
    """Return what the fix of a finding does, judged by the original of the text."""
    assert finding.fix is not None
    edits = finding.fix.edits
    first, last = edits[0].span.start, edits[-1].span.end
    mended, _ = apply(text, [finding])
    end = last + len(mended) - len(text)
    if _stands(mended, first, end, original):
        return "restores"
    return "harms" if _stands(text, first, last, original) else "another"


def _stands(text: str, first: int, last: int, original: str) -> bool:
    before = BEFORE.search(text, max(0, first - AROUND), first)
    behind = BEHIND.match(text, last)
    assert before is not None
    assert behind is not None
    return _plain(before[0] + text[first:last] + behind[0]) in original


def _plain(text: str) -> str:
    return " ".join(text.translate(PLAIN).split())


def main() -> None:
    """Print the outcomes by family and by rule."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[DAMAGE])
    linter = Linter(select(builtin().rules))
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for folder in parser.parse_args().folders:
        for path in sorted((folder / "spun").glob("*.txt")):
            text = path.read_text(encoding="utf-8")
            original = _plain((folder / "clean" / path.name).read_text(encoding="utf-8"))
            for finding in linter.lint(document(path.name, text)):
                if finding.fix is not None:
                    for key in (finding.code, finding.code[:3], "all", f"all {finding.fix.safety} fixes"):
                        found[key][outcome(finding, text, original)] += 1
    print(f"{'':18} restores  another  harms")
    for key, counts in sorted(found.items()):
        print(f"{key:18} {counts['restores']:8} {counts['another']:8} {counts['harms']:6}")


if __name__ == "__main__":
    main()
