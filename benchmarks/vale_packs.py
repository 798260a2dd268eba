"""How long Vale packs take over 2 MB of prose, beside the default rules.

    python benchmarks/vale_packs.py --packs STYLES... --texts FOLDER

STYLES are the folders of the packs (``styles/Google styles/Microsoft``), FOLDER holds text files, which are read
again and again until there are 2 MB of them. Each article is a document of its own; with ``--one`` they are a single
document.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections.abc import Sequence
from pathlib import Path

from paralint.engine.linter import Linter
from paralint.ruleset.load import builtin, load
from paralint.ruleset.rule import Rule, Status
from paralint.text.read import document

SIZE = 2_000_000


def articles(folder: Path, one: bool) -> list[str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    texts: list[str] = []
    size = 0
    while size < SIZE:
        for path in files:
            text = path.read_text(encoding="utf-8", errors="replace")
            texts.append(text)
            size += len(text.encode())
            if size >= SIZE:
                break
    return ["\n\n".join(texts)] if one else texts


def seconds(rules: Sequence[Rule], texts: Sequence[str]) -> tuple[float, int]:
    linter = Linter(rules)
    linter.lint(document("warm.txt", texts[0][:5000]))
    start = time.process_time()
    found = sum(len(linter.lint(document("article.txt", text))) for text in texts)
    return time.process_time() - start, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--packs", type=Path, nargs="+", required=True)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--one", action="store_true")
    parser.add_argument("--profile", action="store_true", help="show where the packs spend their time")
    arguments = parser.parse_args()
    texts = articles(arguments.texts, arguments.one)
    start = time.process_time()
    packs = load(arguments.packs)
    loading = time.process_time() - start
    if arguments.profile:
        profiler = cProfile.Profile()
        profiler.runcall(seconds, packs.rules, texts)
        pstats.Stats(profiler).sort_stats("tottime").print_stats(25)
        return
    for name, rules in (
        ("default rules", [rule for rule in builtin().rules if rule.status is Status.STABLE]),
        ("packs", packs.rules),
    ):
        took, found = seconds(rules, texts)
        print(f"{name}: {len(rules)} rules, {took:.1f} s of CPU, {found} findings")
    print(f"loading the packs: {loading:.2f} s")


if __name__ == "__main__":
    main()
