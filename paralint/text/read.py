"""From text to document: the reader for each format, chosen by the file's name."""

from __future__ import annotations

from paralint.text.blocks import Block
from paralint.text.document import Document

_MARKDOWN = (".md", ".markdown", ".mdx")
_HTML = (".html", ".htm", ".xhtml")


def document(path: str, text: str) -> Document:
    """Return the document that the decoded ``text`` of the file ``path`` is; nothing is read from disk."""
    return Document(path, text, blocks(path, text))


def blocks(path: str, text: str) -> list[Block]:
    """Cut ``text`` into blocks by the format that the suffix of ``path`` names: Markdown, HTML, else plain text."""
    name = path.lower()
    if name.endswith(_MARKDOWN):
        from paralint.text import markdown

        return markdown.blocks(text)
    if name.endswith(_HTML):
        from paralint.text import html

        return html.blocks(text)
    from paralint.text import plain

    return plain.blocks(text)
