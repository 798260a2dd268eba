from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.text.blocks import OBJECT, Block, BlockKind
from paralint.text.html import blocks

Check = Callable[[str, Sequence[Block]], None]

PIECES = [
    "word", "Two words", " ", "  ", "\n", "\t", "é", "\u00a0", "\x0c", "\x0b", "\u2028", "<", ">", "&", "\"", "'", "=",
    "/>", "&amp;", "&ampere", "&eacute;", "&nbsp;", "&#32;", "&#x41;", "&#0;", "&#xD800;", "&nope;", "&#10;",
    "&NotEqualTilde;",
    "<p>", "</p>", "<P class=\"a>b\">", "<p title='", "<b>", "</b>", "<br>", "<br/>", "<BR >", "<h1>", "</h2>", "<h3>",
    "<ul>", "</ul>", "<li>", "</li>", "<table>", "<tr>", "<td>", "<th>", "</table>", "<blockquote>", "</blockquote>",
    "<code>", "</code>", "<pre>", "</pre>", "<script>", "</script>", "<style>", "</style>", "<title>", "</title>",
    "<svg/>", "<!--", "-->", "<!-->", "<!doctype html>",
    "<?xml?>", "</", "<img src=a>", "<figcaption>", "</figcaption>", "<q>",
    "</q>", "<sup>", "1", "</sup>", "<template>", "</template>", "\0",
]  # fmt: skip
DOCUMENTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


def only(text: str) -> Block:
    (block,) = blocks(text)
    return block


def test_what_stands_beside_the_text_is_left_out() -> None:
    text = """<nav><ul><li>Home<li>World</ul></nav><header><h1>Rain stops play</h1></header>
    <main><h1>Rain stops play</h1><p>It <a href="a">rained</a> all day.</p><aside><p>It rained all day.</p></aside>
    <ul><li><a href="b">Sun starts play</a><li><a href="c">Snow</a> <a href="d">Hail</a>
    <li>Wind, <a href="e">Fog</a></ul>
    <p><a href="f">Nobody minded.</a></p></main><button>Share</button><footer>Imprint</footer>"""
    assert texts(text) == ["Rain stops play", "It rained all day.", "Wind, Fog", "Nobody minded."]


def test_furniture_that_is_not_closed_hides_nothing() -> None:
    assert texts("<aside><p>It rained.</p><nav>Home") == ["It rained.", "Home"]
    assert texts("<p><a href='a'>Sun</a></p><a href='b'>Rain fell.<p>It rained all day.") == [
        "Rain fell.",
        "It rained all day.",
    ]


