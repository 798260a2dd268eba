"""The command: ``paralint check PATH…`` and its companions. Thin: it reads options, calls the engine, prints."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from paralint import __version__
from paralint.output import FORMATS
from paralint.ruleset.problems import Problem, ProblemsError, suggestion

if TYPE_CHECKING:
    from paralint.engine.notices import Notice
    from paralint.engine.report import FileReport
    from paralint.engine.runner import Job
    from paralint.engine.settings import AnyRule, Settings

Command = TypeVar("Command", bound=Callable[..., Any])

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130


class _Group(click.Group):
    """Makes ``check`` the command that is meant when only paths are given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h", "--version"):
            near = suggestion(args[0], self.commands)
            if near and not args[0].startswith("-") and not Path(args[0]).exists():
                raise click.UsageError(f"no command or file '{args[0]}'{near}", ctx)
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Group, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="paralint")
def cli() -> None:
    """Find the damage that machine paraphrasing leaves in articles.

    A bare path means check: `paralint article.txt`.
    """


def _split(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def _selector(name: str, text: str) -> Callable[[Command], Command]:
    return click.option(name, multiple=True, metavar="RULE", callback=_split, help=text)


_OUTPUT_FORMAT = click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    default="full",
    envvar="PARALINT_OUTPUT_FORMAT",
    show_default=True,
    help="How findings are written.",
)
_FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="The least severity that makes the exit code 1. [default: error]",
)
_EXIT_ZERO = click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
_OUTPUT_FILE = click.option(
    "-o", "--output-file", type=click.Path(dir_okay=False, path_type=Path), help="Write the findings to this file."
)
_COLOR = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour the output of the formats for terminals.",
)
_RULES = click.option(
    "--rules",
    "rule_paths",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Load further rules from this file or folder.",
)
_MAX_BYTES = click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    metavar="N",
    help="Report files larger than this instead of reading them. [default: 5000000]",
)
_CONFIG = click.option(
    "--config",
    type=click.Path(path_type=Path),
    help="Use this configuration file for all files instead of the nearest one.",
)
_ISOLATED = click.option("--isolated", is_flag=True, help="Ignore all configuration files.")


@cli.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@_selector("--select", "Run only these rules: codes, beginnings of codes, names, or ALL; commas allowed.")
@_selector("--extend-select", "Run these rules too.")
@_selector("--ignore", "Do not run these rules.")
@_FAIL_ON
@_EXIT_ZERO
@_OUTPUT_FORMAT
@_OUTPUT_FILE
@_COLOR
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=0),
    metavar="N",
    help="Number of processes; 0 is one per processor. [default: by size]",
)
@_CONFIG
@_ISOLATED
@_RULES
@click.option("--exclude", multiple=True, metavar="GLOB", callback=_split, help="Leave out files and folders that fit.")
@click.option("--force-exclude", is_flag=True, help="Apply exclusions to paths named on the command line too.")
@_MAX_BYTES
@click.option(
    "--languagetool",
    metavar="SERVER",
    help="Ask LanguageTool too: 'local' starts a server for this run, 'http://…' names a running one, to which the "
    "text is sent, 'false' asks none. [default: false]",
)
@click.option(
    "--stdin-filename",
    metavar="NAME",
    help="The name under which standard input is reported, and by whose ending it is read.",
)
@click.option("--show-settings", is_flag=True, help="Print the settings and rules for the first path, and stop.")
@click.pass_context
def check(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    output_format: str,
    output_file: Path | None,
    color: str,
    jobs: int | None,
    exit_zero: bool,
    force_exclude: bool,
    stdin_filename: str | None,
    show_settings: bool,
    config: Path | None,
    isolated: bool,
    **options: Any,
) -> None:
    """Check files, folders, or standard input ('-').

    Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 a usage, configuration or internal error, or a file
    that could not be read.
    """
    from paralint.engine.runner import run
    from paralint.engine.settings import rules_of

    def settings_for(path: Path) -> Settings:
        return _with_options(_configured(path, config, isolated), options)

    if show_settings:
        click.echo(_describe(settings_for(Path(paths[0] if paths else "."))))
        return
    found = list(_jobs(paths or (".",), settings_for, stdin_filename, force_exclude))
    problems: dict[Problem, None] = {}
    rules: dict[Settings, tuple[AnyRule, ...]] = {}
    for settings in dict.fromkeys(job.settings for job in found):
        chosen = rules_of(settings)
        rules[settings] = chosen.rules
        problems.update(dict.fromkeys(chosen.problems))
    for problem in problems:
        click.echo(problem, err=True)
    fail_on = found[0].settings.fail_on if found else None
    tally = _Tally(run(found, rules, jobs))
    try:
        _write(
            _progress(tally, len(found)),
            output_format,
            output_file,
            color,
            {rule.code: rule for chosen in rules.values() for rule in chosen},
        )
    except KeyboardInterrupt:
        ctx.exit(INTERRUPTED)
    if not found:
        click.echo("no files found", err=True)
    if tally.broken or any(problem.breaking for problem in problems):
        ctx.exit(FAILED)
    if fail_on is not None and tally.worst >= fail_on and not exit_zero:
        ctx.exit(FOUND)


