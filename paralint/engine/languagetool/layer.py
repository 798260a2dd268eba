"""LanguageTool's findings on a document, beside ours.

What is sent is prose, not markup: the texts of the blocks, several to a request, parted by blank lines so that
LanguageTool takes each for a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager

from paralint.engine.filters import in_order
from paralint.engine.languagetool.client import Client, Endpoint, LanguageToolError, Match, UnavailableError
from paralint.engine.languagetool.options import LOCAL, Options
from paralint.engine.languagetool.rules import CATEGORIES, OTHER, SWITCHED_OFF, LanguageToolRule
from paralint.engine.notices import SKIPPED
from paralint.engine.opinions import Opinion, with_opinions
from paralint.engine.prose import GAP, Place, Prose, prose
from paralint.findings import Edit, Finding, Fix, Safety
from paralint.text.blocks import OBJECT, Block
from paralint.text.document import Document

Servers = Mapping[str, Endpoint | str]
"""By the setting ``languagetool``: where the server answers, or why there is none."""

_LONGEST = 8_000  # characters of one request: half a second of LanguageTool's time
_SENTENCE_END = re.compile(r"""[.!?]["'’”)\]]*\s+""")


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
        return with_opinions(findings, found)

    def _found(self, document: Document) -> Iterator[Opinion]:
        for request in _requests(document.blocks):
            if self._client is None:
                raise UnavailableError(self._missing)
            for match in self._client.check(request.text, self._categories, self._disabled):
                rule = self._rules.get(CATEGORIES.get(match.category, OTHER))
                place = request.locate(match.first, match.last)
                if rule is not None and match.rule not in self._disabled and place is not None:
                    agreement = f"LanguageTool's {match.rule} says so too"
                    yield Opinion(_finding(document, rule, match, place), agreement, rule.kin.__contains__)


def _requests(blocks: Sequence[Block]) -> Iterator[Prose]:
    passages: list[Place] = []
    size = 0
    for block in blocks:
        for passage in _passages(block):
            length = passage.last - passage.first
            if passages and size + length > _LONGEST:
                yield prose(passages)
                passages, size = [], 0
            passages.append(passage)
            size += length + len(GAP)
    if passages:
        yield prose(passages)


def _passages(block: Block) -> Iterator[Place]:
    """Cut a block that is too long for one request behind sentences, at worst between words."""
    text = block.text
    first = 0
    while len(text) - first > _LONGEST:
        limit = first + _LONGEST
        ends = [match.end() for match in _SENTENCE_END.finditer(text, first, limit)]
        last = ends[-1] if ends else text.rfind(" ", first, limit) + 1 or limit
        yield Place(block, first, last)
        first = last
    if text[first:].replace(OBJECT, " ").strip():
        yield Place(block, first, len(text))


def _finding(document: Document, rule: LanguageToolRule, match: Match, place: Place) -> Finding:
    span, quoted = place.span, place.text
    fix = None
    # Where markup stands inside the match, replacing the whole would delete it.
    if match.replacement is not None and match.replacement != quoted and document.quote(span) == quoted:
        fix = Fix((Edit(span, match.replacement),), Safety.UNSAFE)
    message = f"[{match.rule}] {match.message}"
    return Finding(rule.code, rule.name, span, message, rule.severity, rule.confidence, fix=fix, url=rule.url)
