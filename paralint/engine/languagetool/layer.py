"""LanguageTool's findings on a document, beside ours.

What is sent is prose, not markup: the texts of the blocks, several to a request, parted by blank lines so that
LanguageTool takes each for a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager

from paralint.engine.filters import in_order, without_duplicates
from paralint.engine.languagetool.client import Client, Endpoint, LanguageToolError, Match, UnavailableError
from paralint.engine.languagetool.options import LOCAL, Options
from paralint.engine.languagetool.rules import CATEGORIES, OTHER, SWITCHED_OFF, LanguageToolRule
from paralint.engine.notices import SKIPPED
from paralint.findings import Edit, Finding, Fix, Label, Safety, Span
from paralint.text.blocks import OBJECT, Block
from paralint.text.document import Document
from paralint.values import NamedTuple

Servers = Mapping[str, Endpoint | str]
"""By the setting ``languagetool``: where the server answers, or why there is none."""

_LONGEST = 8_000  # characters of one request: half a second of LanguageTool's time
_GAP = "\n\n"
_SENTENCE_END = re.compile(r"""[.!?]["'’”)\]]*\s+""")
_LINE_ENDS = str.maketrans("\r\n", "  ")  # a wrapped line does not end a sentence


@contextmanager
def serving(wanted: Iterable[Options]) -> Iterator[Servers]:
    """Provide the servers that a run needs. One of our own is started at most once and stopped at the end."""
    servers: dict[str, Endpoint | str] = {}
    with ExitStack() as stack:
        for options in wanted:
            if options.server is None or options.server in servers:
                continue
            if options.server != LOCAL:
                servers[options.server] = Endpoint(options.server)
                continue
            from paralint.engine.languagetool.local import local_server

            try:
                servers[LOCAL] = stack.enter_context(local_server(options.language))
            except (UnavailableError, OSError) as error:  # the latter if no process or temporary file can be had
                servers[LOCAL] = str(error)
        yield servers


class Layer:
    """Asks LanguageTool about documents and joins what it says to the findings of the rules."""

    def __init__(self, rules: Sequence[LanguageToolRule], options: Options, servers: Servers) -> None:
        """
        Args:
            rules: the LTL codes that are reported.
            options: of the layer; ``server`` is not None.
            servers: those of the run; that of ``options`` is among them.
        """
        self._rules = {rule.code: rule for rule in rules}
        self._categories = tuple(category for category, code in CATEGORIES.items() if code not in self._rules)
        self._disabled = (*SWITCHED_OFF, *options.disabled)
        endpoint = servers[options.server or LOCAL]
        self._missing = endpoint if isinstance(endpoint, str) else ""
        self._client = None if isinstance(endpoint, str) else Client(endpoint, options.language, options.timeout)

    def join(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Return ``findings`` and LanguageTool's, sorted; or ``findings`` and a notice that says why it was skipped.
        Never raises for what a server does."""
        try:
            found = list(self._found(document))
        except LanguageToolError as error:
            return in_order([*findings, SKIPPED.finding(f"LanguageTool was skipped: {error}")])
        return in_order(without_duplicates(_joined(findings, found)))

    def _found(self, document: Document) -> Iterator[_Found]:
        for request in _requests(document.blocks):
            if self._client is None:
                raise UnavailableError(self._missing)
            for match in self._client.check(request.text, self._categories, self._disabled):
                rule = self._rules.get(CATEGORIES.get(match.category, OTHER))
                place = request.locate(match.first, match.last)
                if rule is not None and match.rule not in self._disabled and place is not None:
                    yield _Found(rule, match.rule, _finding(document, rule, match, place))


class _Place(NamedTuple):
    """``block.text[first:last]``."""

    block: Block
    first: int
    last: int


class _Request(NamedTuple):
    """A text to be checked: passages of blocks, each at its offset in ``text``."""

    text: str
    passages: tuple[_Place, ...]
    offsets: tuple[int, ...]

    def locate(self, first: int, last: int) -> _Place | None:
        """Return where ``text[first:last]`` stands, or None where it is empty or reaches beyond its passage."""
        number = bisect_right(self.offsets, first) - 1
        passage = self.passages[number]
        shift = passage.first - self.offsets[number]
        if first >= last or last + shift > passage.last:
            return None
        return _Place(passage.block, first + shift, last + shift)


class _Found(NamedTuple):
    rule: LanguageToolRule
    identifier: str
    finding: Finding


def _requests(blocks: Sequence[Block]) -> Iterator[_Request]:
    passages: list[_Place] = []
    size = 0
    for block in blocks:
        for passage in _passages(block):
            length = passage.last - passage.first
            if passages and size + length > _LONGEST:
                yield _request(passages)
                passages, size = [], 0
            passages.append(passage)
            size += length + len(_GAP)
    if passages:
        yield _request(passages)


def _passages(block: Block) -> Iterator[_Place]:
    """Cut a block that is too long for one request behind sentences, at worst between words."""
    text = block.text
    first = 0
    while len(text) - first > _LONGEST:
        limit = first + _LONGEST
        ends = [match.end() for match in _SENTENCE_END.finditer(text, first, limit)]
        last = ends[-1] if ends else text.rfind(" ", first, limit) + 1 or limit
        yield _Place(block, first, last)
        first = last
    if text[first:].replace(OBJECT, " ").strip():
        yield _Place(block, first, len(text))


def _request(passages: Sequence[_Place]) -> _Request:
    pieces = [passage.block.text[passage.first : passage.last].translate(_LINE_ENDS) for passage in passages]
    offsets = []
    offset = 0
    for piece in pieces:
        offsets.append(offset)
        offset += len(piece) + len(_GAP)
    return _Request(_GAP.join(pieces), tuple(passages), tuple(offsets))


def _finding(document: Document, rule: LanguageToolRule, match: Match, place: _Place) -> Finding:
    span = place.block.locate(place.first, place.last)
    quoted = place.block.text[place.first : place.last]
    fix = None
    # Where markup stands inside the match, replacing the whole would delete it.
    if match.replacement is not None and match.replacement != quoted and document.quote(span) == quoted:
        fix = Fix((Edit(span, match.replacement),), Safety.UNSAFE)
    message = f"[{match.rule}] {match.message}"
    return Finding(rule.code, rule.name, span, message, rule.severity, rule.confidence, fix=fix, url=rule.url)


def _joined(findings: Sequence[Finding], found: Sequence[_Found]) -> list[Finding]:
    """Join both lists. Of two findings on one place ours wins, and takes the other's id as a label."""
    ours = list(findings)
    theirs = []
    for other in found:
        number = _same(ours, other)
        if number is None:
            theirs.append(other.finding)
            continue
        label = Label(other.finding.span, f"LanguageTool's {other.identifier} says so too")
        if label not in ours[number].related:
            ours[number] = ours[number]._replace(related=(*ours[number].related, label))
    return ours + theirs


def _same(ours: Sequence[Finding], other: _Found) -> int | None:
    """Return the number of the finding that stands on the same place, or that overlaps and is of the same kind."""
    span = other.finding.span
    overlapping = [number for number, finding in enumerate(ours) if _overlap(finding.span, span)]
    for number in overlapping:
        if ours[number].span == span:
            return number
    return next((number for number in overlapping if ours[number].code[:3] in other.rule.kin), None)


def _overlap(one: Span, other: Span) -> bool:
    return one.overlaps(other) or one == other