@cli.command()
@click.argument("original", type=click.Path(path_type=Path))
@click.argument("rewrite", type=click.Path(path_type=Path))
@_selector("--select", "Apply only these rules: codes, beginnings of codes, names, or ALL; commas allowed.")
@_selector("--extend-select", "Apply these rules too.")
@_selector("--ignore", "Do not apply these rules.")
@_FAIL_ON
@_EXIT_ZERO
@_OUTPUT_FORMAT
@_OUTPUT_FILE
@_COLOR
@_CONFIG
@_ISOLATED
@_RULES
@_MAX_BYTES
@click.pass_context
def compare(
    ctx: click.Context,
    /,
    original: Path,
    rewrite: Path,
    output_format: str,
    output_file: Path | None,
    color: str,
    exit_zero: bool,
    config: Path | None,
    isolated: bool,
    **options: Any,
) -> None:
    """Check REWRITE against ORIGINAL: what is changed, lost or added.

    Findings stand in REWRITE and point into ORIGINAL. What is wrong with REWRITE by itself is for `check` to say.
    Exit codes are those of `check`.
    """
    from paralint.engine.compare import compare_files
    from paralint.engine.settings import rules_of

    settings = _with_options(_configured(rewrite, config, isolated), options)
    chosen = rules_of(settings)
    for problem in chosen.problems:
        click.echo(problem, err=True)
    tally = _Tally(iter([compare_files(original, rewrite, settings, chosen.rules)]))
    _write(tally, output_format, output_file, color, {rule.code: rule for rule in chosen.rules})
    if tally.broken or any(problem.breaking for problem in chosen.problems):
        ctx.exit(FAILED)
    if settings.fail_on is not None and tally.worst >= settings.fail_on and not exit_zero:
        ctx.exit(FOUND)


class _Tally:
    """Passes reports on and remembers what the exit code depends on."""

    def __init__(self, reports: Iterator[FileReport]) -> None:
        self._reports = reports
        self.broken = False
        self.worst = 0

    def __iter__(self) -> Iterator[FileReport]:
        for report in self._reports:
            self.broken = self.broken or report.broken
            self.worst = max([self.worst, *(finding.severity for finding in report.findings)])
            if not gc.isenabled():
                gc.freeze()  # what has been loaded by now stays
                gc.enable()
            yield report


def _jobs(paths: Sequence[str], settings_for: Any, stdin_filename: str | None, force_exclude: bool) -> Iterator[Job]:
    from paralint.engine.files import find_files
    from paralint.engine.runner import Job

    by_folder: dict[Path, Settings] = {}
    seen: set[Path] = set()
    for name in paths:
        if name == "-":
            path = Path(stdin_filename or "-")
            yield Job(path, settings_for(path), sys.stdin.buffer.read())
            continue
        path = Path(name)
        for file in find_files(path, settings_for(path), force_exclude=force_exclude):
            if file in seen:
                continue
            seen.add(file)
            if file.parent not in by_folder:
                by_folder[file.parent] = settings_for(file)
            yield Job(file, by_folder[file.parent])


def _configured(path: Path, config: Path | None, isolated: bool) -> Settings:
    from paralint.engine.settings import Settings, find_config, read_config

    if isolated:
        return Settings()
    if config is None:
        # A path that cannot be resolved, such as a loop of links, still gets a report of its own later.
        folder = Path(os.path.abspath(path))
        config = find_config(folder if folder.is_dir() else folder.parent)
    return read_config(config) if config is not None else Settings()


