"""From text to document: the reader for each format, chosen by the file's name."""

from __future__ import annotations

from collections.abc import Iterable

from paralint.text import lazy
from paralint.text.blocks import Block
from paralint.text.comments import Comment, comments_between
from paralint.text.document import Document

_SURROGATE = lazy.pattern("[\ud800-\udfff]")
_MARKDOWN = (".md", ".markdown", ".mdx")
_HTML = (".html", ".htm", ".xhtml")


def document(path: str, text: str) -> Document:
    """Return the document that the decoded ``text`` of the file ``path`` is; nothing is read from disk.

    A lone surrogate, which no file holds but a text from JSON may, is read as U+FFFD: it stands for nothing, and no
    word list could be asked for it.
    """
    text = _SURROGATE.sub("\ufffd", text)
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


def comments(path: str, text: str) -> Iterable[Comment]:
    """Return the comments of ``text``, in order. Only Markdown and HTML have a kind that paralint reads."""
    name = path.lower()
    if "<!--" not in text:
        return ()
    if name.endswith(_MARKDOWN):
        from paralint.text import markdown

        return markdown.comments(text)
    return comments_between(text, 0, len(text)) if name.endswith(_HTML) else ()
