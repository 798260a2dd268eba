from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType

from paralint.text.blocks import OBJECT, Block, BlockKind
from paralint.text.markdown import blocks, leads_away

Check = Callable[[str, Sequence[Block]], None]

PIECES = [
    "word", "Two words", " ", "  ", "\n", "\n\n", "  \n", "\\\n", "*", "**", "_", "__", "***", "~~", "`", "``", "[",
    "]", "](", "](http://a.b/c \"t\")", ")", "![", "[text](<u v>)", "[r]", "[r][r]", "\n\n[r]: /url 'x'\n\n", "&nope;",
    "&", "<http://a.b/%20>", "&amp;", "&eacute;", "&#33;", "\\*", "\\|", "\\", "# ", "\n## ", " ##\n", "\n===\n",
    "\n---\n", "> ", "\n> ", "- ", "\n- ", "\n  ", "\n    ", "\n\t", "1. ", "\n2) ", "|", "\n|--|--|\n",
    "| a | b |\n|---|---|\n| ", "\n```\n", "é", "\u00a0", "“q”", "'", ".", "!", "5",
    "\f", "\v", "\u2028", "\x1c", "\x85", "\0",
]  # fmt: skip
DOCUMENTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


@cache
def reference() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def expected(text: str) -> list[str]:
    """What markdown-it itself makes of the prose, without places."""
    found = []
    tokens = reference().parse(text)
    for opening, token in pairwise(tokens):
        # A line of nothing but links leads to other texts.
        if token.type != "inline" or (opening.type == "paragraph_open" and leads_away(token)):
            continue
        shown = ""
        autolink = False
        for child in token.children or []:
            if child.type == "text" and not autolink:
                shown += child.content
            elif child.type == "softbreak":
                shown += " "
            elif child.type == "hardbreak":
                shown += "\n"
            elif child.type in ("code_inline", "image"):
                shown += OBJECT
            elif child.markup == "autolink":
                shown += OBJECT if child.type == "link_open" else ""
                autolink = child.type == "link_open"
        if shown.replace(OBJECT, "").strip():
            found.append(shown.strip())
    return found


@given(DOCUMENTS)
def test_prose_is_what_markdown_it_reads(check_places: Check, text: str) -> None:
    text = "x" + text  # no front matter
    found = blocks(text)
    check_places(text, found)
    assert [block.text.replace("\0", "\ufffd") for block in found] == expected(text)


MORE_PIECES = [
    *PIECES, "<b>", "</b>", "<code>", "</code>", "<br>", "<!-- c -->", "<!--", "-->", "<div>", "\n</div>\n\n",
    "<img src=a>", "$", "$$", "$x_1$", "[^1]", "\n[^1]: ", "[!NOTE]\n", "---\n", "+++\n", "<script>", "<p>",
]  # fmt: skip


@given(st.lists(st.sampled_from(MORE_PIECES), max_size=25).map("".join))
def test_laws(check_places: Check, text: str) -> None:
    found = blocks(text)
    check_places(text, found)
    shown = [block.text for block in found]
    for line_end in ("\r\n", "\r"):
        other = text.replace("\n", line_end)
        check_places(other, blocks(other))
        assert texts(other) == shown


@given(st.text())
def test_laws_for_any_text(check_places: Check, text: str) -> None:
    check_places(text, blocks(text))


def only(text: str) -> Block:
    (block,) = blocks(text)
    return block


def quoted(text: str, part: str) -> str:
    """Return what stands in the original where the only block shows ``part``."""
    block = only(text)
    first = block.text.index(part)
    span = block.locate(first, first + len(part))
    return text[span.start : span.end]


def test_plain_prose_stands_as_it_is() -> None:
    assert blocks("One.\n\nTwo.\n") == [
        Block(BlockKind.PARAGRAPH, "One.", 0),
        Block(BlockKind.PARAGRAPH, "Two.", 6),
    ]


def test_each_kind_of_block() -> None:
    text = (
        "# Title #\n\nLower *one*\n===\n\nProse.\n\n- item\n  goes on\n\n  and on\n  > inner\n\n"
        "1. first\n\n> quoted\nlazily\n> ## in it\n\n| a | b |\n|---|--:|\n| c | d |\n"
    )
    assert [(block.kind, block.level, block.text) for block in blocks(text)] == [
        (BlockKind.HEADING, 1, "Title"),
        (BlockKind.HEADING, 1, "Lower one"),
        (BlockKind.PARAGRAPH, 0, "Prose."),
        (BlockKind.ITEM, 0, "item goes on"),
        (BlockKind.ITEM, 0, "and on"),
        (BlockKind.QUOTE, 0, "inner"),
        (BlockKind.ITEM, 0, "first"),
        (BlockKind.QUOTE, 0, "quoted lazily"),
        (BlockKind.HEADING, 2, "in it"),
        (BlockKind.CELL, 0, "a"),
        (BlockKind.CELL, 0, "b"),
        (BlockKind.CELL, 0, "c"),
        (BlockKind.CELL, 0, "d"),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a **bold** and *slanted* __word__ ~~gone~~", "a bold and slanted word gone"),
        ('see [the *page*](http://a.b/c?d=e "title") now', "see the page now"),
        ("see [the page][r], [r][] and [r]\n\n[r]: /url", "see the page, r and r"),
        ("run `rm *` or ``a`b`` now", f"run {OBJECT} or {OBJECT} now"),
        ("look ![a *cat*](cat.png) here", f"look {OBJECT} here"),
        ("at <https://a.b/%20> now", f"at {OBJECT} now"),
        ("Caf&eacute; &#38; \\*bar\\* &nope; a\\b", "Café & *bar* &nope; a\\b"),
        ("one\ntwo  \nthree\\\nfour", "one two\nthree\nfour"),
        ("a <b>bold</b> word<!-- no --> and<br>more", "a bold word and\nmore"),
        ("press <kbd>Ctrl *C*</kbd> now", f"press {OBJECT} now"),
        ("a formula $a_1 * b_1$ and $$c = \\$d$$ here", f"a formula {OBJECT} and {OBJECT} here"),
        ("from $5 to $6, or $7-$8 a day", "from $5 to $6, or $7-$8 a day"),
        ("A claim[^1] and more[^long-name].", "A claim and more."),
        ("[^1]: The note.", "The note."),
        ("> [!WARNING]\n> Take care.", "Take care."),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("an [unclosed link](http://a.b and *more", "an [unclosed link](http://a.b and *more"),
    ],
)
def test_inline_markup(check_places: Check, text: str, shown: str) -> None:
    block = only(text)
    assert block.text == shown
    check_places(text, [block])