def test_each_kind_of_block() -> None:
    text = """<!DOCTYPE html>
    <html><head><title>No prose</title><meta name="description" content="None"><style>p { color: red }</style></head>
    <body><h1>Title</h1><p>Para</p><ul><li>one<li>two <p>more</p></ul><dl><dt>term<dd>meaning</dl>
    <table><caption>Table</caption><tr><th>a<td>b<tr><td>c</table>
    <figure><img src="a.png" alt="none"><figcaption>Caption</figcaption></figure>
    <blockquote>Quote<h4>inner</h4></blockquote>loose <div>text</div></body></html>"""
    assert [(block.kind, block.level, block.text) for block in blocks(text)] == [
        (BlockKind.HEADING, 1, "Title"),
        (BlockKind.PARAGRAPH, 0, "Para"),
        (BlockKind.ITEM, 0, "one"),
        (BlockKind.ITEM, 0, "two"),
        (BlockKind.ITEM, 0, "more"),
        (BlockKind.ITEM, 0, "term"),
        (BlockKind.ITEM, 0, "meaning"),
        (BlockKind.CAPTION, 0, "Table"),
        (BlockKind.CELL, 0, "a"),
        (BlockKind.CELL, 0, "b"),
        (BlockKind.CELL, 0, "c"),
        (BlockKind.CAPTION, 0, "Caption"),
        (BlockKind.QUOTE, 0, "Quote"),
        (BlockKind.HEADING, 4, "inner"),
        (BlockKind.PARAGRAPH, 0, "loose"),
        (BlockKind.PARAGRAPH, 0, "text"),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a <b>bold</b><i> and</i> <a href='x>y'>linked</a> word", "a bold and linked word"),
        ("  many \n\t blanks  <b>  here </b>  too ", "many blanks here too"),
        ("one<br>two <br/> three", "one\ntwo\nthree"),
        ("Caf&eacute; &amp; bar &#8212; &#x2014; &copy 2022", "Café & bar — — © 2022"),
        ("&nope; AT&T &ampere &", "&nope; AT&T &ere &"),
        ("a&nbsp;b&#32;&#10; c", "a\u00a0b c"),
        ("run <code>rm <b>-rf</b> &amp;</code> now <img src=a>!", f"run {OBJECT} now {OBJECT}!"),
        ("a < b and c > d <3", "a < b and c > d <3"),
        ("he said <q>no</q>.", "he said “no”."),
        ("a<!-- no --> b<!-->c<!doctype x> d<?php e ?> f</ g>", "a bc d f"),
        ("a<script>if (x < y) '</b>'</script> b<style>p</style> c<svg><text>t</text></svg> d", f"a b c{OBJECT} d"),
        ("a<template>b<template>c</template>d</template> e<noscript>f</noscript> g", "a e g"),
        ("soft<wbr>ware", "software"),
        ("It<sup>1</sup> is <sup>*</sup> up<sup id=r> <a href=#>[12]</a></sup><sup>[a]</sup>.", "It is up."),
        ("<sup>2</sup> On the 10<sup>th</sup> of May<sup>3", "On the 10th of May3"),
    ],
)
def test_inline_markup(check_places: Check, text: str, shown: str) -> None:
    block = only(text)
    assert block.text == shown
    check_places(text, [block])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>one<p>two<div>three<hr>four", ["one", "two", "three", "four"]),
        ("one<br><br>two<br>\n<br>three", ["one", "two", "three"]),
        ("one<pre>code</pre>two", ["one", "two"]),
        ("<h2>Title<p>Prose", ["Title", "Prose"]),
        ("<p><img src=a></p><p><code>x</code></p><p>&nbsp;</p>", []),
        ("<p>one <!-- two</p>", ["one"]),
        ("<p>one <b two", ["one"]),
        ("<p>one <script>two", ["one"]),
        ('<p>one <a href="x>two</a> three</p><p>four', ["one two three", "four"]),
        ("<p class='it's'>one</p>", ["one"]),
        ("<p data-x=a'b>one</p>", ["one"]),
        ("</p></li></table>one</b>", ["one"]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_blocks_break_and_broken_markup_ends(text: str, shown: list[str]) -> None:
    assert texts(text) == shown


def test_kinds_end_with_their_elements() -> None:
    text = "<blockquote><ul><li>a<blockquote>b</blockquote>c</ul>d</blockquote><h1>e</h2>f<h3>g<h4>h<p>i"
    assert [(str(block.kind), block.level, block.text) for block in blocks(text)] == [
        ("list", 0, "a"),
        ("blockquote", 0, "b"),
        ("list", 0, "c"),
        ("blockquote", 0, "d"),
        ("heading", 1, "e"),
        ("paragraph", 0, "f"),
        ("heading", 3, "g"),
        ("heading", 4, "h"),
        ("paragraph", 0, "i"),
    ]


@pytest.mark.parametrize(
    ("text", "part", "source"),
    [
        ("<p>a <b>bold</b> word", "bold word", "bold</b> word"),
        ("Caf&eacute; noir", "Café", "Caf&eacute;"),
        ("one  \n two", " ", "  \n "),
        ("one <br/> two", "\n", "<br/>"),
        ("run <code>rm</code> now", OBJECT, "<code>rm</code>"),
        ("&NotEqualTilde;", "≂\u0338", "&NotEqualTilde;"),
        ("&copy2022", "©2022", "&copy2022"),
    ],
)
def test_a_place_leads_back(text: str, part: str, source: str) -> None:
    block = only(text)
    first = block.text.index(part)
    span = block.locate(first, first + len(part))
    assert text[span.start : span.end] == source


def test_prose_that_stands_as_it_is_needs_no_places() -> None:
    assert blocks("<p> One two. </p>") == [Block(BlockKind.PARAGRAPH, "One two.", 4)]


def test_a_piece_of_a_text() -> None:
    text = "no <p>one</p> <p>two</p> no"
    found = blocks(text, 3, text.index(" no"))
    assert [(block.start, block.text) for block in found] == [(6, "one"), (17, "two")]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_escaped_text_is_shown(text: str) -> None:
    shown = re.sub(r"[ \t\n\f\r]+", " ", text).strip()
    assert texts(f"<p>{escape(text)}</p>") == ([shown] if shown.strip(OBJECT + " \n") else [])


@given(DOCUMENTS)
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


@pytest.mark.parametrize(
    "piece",
    ['<a "', '<a href="', "<", "<blockquote>", "<ul><li>", "&", "<!--", "<code>", "</li>", "&amp ", "<p>x", "<td>"],
)
def test_hostile_input(check_places: Check, piece: str) -> None:
    text = piece * 3000 + "<li>x"
    check_places(text, blocks(text))


def test_long_lines_are_read_in_one_piece() -> None:
    line = "word " * 1_000_000
    assert blocks(line) == [Block(BlockKind.PARAGRAPH, line.rstrip(), 0)]
