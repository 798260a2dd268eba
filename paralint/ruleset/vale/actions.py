"""Vale's actions: what should stand in place of a match."""

from __future__ import annotations

import re
from typing import Any

from paralint.ruleset.fields import Fields
from paralint.values import NamedTuple

_PARAMETERS = {"regex": 3, "trim": 2, "trim_left": 2, "trim_right": 2, "truncate": 2, "split": 3}
_SECONDS = 0.2  # for one edit of one match
_REFERENCE = re.compile(r"\$\{?(\d+)\}?")
_BETWEEN = re.compile(r"(?<=[a-z])(?=[A-Z])|[^\w]+|_+")


class Action(NamedTuple):
    """``name`` and ``params`` as Vale writes them: ``edit`` with ``[trim_right, "!"]``."""

    name: str
    params: tuple[str, ...] = ()

    def options(self, match: str) -> tuple[str, ...]:
        """Return what may take the place of ``match``; nothing where the action does not say."""
        if self.name == "replace":
            return self.params
        if self.name == "remove":
            return ("",)
        if self.name == "convert":
            return (" ".join(_BETWEEN.sub(" ", match).split()).lower(),)
        if self.name == "edit":
            return self._edited(match)
        return ()

    def _edited(self, match: str) -> tuple[str, ...]:
        name, first, *rest = self.params
        if name == "regex":
            import regex

            try:
                edited = regex.sub(first, lambda found: filled(rest[0], found), match, timeout=_SECONDS)
            except TimeoutError:
                return ()
        elif name == "split":
            parts = match.split(first)
            index = int(rest[0])
            if index >= len(parts):
                return ()
            edited = parts[index]
        elif name == "truncate":
            edited = match.split(first)[0]
        else:
            strip = {"trim": match.strip, "trim_left": match.lstrip, "trim_right": match.rstrip}[name]
            edited = strip(first)
        return (edited.strip(),)


def refers(template: str) -> bool:
    """Whether a replacement names groups: ``$1``."""
    return _REFERENCE.search(template) is not None


def filled(template: str, match: Any) -> str:
    """Return a replacement with what the groups of ``match`` hold; a group that is not there holds nothing."""
    groups = (match[0], *match.groups())

    def held(reference: re.Match[str]) -> str:
        number = int(reference[1])
        return (groups[number] or "") if number < len(groups) else ""

    return _REFERENCE.sub(held, template)


def read_action(fields: Fields) -> Action | None:
    """Read the key ``action``; note one that Vale would refuse. None where there is none that paralint can take."""
    inner = fields.inner("action")
    if inner is None:
        return None
    name = inner.text("name", "")
    params = tuple(part for part in inner.raw("params") or () if isinstance(part, str))
    inner.close()
    if name in ("", "suggest"):  # spellings, or a script
        return None
    if name not in ("replace", "remove", "convert", "edit"):
        inner.note(f"an action is replace, remove, convert, edit or suggest; found '{name}'", "name")
        return None
    if name == "edit":
        wanted = _PARAMETERS.get(params[0] if params else "")
        if wanted is None or len(params) != wanted or (params[0] == "split" and not params[2].isdecimal()):
            inner.note(f"'edit' takes one of {', '.join(_PARAMETERS)} and its values", "params")
            return None
        if not _in_order(params):
            inner.note(f"'edit' cannot {params[0]} by '{params[1]}'", "params", 1)
            return None
    return Action(name, params)


def _in_order(params: tuple[str, ...]) -> bool:
    """Whether what an edit works by is a regex, or the text to cut at."""
    if params[0] in ("split", "truncate"):
        return bool(params[1])
    if params[0] != "regex":
        return True
    import regex

    try:
        regex.compile(params[1])
    except regex.error:
        return False
    return True
