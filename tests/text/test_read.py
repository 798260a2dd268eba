from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.text.blocks import BlockKind
from paralint.text.read import blocks, document
from paralint.text.source import decode

TEXT = "# A *title*\n\n<p>One &amp; two.</p>\n"
PLAIN = ["# A *title*", "<p>One &amp; two.</p>"]
MARKDOWN = ["A title", "One & two."]
HTML = ["# A *title*", "One & two."]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("a.md", MARKDOWN),
        ("dir.html/A.Markdown", MARKDOWN),
        ("a.mdx", MARKDOWN),
        ("a.html", HTML),
        ("A.HTM", HTML),
        ("a.xhtml", HTML),
        ("a.txt", PLAIN),
        ("a.rst", PLAIN),
        ("md", PLAIN),
        ("-", PLAIN),
        ("", PLAIN),
    ],
)
def test_the_suffix_names_the_format(path: str, shown: list[str]) -> None:
    found = document(path, TEXT)
    assert found.path == path
    assert found.text == TEXT
    assert [block.text for block in found.blocks] == shown


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html"])
def test_an_empty_file_is_a_document_without_blocks(path: str) -> None:
    assert document(path, "").blocks == ()
    assert document(path, " \r\n\t").blocks == ()


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@given(text=st.text(st.sampled_from("aB .\n<>*&“é😀")))
def test_a_byte_order_mark_moves_nothing(path: str, encoding: str, text: str) -> None:
    assert blocks(path, decode(text.encode(encoding))) == blocks(path, text)


def test_mixed_line_ends() -> None:
    (block,) = blocks("a.txt", "The end of\r\nthe line and\rthe end of\nthe file.")
    assert (block.kind, block.text) == (BlockKind.PARAGRAPH, "The end of the line and the end of the file.")


def test_a_plain_text_needs_no_other_reader() -> None:
    script = (
        "import sys; from paralint.text.read import document; document('a.txt', 'One.');"
        "print([name for name in ('markdown_it', 'html', 'numpy') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
