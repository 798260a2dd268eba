"""Format ``html``: one page that stands alone: no script, nothing loaded from elsewhere, light and dark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from paralint.engine.report import FileReport
from paralint.findings import Finding, Severity
from paralint.output import Context
from paralint.output.excerpt import Mark, Row, excerpts, kept
from paralint.output.markup import attribute, content
from paralint.output.places import Texts
from paralint.output.record import page
from paralint.output.wording import Tally, composition, count, remedy

_FAMILIES = {
    "NAM": "Names",
    "CON": "Contradictions",
    "GRM": "Grammar",
    "PHR": "Phrases",
    "QUO": "Quotations",
    "DUP": "Duplicates",
    "DOC": "Documents as a whole",
    "CMP": "Lost and added",
    "RDB": "Readability",
    "LTL": "LanguageTool",
    "ODD": "Odd words",
    "PLT": "Notices of paralint",
}
_SEVERITIES = sorted(Severity, reverse=True)
_EXCERPT_WIDTH = 360

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1e21; --paper: #fff; --soft: #59616b; --line: #d5dae0; --panel: #f5f7f9;
  --link: #0b57b0; --error: #b3161b; --warning: #8a5200; --info: #0b6470; --own: #ffe3a3; --other: #cfe4ff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --paper: #15181c; --soft: #a4adb8; --line: #3a4149;
  --panel: #1e2329; --link: #86b8ff; --error: #ff9a94; --warning: #f2bd62; --info: #74d3df; --own: #5c4200;
  --other: #15406f; } }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.55 system-ui, sans-serif; }
a { color: var(--link); }
h2 { margin-top: 2.5rem; overflow-wrap: anywhere; }
h3 { margin: 0; font-size: 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
th, td { padding: .3rem .8rem; border-bottom: 1px solid var(--line); text-align: right; }
th:first-child { text-align: left; overflow-wrap: anywhere; }
article { margin: 1rem 0; padding: .8rem 1rem; border: 1px solid var(--line); border-left-width: .35rem;
  border-radius: .3rem; }
article.error { border-left-color: var(--error); }
article.warning { border-left-color: var(--warning); }
article.info { border-left-color: var(--info); }
.error .severity { color: var(--error); }
.warning .severity { color: var(--warning); }
.info .severity { color: var(--info); }
.place { color: var(--soft); font-weight: normal; }
.excerpt { display: grid; grid-template-columns: max-content 1fr; gap: 0 .8rem; margin: .6rem 0; padding: .5rem .8rem;
  background: var(--panel); border-radius: .3rem; }
.excerpt .number { color: var(--soft); text-align: right; user-select: none; }
.excerpt .text { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; min-height: 1.55em; }
mark { color: inherit; background: var(--own); border-bottom: 2px solid currentcolor; }
mark.other { background: var(--other); border-bottom-style: dotted; }
article p, article ul { margin: .4rem 0; }
"""


def render(reports: Iterable[FileReport], context: Context) -> Iterator[str]:
    reports = list(reports)
    tally = Tally()
    for report in reports:
        tally.add(report)
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>paralint: {content(tally.sentence())}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>paralint</h1>\n<p>{content(tally.sentence())}</p>\n</header>\n<main>\n"
    )
    with_findings = [report for report in reports if report.findings]
    if with_findings:
        yield from _summary(with_findings)
        for number, report in enumerate(with_findings, 1):
            yield from _file(number, report, context)
    yield f"</main>\n<footer><p>paralint {content(context.version)}</p></footer>\n</body>\n</html>\n"


def _summary(reports: Sequence[FileReport]) -> Iterator[str]:
    families = Counter((_family(finding), finding.severity) for report in reports for finding in report.findings)
    known = list(_FAMILIES)
    order = known + sorted({name for name, _ in families} - set(known))
    yield '<section aria-labelledby="summary">\n<h2 id="summary">Summary</h2>\n'
    rows = []
    for name in order:
        numbers = [families[name, level] for level in _SEVERITIES]
        if any(numbers):
            rows.append((content(_FAMILIES.get(name, name)), numbers))
    yield from _table("Findings by family", "Family", rows)
    rows = []
    for number, report in enumerate(reports, 1):
        levels = Counter(finding.severity for finding in report.findings)
        link = f'<a href="#file-{number}">{content(report.filename)}</a>'
        rows.append((link, [levels[level] for level in _SEVERITIES]))
    yield from _table("Findings by file", "File", rows)
    yield "</section>\n"