@pytest.mark.parametrize(
    ("text", "part", "source"),
    [
        ("a **bold** word", "bold word", "bold** word"),
        ("Caf&eacute; noir", "Café", "Caf&eacute;"),
        ("a \\* b", "*", "\\*"),
        ("see [the page](http://a.b) now", "page now", "page](http://a.b) now"),
        ("> one\n> two", "one two", "one\n> two"),
        ("> one\n> two", " ", "\n> "),
        ("- one  \n  two", "\n", "  \n  "),
        ("run `rm *` now", OBJECT, "`rm *`"),
        ("look ![a](b) now", OBJECT, "![a](b)"),
        ("press <kbd>C</kbd> now", OBJECT, "<kbd>C</kbd>"),
    ],
)
def test_a_place_leads_back(text: str, part: str, source: str) -> None:
    assert quoted(text, part) == source


def test_cells_lead_back() -> None:
    text = "> - | *a* | b \\| c |\n>   |---|---|\n>   | `x\\|y` z | only &amp;"
    found = blocks(text)
    assert [block.text for block in found] == ["a", "b | c", f"{OBJECT} z", "only &"]
    spans = [block.locate(0, len(block.text)) for block in found]
    assert [text[span.start : span.end] for span in spans] == ["a", "b \\| c", "`x\\|y` z", "only &amp;"]


@pytest.mark.parametrize(
    "text",
    [
        "", " \n\t\n", "```\ncode\n```", "~~~ py\nunclosed", "    indented", "<!-- a comment\n\nover blank lines -->",
        "***", "<!-- unclosed", "---\ntitle: x\n---\n", "+++\ntitle = 1\n+++", "---\na: b\n...\n", "[r]: /url 't'",
        "![a](b)", "`code`", "<script>\nlet a\n</script>", "#", "|  |  |\n|--|--|\n",
    ],
)  # fmt: skip
def test_what_is_no_prose(text: str) -> None:
    assert blocks(text) == []


def test_front_matter_ends_and_offsets_go_on() -> None:
    text = "---\ntitle: It were\n---\n\nProse.\n"
    assert blocks(text) == [Block(BlockKind.PARAGRAPH, "Prose.", text.index("Prose"))]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert texts("---\n\nProse.\n\n---\n") == ["Prose."]
    assert texts("---\nUnclosed: yes.\n") == ["Unclosed: yes."]
    assert texts("---\nA heading\n---\nProse.") == ["A heading", "Prose."]


def test_html_between_the_paragraphs_is_read_as_html() -> None:
    text = 'Before.\n\n<div align="center">\n<h2>A <b>title</b></h2>\n&copy; prose\n</div>\n\nAfter.'
    assert [(block.kind, block.text) for block in blocks(text)] == [
        (BlockKind.PARAGRAPH, "Before."),
        (BlockKind.HEADING, "A title"),
        (BlockKind.PARAGRAPH, "© prose"),
        (BlockKind.PARAGRAPH, "After."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "> " * 500 + "deep", "- " * 500 + "deep", "[" * 5000, "![a](" * 500, "`" * 5001 + "a", "**a " * 2000,
        "[^" * 2000, "<a " * 2000, "$a " * 2000, "<!-- " * 2000, "&a" * 2000, "| " * 3000, "a\n" * 3000,
        "|a" * 300 + "|\n" + "|-" * 300 + "|\n" + ("|b" * 300 + "|\n") * 10,
    ],
)  # fmt: skip
def test_hostile_nesting(check_places: Check, text: str) -> None:
    check_places(text, blocks(text))


def test_long_lines_are_read_in_one_piece() -> None:
    line = "word " * 1_000_000
    assert blocks(line) == [Block(BlockKind.PARAGRAPH, line.rstrip(), 0)]


def test_a_block_that_is_not_understood_is_read_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    class Strange(MarkdownIt):
        def parse(self, src: str, env: EnvType | None = None) -> list[Token]:
            tokens = super().parse(src, env)
            for token in tokens:
                for child in token.children or []:
                    child.content = child.content.upper()
            return tokens

    monkeypatch.setattr("paralint.text.markdown._parser", lambda: Strange("commonmark").enable("table"))
    assert texts("a *b*\n\n> - c\n>   d\n\n|x *y*|\n|---|\n") == ["a *b*", "> - c\n>   d", "x *y*"]


def test_lines_of_nothing_but_links_are_left_out() -> None:
    text = """# [Rain](a)

- [Read more about rain](b)
- [Snow](c) [Hail](d)
- Wind: [Fog](e)

[It rained all day.](f) <https://example.org>

[Back to the top](g)
"""
    assert [block.text for block in blocks(text)] == ["Rain", "Wind: Fog", f"It rained all day. {OBJECT}"]
