"""Draw the picture of ``docs/benchmarks.md``: ``python benchmarks/draw.py peers.json docs/benchmarks.svg``.

``peers.json`` is what ``benchmarks/peers.py --json`` writes. One bar a tool, the fastest on top, on a logarithmic axis,
since the tools lie a factor of a hundred apart.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

WIDTH, LEFT, RIGHT, TOP, ROW, BAR = 720, 150, 100, 46, 34, 20
OWN, OTHER, INK, GRID = "#0b6e4f", "#9aa5b1", "#1f2933", "#d9dee4"


def picture(data: dict[str, Any]) -> str:
    results = sorted(data["results"], key=lambda result: -result["speed"])
    speeds = [result["speed"] for result in results]
    low, high = math.floor(math.log10(min(speeds))), math.ceil(math.log10(max(speeds)))
    height = TOP + ROW * len(results) + 40

    def place(speed: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(speed) - low) / (high - low)

    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
            ' font-family="sans-serif" font-size="13" role="img">',
            "<title>Text checked per second of CPU time, in MB</title>",
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
            f'<text x="{LEFT}" y="22" fill="{INK}" font-weight="bold">MB of text per second of CPU time</text>',
            *_axis(low, high, height, place),
            *_bars(results, place),
            "</svg>\n",
        )
    )


def _axis(low: int, high: int, height: int, place: Any) -> Iterator[str]:
    for power in range(low, high + 1):
        x = place(10.0**power)
        yield f'<line x1="{x:.1f}" y1="{TOP - 10}" x2="{x:.1f}" y2="{height - 30}" stroke="{GRID}"/>'
        yield f'<text x="{x:.1f}" y="{height - 12}" fill="{INK}" text-anchor="middle">{10.0**power:g}</text>'


def _bars(results: list[dict[str, Any]], place: Any) -> Iterator[str]:
    for number, result in enumerate(results):
        y = TOP + ROW * number
        end = place(result["speed"])
        middle = y + BAR / 2 + 4.5
        colour = OWN if result["tool"] == "paralint" else OTHER
        yield f'<text x="{LEFT - 10}" y="{middle}" fill="{INK}" text-anchor="end">{escape(result["tool"])}</text>'
        yield f'<rect x="{LEFT}" y="{y}" width="{end - LEFT:.1f}" height="{BAR}" fill="{colour}"/>'
        yield f'<text x="{end + 8:.1f}" y="{middle}" fill="{INK}">{result["speed"]:.3g}</text>'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results", type=Path)
    parser.add_argument("picture", type=Path)
    options = parser.parse_args()
    options.picture.write_text(picture(json.loads(options.results.read_text(encoding="utf-8"))), encoding="utf-8")


if __name__ == "__main__":
    main()
