from __future__ import annotations

import pytest

from paralint.text.read import comments


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("x.md", "<!-- one -->\n\nText <!-- two --> text.\n", ["one", "two"]),
        ("x.md", "`<!-- code -->` and <!-- a -->, ``<!-- b -->`` <!-- b -->", ["a", "b"]),
        ("x.md", "```\n<!-- code -->\n```\n\n    <!-- indented -->\n", []),
        ("x.md", "---\na: <!-- no -->\n---\n\n> <!-- quoted -->\n", ["quoted"]),
        ("x.md", "<div>\n<!-- in a block -->\n</div>\n", ["in a block"]),
        ("x.md", "<!-- over\n\nlines -->\n", ["over\n\nlines"]),
        ("x.md", "<!-- unclosed", []),
        ("x.html", "<p>a<!-- one --><!--> no --><!-- two -->", ["one", "two"]),
        ("x.txt", "<!-- no -->", []),
    ],
)
def test_comments(path: str, text: str, expected: list[str]) -> None:
    found = list(comments(path, text))
    assert [comment.content for comment in found] == expected
    for comment in found:
        assert text[comment.span.start : comment.span.end].startswith("<!--")
        assert text[comment.span.start : comment.span.end].endswith("-->")