def _table(caption: str, first: str, rows: Iterable[tuple[str, Sequence[int]]]) -> Iterator[str]:
    """Yield a table; the heads of ``rows`` are markup already."""
    columns = "".join(f'<th scope="col">{level}</th>' for level in _SEVERITIES)
    yield f"<table>\n<caption>{caption}</caption>\n"
    yield f'<thead><tr><th scope="col">{first}</th>{columns}<th scope="col">all</th></tr></thead>\n<tbody>\n'
    for head, numbers in rows:
        cells = "".join(f"<td>{number}</td>" for number in (*numbers, sum(numbers)))
        yield f'<tr><th scope="row">{head}</th>{cells}</tr>\n'
    yield "</tbody>\n</table>\n"


def _family(finding: Finding) -> str:
    return finding.code.rstrip("0123456789")


def _file(number: int, report: FileReport, context: Context) -> Iterator[str]:
    total = count(len(report.findings), "finding", "findings")
    words = f" in {count(report.words, 'word', 'words')}" if report.words else ""
    yield f'<section aria-labelledby="file-{number}">\n<h2 id="file-{number}">{content(report.filename)}</h2>\n'
    made_of = composition(report)
    score = f". Score {report.score.points:.0f} of 100 ({made_of})" if report.score is not None and made_of else ""
    yield f"<p>{total}{words}{score}</p>\n"
    texts = Texts(report)
    for finding in report.findings:
        yield "".join(_finding(report, texts, finding, context))
    yield "</section>\n"


def _finding(report: FileReport, texts: Texts, finding: Finding, context: Context) -> Iterator[str]:
    row, column = texts.own.location(finding.span.start)
    yield f'<article class="{finding.severity}">\n<h3><span class="severity">{finding.severity}</span> '
    yield f"<code>{content(finding.code)}</code> {content(finding.name)} "
    yield f'<span class="place">line {row}, column {column}</span></h3>\n<p>{content(finding.message)}</p>\n'
    if report.text:
        for excerpt in excerpts(texts.own, finding, texts.others):
            if excerpt.filename is not None:
                yield f'<p class="place">{content(excerpt.filename)}</p>\n'
            yield '<div class="excerpt">\n'
            yield from map(_line, excerpt.rows)
            yield "</div>\n"
    if finding.related:
        yield "<ul>\n"
        for label in finding.related:
            filename, lines = texts.of(label)
            row, column = lines.location(label.span.start)
            file = "" if label.filename is None else f"{content(filename)}, "
            yield f"<li>{file}line {row}, column {column}: {content(label.message)}</li>\n"
        yield "</ul>\n"
    if finding.fix is not None:
        yield f"<p>Fix ({finding.fix.safety}): {content(remedy(report.text, finding.fix))}</p>\n"
    url = page(finding, context)
    if url is not None and url.startswith(("https://", "http://")):
        name = content(finding.name)
        yield f'<p><a href="{attribute(url)}">About {name}</a></p>\n'
    yield "</article>\n"


def _line(row: Row) -> str:
    pieces = []
    end_before = 0
    for start, end in kept(row.text, row.marks, _EXCERPT_WIDTH, len):
        pieces += ["…"] * (start > end_before) + [_marked(row, start, end)]
        end_before = end
    pieces += ["…"] * (end_before < len(row.text))
    return f'<div class="number">{row.number}</div><div class="text" dir="auto">{"".join(pieces)}</div>\n'


def _marked(row: Row, start: int, end: int) -> str:
    """Return a part of the line as markup; where marks overlap, the finding's own wins."""
    edges = sorted({start, end, *(edge for mark in row.marks for edge in mark[:2] if start < edge < end)})
    pieces = []
    for left, right in pairwise(edges):
        pieces += [_tagged("", mark) for mark in row.marks if mark.start == mark.end == left]
        covering = [mark for mark in row.marks if mark.start <= left and right <= mark.end]
        text = row.text[left:right]
        pieces.append(_tagged(text, max(covering, key=lambda mark: mark.primary)) if covering else content(text))
    pieces += [_tagged("", mark) for mark in row.marks if mark.start == mark.end == end == len(row.text)]
    return "".join(pieces)


def _tagged(text: str, mark: Mark) -> str:
    """Return ``text`` as marked; of an empty one a caret tells where it stands."""
    tag = "<mark>" if mark.primary else '<mark class="other">'
    return f"{tag}{content(text) if text else '‸'}</mark>"