def _with_options(settings: Settings, options: dict[str, Any]) -> Settings:
    from paralint.engine.languagetool.options import server_of
    from paralint.engine.settings import FAIL_ON

    changes: dict[str, Any] = {
        "extend_select": settings.extend_select + options["extend_select"],
        "ignore": settings.ignore + options["ignore"],
        "exclude": settings.exclude + options.get("exclude", ()),
        "rule_paths": settings.rule_paths + options["rule_paths"],
    }
    if options["select"]:
        changes["select"] = options["select"]
    if options["fail_on"]:
        changes["fail_on"] = FAIL_ON[options["fail_on"]]
    if options["max_bytes"]:
        changes["max_bytes"] = options["max_bytes"]
    if options.get("languagetool") is not None:
        try:
            server = server_of(options["languagetool"])
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        changes["languagetool"] = settings.languagetool._replace(server=server)
    return settings._replace(**changes)


def _write(
    reports: Iterable[FileReport], output_format: str, output_file: Path | None, color: str, rules: dict[str, AnyRule]
) -> None:
    from paralint.engine.notices import NOTICES
    from paralint.output import Context, render

    try:
        with open(output_file, "w", encoding="utf-8", newline="") if output_file else nullcontext(sys.stdout) as stream:
            context = Context(__version__, {**NOTICES, **rules}, _wants_color(color, stream), _width(stream))
            for piece in render(output_format, reports, context):
                click.echo(piece, file=stream, nl=False, color=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.UsageError(f"cannot write {output_file}: {error.strerror}") from error


def _wants_color(choice: str, stream: IO[str]) -> bool:
    """https://no-color.org and https://force-color.org: a variable counts if it is set and not empty."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def _width(stream: IO[str]) -> int:
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns if stream.isatty() else 100


def _progress(reports: Iterable[FileReport], total: int) -> Iterator[FileReport]:
    """Show a bar on a terminal while a run of many files goes on and its findings go elsewhere."""
    if total < 20 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from reports
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("checking", total=total)
        for report in reports:
            yield report
            progress.advance(task)


def _describe(settings: Settings) -> str:
    from paralint.engine.settings import rules_of

    names = {None: "never"}
    lines = [
        f"configuration: {settings.path or 'none'}",
        f"fail-on: {names.get(None) if settings.fail_on is None else settings.fail_on}",
        f"max-bytes: {settings.max_bytes}",
        f"exclude: {', '.join(settings.exclude) or 'nothing'}",
        f"suffixes: {', '.join(settings.suffixes)}",
        f"languagetool: {settings.languagetool.server or 'false'}",
        "rules:",
    ]
    lines += [f"  {rule.code} {rule.name} [{rule.severity}]" for rule in rules_of(settings).rules]
    return "\n".join(lines)


@cli.command()
@click.argument("code", metavar="RULE")
@_CONFIG
@_ISOLATED
def explain(code: str, config: Path | None, isolated: bool) -> None:
    """Explain a rule, given its code or name: what it finds, why it matters, when to ignore it, with examples."""
    from paralint.cli.explain import explanation
    from paralint.engine.notices import NOTICES
    from paralint.engine.settings import known_rules

    rules = known_rules(_configured(Path("."), config, isolated)).rules
    wanted = code.strip()
    everything: list[AnyRule | Notice] = [*rules, *NOTICES.values()]
    for known in everything:
        if wanted.lower() in (known.code.lower(), known.name.lower()):
            click.echo(explanation(known))
            return
    names = [name for known in everything for name in (known.code, known.name)]
    raise click.UsageError(f"no rule '{code}'{suggestion(code, names) or suggestion(code.upper(), names)}")


@cli.command("rules")
@_CONFIG
@_ISOLATED
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
def rules_command(config: Path | None, isolated: bool, output_format: str) -> None:
    """List all rules: code, severity, confidence, status, summary."""
    from paralint.cli.explain import listing
    from paralint.engine.settings import known_rules

    ruleset = known_rules(_configured(Path("."), config, isolated))
    for problem in ruleset.problems:
        click.echo(problem, err=True)
    click.echo(listing(ruleset.rules, output_format))
    if any(problem.breaking for problem in ruleset.problems):
        sys.exit(FAILED)


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("-v", "--verbose", is_flag=True, help="Name every case, not only those that fail.")
def test(paths: tuple[Path, ...], verbose: bool) -> None:
    """Test rule files against the laws for rules; without PATH, the built-in rules.

    Exit codes: 0 all laws hold, 1 some case fails, 2 a rule file is not in order.
    """
    from paralint.engine.laws import cases, missing_extra
    from paralint.ruleset.load import builtin, load

    ruleset = load(paths) if paths else builtin()
    for problem in ruleset.problems:
        click.echo(problem, err=True)
    tested = []
    for rule in ruleset.rules:
        reason = missing_extra(rule)
        if reason is None:
            tested.append(rule)
        else:
            click.echo(f"skipped {rule.code}: {reason}")
    count = failed = 0
    for case in cases(tested, builtin().rules):
        count += 1
        wrong = case.verify()
        failed += wrong is not None
        if wrong is not None:
            click.echo(f"FAILED {case.identifier}: {wrong}")
        elif verbose:
            click.echo(f"passed {case.identifier}")
    click.echo(f"{len(tested)} rules, {count} cases, {failed} failed")
    if any(problem.breaking for problem in ruleset.problems):
        sys.exit(FAILED)
    if failed:
        sys.exit(FOUND)


@cli.command()
@click.argument("place", metavar="FILE:LINE")
@click.option("--rule", "code", metavar="RULE", help="Show how this pattern rule fared.")
@click.option("--figures", is_flag=True, help="Show the figures and dates of FILE instead, by measure.")
@_CONFIG
@_ISOLATED
def inspect(place: str, code: str | None, figures: bool, config: Path | None, isolated: bool) -> None:
    """Show the tokens, tags and lemmas of a line, and why a pattern did or did not match there."""
    from paralint.cli.inspect import inspection
    from paralint.engine.settings import known_rules
    from paralint.ruleset.rule import Rule
    from paralint.ruleset.select import SelectorError, matching
    from paralint.text.read import document
    from paralint.text.source import SourceError, read_source

    if figures:
        from paralint.cli.figures import ledger

        try:
            for line in ledger(document(place, read_source(place).text)):
                click.echo(line)
        except SourceError as error:
            raise click.UsageError(f"{place}: {error.message}") from None
        return
    name, _, row = place.rpartition(":")
    if not name or not row.isdigit():
        raise click.UsageError(f"'{place}' is no place: write FILE:LINE, as in article.txt:12")
    try:
        rule = matching(known_rules(_configured(Path(name), config, isolated)).rules, code)[0] if code else None
        text = document(name, read_source(name).text)
        for line in inspection(text, int(row), rule if isinstance(rule, Rule) else None):
            click.echo(line)
    except (SelectorError, SourceError) as error:
        raise click.UsageError(str(error) if isinstance(error, SelectorError) else f"{name}: {error.message}") from None
    except IndexError:
        raise click.UsageError(f"{name} has no line {row}") from None


@cli.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
def init(folder: Path) -> None:
    """Write a paralint.toml with every setting explained."""
    from paralint.cli.template import TEMPLATE

    target = folder / "paralint.toml"
    try:
        with open(target, "x", encoding="utf-8") as file:
            file.write(TEMPLATE)
    except FileExistsError:
        raise click.UsageError(f"{target} exists already; nothing was changed") from None
    except OSError as error:
        raise click.UsageError(f"cannot write {target}: {error.strerror}") from None
    click.echo(f"wrote {target}")


@cli.command()
def version() -> None:
    """Print the version."""
    click.echo(f"paralint {__version__}")


def main(args: Sequence[str] | None = None) -> None:
    """The console script. Every error that is the user's to mend is one message, never a traceback."""
    if args is None:
        gc.disable()  # rules and models are no garbage; looking through them takes a tenth of a short run
    try:
        sys.exit(cli.main(args=list(args) if args is not None else None, prog_name="paralint", standalone_mode=True))
    except ProblemsError as error:
        click.echo(error, err=True)
        _leave(FAILED, args is None)
    except SystemExit as leaving:
        _leave(leaving.code, args is None)


def _leave(code: str | int | None, at_once: bool) -> NoReturn:
    """Exit; ``at_once`` without freeing rules and models, which takes another tenth."""
    if at_once and isinstance(code, int) and "multiprocessing" not in sys.modules:
        with suppress(OSError):  # the usual way reports it
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    main()
