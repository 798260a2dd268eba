"""Markdown: CommonMark with tables, strikethrough, footnotes, formulas, front matter and the HTML inside it.

markdown-it-py finds the structure. Its tokens know their lines only, so this reader brings every character back itself:
each line of an inline token's content stands verbatim in its source line, and the inline rules that change the text
(links, entities, escapes, code, breaks) are made to note where they matched. The text between two notes is copied and
compared with the original on the way; a block that does not agree is read from the original as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from paralint.findings import Span
from paralint.text import html
from paralint.text.blocks import OBJECT, Block, BlockKind, is_finished
from paralint.text.comments import Comment, comments_between
from paralint.text.lines import LineIndex
from paralint.text.prose import Prose

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    InlineRule = Callable[[StateInline, bool], bool]

_CONTAINERS = {"blockquote": BlockKind.QUOTE, "list_item": BlockKind.ITEM}
_MARKERS = {
    BlockKind.QUOTE: re.compile(r"[ \t]*>"),
    BlockKind.ITEM: re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])"),
}
_TRIMMED = re.compile(r"[^\S\x1c-\x1f\x85]*")  # white space as Markdown sees it
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_CELLS = ("th_open", "td_open")
_FRONT_MATTER = {"---": ("---", "..."), "+++": ("+++",)}
_KEY = re.compile(r"[\w\"'.-]+[ \t]*[:=]")
# A footnote's mark, with a colon where its text begins; the [!NOTE] of an alert in a quotation.
_MARK = re.compile(r"^\[\^[^\]\s]{1,99}\]:|\[\^[^\]\s]{1,99}\]|^\[![A-Za-z]{1,20}\](?=[ \t]*$)", re.MULTILINE)
# Pandoc's rule keeps prices apart from formulas: no blank inside the signs, no digit behind the second.
_FORMULA = re.compile(r"\$\$(?:[^$\\]|\\.){1,2000}\$\$|\$(?![\s$])(?:[^$\\]|\\.){1,2000}(?<!\s)\$(?!\d)", re.DOTALL)
_CODE_TAG = re.compile(r"<(code|kbd|samp|var|tt|svg|math|script|style)\b(?:[^>]*[^/>])?>", re.IGNORECASE)
_BREAK_TAG = re.compile(r"<br\b", re.IGNORECASE)
_IMAGE_TAG = re.compile(r"<img\b", re.IGNORECASE)


def blocks(text: str) -> list[Block]:
    """Return the blocks of ``text`` in text order."""
    return list(_Reader(text).blocks())


def comments(text: str) -> Iterator[Comment]:
    """Yield the HTML comments of ``text``; what only shows one, as code, is none."""
    return _Reader(text).comments()


class _Misaligned(Exception):
    """The tokens of a block do not agree with its source."""


class _Content:
    """The content of an inline token: segments that stand verbatim in the original."""

    def __init__(self, text: str, segments: Sequence[tuple[int, int]]) -> None:
        """Take the offset of each segment in the content and of the same place in the original."""
        self.text = text
        self._inner = [inner for inner, _ in segments]
        self._outer = [outer for _, outer in segments]

    def locate(self, position: int) -> int:
        """Return where the character at ``position`` stands in the original."""
        segment = bisect_right(self._inner, position) - 1
        return self._outer[segment] + position - self._inner[segment]

    def end(self, position: int) -> int:
        """Return where the text before ``position`` ends in the original."""
        return self.locate(position - 1) + 1

    def copy(self, prose: Prose, start: int, end: int) -> None:
        while start < end:
            segment = bisect_right(self._inner, start)
            stop = min(end, self._inner[segment]) if segment < len(self._inner) else end
            place = self.locate(start)
            prose.copy(place, place + stop - start)
            start = stop


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = LineIndex(text)
        self._first_row = _rows_of_front_matter(self._lines) + 1

    def blocks(self) -> Iterator[Block]:
        body = self._text[self._lines.span(self._first_row).start :] if self._first_row <= len(self._lines) else ""
        tokens = _parser().parse(body)
        containers: list[tuple[BlockKind, int]] = []
        row: Iterator[Span] = iter(())
        for index, token in enumerate(tokens):
            if token.type == "inline":
                opening = tokens[index - 1]
                if opening.type == "paragraph_open" and leads_away(token):
                    continue
                first, last = self._rows(token)
                whole = Span(self._lines.span(first).start, self._lines.span(last).end)
                level = 0
                if opening.type in _CELLS:
                    kind = BlockKind.CELL
                    whole = next(row, Span(whole.end, whole.end))
                    content = self._cell(token, whole)
                elif opening.type == "heading_open":
                    kind, level = BlockKind.HEADING, int(opening.tag[1])
                    content = self._content(token, opening.markup if opening.markup[0] == "#" else "")
                else:
                    kind = containers[-1][0] if containers else BlockKind.PARAGRAPH
                    content = self._content(token)
                if block := self._block(token, content, whole, kind, level):
                    yield block
            elif token.type == "tr_open":
                row = self._cells(token, containers)
            elif token.type == "html_block" and not containers:  # inside one, its markers would be read as prose
                first, last = self._rows(token)
                yield from html.blocks(self._text, self._lines.span(first).start, self._lines.span(last).end)
            elif container := _CONTAINERS.get(token.type.rpartition("_")[0]):
                if token.nesting > 0:
                    containers.append((container, self._rows(token)[0]))
                else:
                    containers.pop()

    def comments(self) -> Iterator[Comment]:
        body = self._text[self._lines.span(self._first_row).start :] if self._first_row <= len(self._lines) else ""
        for token in _parser().parse(body):
            if token.type not in ("html_block", "inline"):
                continue
            first, last = self._rows(token)
            place, end = self._lines.span(first).start, self._lines.span(last).end
            if token.type == "html_block":
                yield from comments_between(self._text, place, end)
                continue
            for child in token.children or []:
                if child.type not in ("html_inline", "code_inline"):
                    continue
                place = max(place, self._text.find(child.content, place, end))
                if child.type == "html_inline":
                    yield from comments_between(self._text, place, min(end, place + len(child.content)))
                place += len(child.content)

    def _rows(self, token: Token) -> tuple[int, int]:
        """Return the first and the last row of a token."""
        first, behind = token.map or (0, 1)
        return self._first_row + first, self._first_row + max(behind, first + 1) - 1

    def _source(self, row: int) -> tuple[str, int]:
        """Return a line as the parser sees it and where it stands."""
        return self._lines.line(row).replace("\0", "\ufffd"), self._lines.span(row).start

    def _content(self, token: Token, heading: str = "") -> _Content | None:
        """Return the content of a paragraph or heading with its places, None if it is not found in its lines."""
        first, last = self._rows(token)
        lines = token.content.split("\n")
        # A first line of blanks that Markdown does not count as such, like a form feed, is cut off as a whole.
        for row in range(first, last - len(lines) + 2):
            if content := self._content_from(row, token.content, lines, heading):
                return content
        return None

    def _content_from(self, first: int, text: str, lines: Sequence[str], heading: str) -> _Content | None:
        segments = []
        inner = 0
        for row, line in enumerate(lines, first):
            source, start = self._source(row)
            # The parser cuts blanks off both ends (which ones, depends on its version) and puts others in for tabs.
            indent = len(line) - len(line.lstrip())
            if heading:
                # Only quotation and list markers stand before the number signs, and they hold none.
                behind = source.index(heading) + len(heading)
                place = len(source) - len(source[behind:].lstrip())
            elif line.strip():
                place = len(source.rstrip()) - len(line.strip())
            else:
                place = len(source)
            if not source.startswith(line.strip(), place):
                return None
            segments.append((inner, start + place - indent))
            inner += len(line) + 1
        return _Content(text, segments)

    def _cells(self, token: Token, containers: Sequence[tuple[BlockKind, int]]) -> Iterator[Span]:
        """Cut a row of a table into its cells, as the parser does, blanks at both ends left out."""
        row, _ = self._rows(token)
        source, start = self._source(row)
        place = 0
        for kind, first in containers:
            # The marker of a list item stands in its first row only.
            if (kind is BlockKind.QUOTE or first == row) and (marker := _MARKERS[kind].match(source, place)):
                place = marker.end()
        bars = [bar.start() for bar in re.finditer(r"(?<!\\)\|", source) if bar.start() >= place]
        if bars and _TRIMMED.fullmatch(source, place, bars[0]):
            place = bars.pop(0) + 1
        for bar in (*bars, len(source)):
            cell = source[place:bar].strip()
            first = bar - len(source[place:bar].lstrip()) if cell else bar
            yield Span(start + first, start + first + len(cell))
            place = bar + 1

    def _cell(self, token: Token, span: Span) -> _Content | None:
        """Return the content of a cell with its places: an escaped bar has become a bar."""
        source = self._text[span.start : span.end].replace("\0", "\ufffd")
        if token.content.strip() != source.replace("\\|", "|"):
            return None
        indent = len(token.content) - len(token.content.lstrip())
        segments = [(0, span.start - indent)]
        for number, escape in enumerate(re.finditer(r"\\\|", source)):
            segments.append((indent + escape.start() - number, span.start + escape.start() + 1))
        return _Content(token.content, segments)

    def _block(self, token: Token, content: _Content | None, whole: Span, kind: BlockKind, level: int) -> Block | None:
        """Return the block of an inline token, read from ``whole`` as it stands if its content is not understood."""
        if content is not None:
            prose = Prose(self._text)
            try:
                _write(prose, content, token.children or [])
                return prose.block(kind, level)
            except _Misaligned:
                pass
        prose = Prose(self._text)
        prose.copy(whole.start, whole.end)
        return prose.block(kind, level)


def leads_away(token: Token) -> bool:
    """Tell whether a line shows nothing but links and is no sentence: it leads to other texts, as in ``html``."""
    linked = False
    last = ""
    for child in token.children or []:
        if child.type in ("link_open", "link_close"):
            linked = child.type == "link_open" and child.markup != "autolink"
        elif child.content.strip():
            if not linked:
                return False
            last = child.content
    return bool(last) and not is_finished(last)


def _write(prose: Prose, content: _Content, tokens: list[Token]) -> None:
    """Write the inline ``tokens``, which must lie one behind the other in ``content``."""
    text = content.text
    place = 0
    hidden = ""  # the HTML element that hides what stands in it
    hidden_from = 0
    stream = iter(tokens)
    for token in stream:
        if "place" not in token.meta:  # it stands in the content as it is: text, or the mark of an emphasis
            spelling = token.content if token.type == "text" else token.markup
            if not text.startswith(spelling, place):
                raise _Misaligned
            if token.type == "text" and not hidden:
                content.copy(prose, place, place + len(spelling))
            place += len(spelling)
            continue
        start, end = token.meta["place"]
        if token.type == "link_close":
            place = end
            continue
        if start < place or text[place:start].strip():
            raise _Misaligned
        first, last = content.locate(start), content.end(end)
        behind, place = place, end
        if token.type == "link_open" and token.markup == "autolink":
            next(stream)  # the address, perhaps not as it is spelt
            if not hidden:
                prose.put(OBJECT, first, last)
        elif token.type == "link_open":
            place = start + 1
        elif token.type == "html_inline":
            if hidden:
                if re.match(rf"</{hidden}\s*>", token.content, re.IGNORECASE):
                    prose.put(OBJECT, content.locate(hidden_from), last)
                    hidden = ""
            elif code := _CODE_TAG.match(token.content):
                hidden, hidden_from = code[1], start
            elif _BREAK_TAG.match(token.content):
                prose.put("\n", first, last)
            elif _IMAGE_TAG.match(token.content):
                prose.put(OBJECT, first, last)
        elif hidden or token.type == "mark":
            pass
        elif token.type in _BREAKS:
            # Blanks and the markers of the next line belong to the break: what replaces it must replace them.
            begin = content.locate(behind) if text[behind - 1].isspace() else content.end(behind)
            prose.put(_BREAKS[token.type], begin, content.locate(end))
        elif token.type == "text_special" and token.content == token.markup:  # a backslash before a letter
            content.copy(prose, start, end)
        elif token.type == "text_special":
            prose.put(token.content, first, last)
        else:
            prose.put(OBJECT, first, last)


def _rows_of_front_matter(lines: LineIndex) -> int:
    """Return how many rows the front matter takes: 0 without any, or if it is never closed.

    Between two rules may stand prose as well, so one line at least must give a key its value.
    """
    closing = _FRONT_MATTER.get(lines.line(1).rstrip())
    if closing is None or len(lines) < 2 or not lines.line(2).strip():
        return 0
    keyed = False
    for row in range(2, len(lines) + 1):
        line = lines.line(row).rstrip()
        if line in closing:
            return row if keyed else 0
        keyed = keyed or bool(_KEY.match(line))
    return 0


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt, rules_inline

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    # Joined, escapes and entities would lose their spelling.
    parser.disable("text_join")
    ruler = parser.inline.ruler
    rules: dict[str, InlineRule] = {
        "link": rules_inline.link,
        "image": rules_inline.image,
        "autolink": rules_inline.autolink,
        "html_inline": rules_inline.html_inline,
        "backticks": rules_inline.backtick,
        "entity": rules_inline.entity,
        "escape": rules_inline.escape,
        "newline": rules_inline.newline,
    }
    for name, rule in rules.items():
        ruler.at(name, _noting(rule))
    ruler.before("link", "mark", _noting(_opaque("mark", "[", _MARK)))
    ruler.before("escape", "formula", _noting(_opaque("formula", "$", _FORMULA)))
    return parser


def _noting(rule: InlineRule) -> InlineRule:
    """Let ``rule`` note where it matched, in ``meta["place"]`` of the first and the last token it pushes."""

    def noting(state: StateInline, silent: bool) -> bool:
        start, count, pending = state.pos, len(state.tokens), bool(state.pending)
        if not rule(state, silent):
            return False
        if not silent and len(state.tokens) > count:
            pushed = state.tokens[count:]
            if len(pushed) > 1 and pending and pushed[0].type == "text":
                del pushed[0]
            pushed[0].meta["place"] = pushed[-1].meta["place"] = (start, state.pos)
        return True

    return noting


def _opaque(name: str, sign: str, pattern: re.Pattern[str]) -> InlineRule:
    """Return the rule for what matches ``pattern``, which begins with ``sign``, as a token of its own."""

    def rule(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != sign or not (match := pattern.match(state.src, state.pos, state.posMax)):
            return False
        if not silent:
            state.push(name, "", 0)
        state.pos = match.end()
        return True

    return rule
