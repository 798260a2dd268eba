"""Settings as a command line has them: those of the nearest configuration file, changed by options."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from paralint.cli.arguments import UsageError
from paralint.engine.chosen_rules import AnyRule, known_rules
from paralint.engine.language_model.options import model_of
from paralint.engine.languagetool.options import server_of
from paralint.engine.settings import FAIL_ON, Settings, baseline_of, find_config, read_config


def configured(path: Path, options: Namespace) -> Settings:
    """Return the settings for a path by ``--config``, ``--isolated`` and ``--rules`` alone.

    Raises:
        ProblemsError: for a configuration file that is not in order.
    """
    settings = Settings() if options.isolated else _read(path, options)
    return settings._replace(rule_paths=(*settings.rule_paths, *options.rule_paths))


def _read(path: Path, options: Namespace) -> Settings:
    config: Path | None = options.config
    if config is None:
        # A path that cannot be resolved, such as a loop of links, still gets a report of its own later.
        folder = Path(os.path.abspath(path))
        config = find_config(folder if folder.is_dir() else folder.parent)
    return read_config(config) if config is not None else Settings()


def rules_for(path: Path, options: Namespace) -> tuple[AnyRule, ...]:
    """Return all rules that there are for a path, and print what is wrong with rule files.

    Raises:
        ProblemsError: for a configuration file that is not in order.
    """
    known = known_rules(configured(path, options))
    for problem in known.problems:
        print(problem, file=sys.stderr)
    return known.rules


def settings_for(path: Path, options: Namespace) -> Settings:
    """Return the settings for a path.

    Raises:
        ProblemsError: for a configuration file that is not in order.
        UsageError: for an option that names no server, or no file of a language model.
    """
    settings = configured(path, options)
    changes: dict[str, Any] = {
        "extend_select": (*settings.extend_select, *options.extend_select),
        "ignore": (*settings.ignore, *options.ignore),
    }
    if options.select:
        changes["select"] = tuple(options.select)
    if getattr(options, "fail_on", None):
        changes["fail_on"] = FAIL_ON[options.fail_on]
    if getattr(options, "min_score", None) is not None:
        changes["min_score"] = options.min_score
    if getattr(options, "baseline", None) is not None:
        changes["baseline"] = baseline_of(options.baseline, Path())
    if options.max_bytes:
        changes["max_bytes"] = options.max_bytes
    if "exclude" in options:
        changes["exclude"] = (*settings.exclude, *options.exclude)
    if getattr(options, "languagetool", None) is not None:
        try:
            server = server_of(options.languagetool)
        except ValueError as error:
            raise UsageError(str(error)) from None
        changes["languagetool"] = settings.languagetool._replace(server=server)
    if getattr(options, "language_model", None) is not None:
        try:
            changes["language_model"] = model_of(options.language_model, Path())
        except ValueError as error:
            raise UsageError(str(error)) from None
    return settings._replace(**changes)
