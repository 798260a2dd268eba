"""HTML: the prose a browser would show, with its way back through tags, entities and collapsed white space.

A scanner of its own instead of ``html.parser``: that one reports where a tag stands but not where the characters of an
entity do, and it is quadratic on some broken input. Elements are read as the HTML standard's parser would nest them
where it matters for prose (implied ends of ``li``, ``td``, headings); everything else about the tree is ignored.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from html.entities import html5

from paralint.text.blocks import OBJECT, Block, BlockKind, is_finished
from paralint.text.prose import Prose

_KINDS = {
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.CELL),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    "blockquote": BlockKind.QUOTE,
}
_SCOPES = frozenset(("ul", "ol", "dl", "table"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# What the start of an element ends, if it is open inside the nearest scope.
_IMPLIED_ENDS = {
    **dict.fromkeys(("li",), frozenset(("li",))),
    **dict.fromkeys(("dt", "dd"), frozenset(("dt", "dd"))),
    **dict.fromkeys(("td", "th"), frozenset(("td", "th", "caption"))),
    **dict.fromkeys(("tr", "tbody", "thead", "tfoot"), frozenset(("td", "th", "caption"))),
    **dict.fromkeys(_HEADINGS, _HEADINGS),
    "p": _HEADINGS,
}
_BREAKING = frozenset(
    (
        *_KINDS, *_SCOPES, "address", "article", "aside", "body", "center", "details", "dialog", "div", "fieldset",
        "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend", "main", "menu", "nav", "p", "pre",
        "search", "section", "summary", "tbody", "tfoot", "thead", "tr",
    )
)  # fmt: skip
_HIDDEN = frozenset(("datalist", "noscript", "pre", "select", "template"))
# What stands beside the text on every page: menus, imprints, boxes that quote it or lead to other texts.
_FURNITURE = frozenset(("aside", "button", "dialog", "footer", "menu", "nav", "search"))
_OPAQUE = frozenset(("audio", "canvas", "code", "kbd", "math", "object", "samp", "svg", "tt", "var", "video"))
_OPAQUE_VOID = frozenset(("embed", "img", "input"))
_RAW = frozenset(("iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"))
_MAX_DEPTH = 512  # as in browsers; also bounds the search for an implied end

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_TAG_STEP = re.compile(r">|=[ \t\n\f\r]*([\"'])")
_NOTE = re.compile(r"\[[^\[\]]{1,12}\]|\d{1,3}|[*†‡§]{1,3}")  # the mark of a footnote, raised
_SPACE = " \t\n\f\r"
# A single blank between words is taken over as it stands, so most text needs no cut at all.
_CUT = re.compile(
    r" [ \t\n\f\r]+|[\t\n\f\r][ \t\n\f\r]*|&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{0,31};?)"
)


def blocks(text: str, start: int = 0, end: int | None = None) -> list[Block]:
    """Return the blocks of ``text[start:end]``, an HTML page or a piece of one, in text order."""
    reader = _Reader(text)
    reader.read(start, len(text) if end is None else end)
    return reader.found


class _Reader:
    def __init__(self, text: str) -> None:
        self.found: list[Block] = []
        self._text = text
        self._prose = Prose(text)
        self._blank = True  # whether the block under way shows nothing yet
        self._gap: tuple[int, int, str] | None = None  # a blank or line break that shows once more text comes
        self._open: list[str] = []  # open elements that bear a kind, and their scopes
        self._before_raised: tuple[int, bool, tuple[int, int, str] | None] | None = None  # the state at an open sup
        self._counts: Counter[str] = Counter()
        self._exhausted: set[str] = set()  # quotation marks that do not come again
        self._unclosed: set[str] = set()  # furniture that is not closed any more
        self._headings: set[str] = set()
        self._linked = False  # whether an "a" is open
        self._leads_away = True  # whether the block under way shows nothing but links

    def read(self, start: int, end: int) -> None:
        text = self._text
        while start < end:
            bracket = text.find("<", start, end)
            if bracket < 0:
                bracket = end
            self._characters(start, bracket)
            if bracket == end:
                break
            start = self._markup(bracket, end)
        self._break()

    def _markup(self, start: int, end: int) -> int:
        """Read the markup at ``start`` and return the offset behind it."""
        text = self._text
        if text.startswith("<!--", start):
            if text.startswith((">", "->"), start + 4):
                return text.index(">", start) + 1
            return self._behind("-->", start + 4, end)
        tag = _TAG.match(text, start, end)
        if tag is None:
            if text.startswith(("<!", "<?", "</"), start):
                return self._behind(">", start, end)
            self._show(start, start + 1)
            return start + 1
        name = tag[2].lower()
        behind = self._tag_end(tag.end(), end)
        if tag[1]:
            self._end_tag(name, start, behind)
            return behind
        if name in _RAW:
            return self._skip(name, behind, end, nested=False)
        if name in _FURNITURE and self._is_closed(name, behind, end):
            self._break()
            return self._skip(name, behind, end, nested=True)
        if name in _HIDDEN or name in _OPAQUE:
            closed = text[behind - 2 : behind] == "/>"
            behind = behind if closed else self._skip(name, behind, end, nested=True)
            if name in _OPAQUE:
                self._put(OBJECT, start, behind)
            elif name == "pre":
                self._break()
            return behind
        self._start_tag(name, start, behind)
        return behind

    def _behind(self, mark: str, start: int, end: int) -> int:
        place = self._text.find(mark, start, end)
        return end if place < 0 else place + len(mark)

    def _tag_end(self, start: int, end: int) -> int:
        """Return the offset behind the ``>`` of a tag; a quotation mark that is never closed does not hide it."""
        place = start
        while step := _TAG_STEP.search(self._text, place, end):
            place = step.end()
            quote = step[1]
            if quote is None:
                return place
            if quote in self._exhausted:
                continue
            closing = self._text.find(quote, place, end)
            if closing < 0:
                self._exhausted.add(quote)
            else:
                place = closing + 1
        return end

    def _skip(self, name: str, start: int, end: int, nested: bool) -> int:
        """Return the offset behind the end tag of the element ``name`` whose contents begin at ``start``."""
        depth = 1
        for tag in re.compile(rf"<(/?){name}(?=[\s/>])", re.IGNORECASE).finditer(self._text, start, end):
            if tag[1]:
                depth -= 1
            elif nested:
                depth += 1
            if depth == 0:
                return self._behind(">", tag.end(), end)
        return end

    def _is_closed(self, name: str, start: int, end: int) -> bool:
        """Tell whether an element whose contents begin at ``start`` has an end tag: without one it is no furniture."""
        if name not in self._unclosed and not re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(
            self._text, start, end
        ):
            self._unclosed.add(name)
        return name not in self._unclosed

    def _start_tag(self, name: str, start: int, behind: int) -> None:
        if name == "a":
            self._linked = True
        elif name == "br":
            if self._gap is not None and self._gap[2] == "\n":
                self._break()
            elif not self._blank:
                self._gap = (start, behind, "\n")
        elif name in _OPAQUE_VOID:
            self._put(OBJECT, start, behind)
        elif name == "q":
            self._put("“", start, behind)
        elif name == "sup":
            self._before_raised = len(self._prose), self._blank, self._gap
        elif name in _BREAKING:
            self._break()
            if ended := _IMPLIED_ENDS.get(name):
                self._end_implied(ended)
            if (name in _KINDS or name in _SCOPES) and len(self._open) < _MAX_DEPTH:
                self._open.append(name)
                self._counts[name] += 1

    def _end_tag(self, name: str, start: int, behind: int) -> None:
        if name == "a":
            self._linked = False
        elif name == "q":
            self._put("”", start, behind)
        elif name == "sup":
            self._end_raised()
        elif name in _BREAKING:
            self._break()
            if name in _HEADINGS:  # any heading's end tag ends the open one
                self._end_implied(_HEADINGS)
            elif self._counts[name]:
                while self._pop() != name:
                    pass

    def _end_implied(self, names: frozenset[str]) -> None:
        if not any(self._counts[name] for name in names):
            return
        for element in reversed(self._open):
            if element in names:
                while self._pop() != element:
                    pass
                return
            if element in _SCOPES:
                return

    def _pop(self) -> str:
        name = self._open.pop()
        self._counts[name] -= 1
        return name

    def _end_raised(self) -> None:
        """Withdraw what a sup has raised if it is the mark of a footnote."""
        if self._before_raised is not None:
            pieces, blank, gap = self._before_raised
            if _NOTE.fullmatch(self._prose.shown(pieces).strip()):
                self._prose.withdraw(pieces)
                self._blank, self._gap = blank, gap
            self._before_raised = None

    def _break(self) -> None:
        """End the block under way."""
        name = next((name for name in reversed(self._open) if name in _KINDS), "")
        level = int(name[1]) if name in _HEADINGS else 0
        block = self._prose.block(_KINDS.get(name, BlockKind.PARAGRAPH), level)
        if block and not self._is_furniture(block):
            self.found.append(block)
        self._leads_away = True
        self._prose = Prose(self._text)
        self._blank = True
        self._gap = None
        self._before_raised = None

    def _is_furniture(self, block: Block) -> bool:
        """Tell whether the block under way is none of the text.

        A line of nothing but links leads to other texts, unless it is a sentence. The title may stand in a bar, too.
        """
        if block.level:
            known = block.text in self._headings
            self._headings.add(block.text)
            return known and block.level == 1
        return self._leads_away and not is_finished(block.text)

    def _characters(self, start: int, end: int) -> None:
        text = self._text
        for cut in _CUT.finditer(text, start, end):
            self._show(start, cut.start())
            start = cut.end()
            if text[cut.start()] == "&":
                start = self._reference(cut.start(), cut.end())
            else:
                self._space(cut.start(), start)
        self._show(start, end)

    def _reference(self, start: int, end: int) -> int:
        """Show the character that the reference at ``start`` stands for; return the offset behind it."""
        text = self._text
        if text[start + 1] != "#":
            # The longest known name counts: &ampere is &amp with "ere" after it.
            while end > start + 2 and text[start + 1 : end] not in html5:
                end -= 1
            if end <= start + 2:
                self._show(start, start + 1)
                return start + 1
        shown = unescape(text[start:end])
        if shown.strip(_SPACE):
            self._put(shown, start, end)
        elif shown:
            self._space(start, end)
        return end

    def _show(self, start: int, end: int) -> None:
        """Show characters that hold no reference and no run of blanks, but may begin or end with a blank."""
        if start < end and self._text[start] in _SPACE:
            self._space(start, start + 1)
            start += 1
        if start >= end:
            return
        trailing = self._text[end - 1] in _SPACE
        self._flush()
        self._prose.copy(start, end - trailing)
        if trailing:
            self._space(end - 1, end)

    def _space(self, start: int, end: int) -> None:
        if self._gap is None and not self._blank:
            self._gap = (start, end, " ")

    def _put(self, shown: str, start: int, end: int) -> None:
        self._flush()
        self._prose.put(shown, start, end)

    def _flush(self) -> None:
        self._leads_away = self._leads_away and self._linked
        if self._gap is not None:
            start, end, shown = self._gap
            self._prose.put(shown, start, end)
            self._gap = None
        self._blank = False
