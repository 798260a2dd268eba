"""Finding the files of a run: what the user names is taken, what lies in folders is chosen by ending and exclusion."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

from paralint.engine.settings import Settings

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NEVER = frozenset({".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".tox", ".nox"})


def find_files(path: Path, settings: Settings, *, force_exclude: bool = False) -> Iterator[Path]:
    """Yield the files that ``path`` means, sorted by name within each folder.

    A file is yielded as it is, whatever its ending, unless ``force_exclude`` applies the exclusions to it too. Links to
    folders are not followed, so a loop of links cannot trap the search. A path that does not exist is yielded: reading
    it will say so.
    """
    if not path.is_dir():
        if not (force_exclude and _excluded(path, settings)):
            yield path
        return
    ignores = _GitIgnores(path) if settings.respect_gitignore else None
    for name, folders, files in os.walk(path):
        folder = Path(name)
        folders[:] = sorted(
            inner
            for inner in folders
            if inner not in _NEVER
            and not _excluded(folder / inner, settings)
            and not (ignores and ignores.ignore(folder / inner, folder=True))
        )
        for inner in sorted(files):
            file = folder / inner
            if file.suffix.lower() not in settings.suffixes or _excluded(file, settings):
                continue
            if not (ignores and ignores.ignore(file, folder=False)):
                yield file


def _excluded(path: Path, settings: Settings) -> bool:
    if not settings.exclude:
        return False
    name = os.path.relpath(path, settings.root).replace(os.sep, "/")
    return any(matches(name, pattern) for pattern in settings.exclude)


class _GitIgnores:
    """The .gitignore files that govern a folder: its own, those above it up to the repository, those below."""

    def __init__(self, top: Path) -> None:
        self._specs: dict[Path, GitIgnoreSpec | None] = {}
        top = top.resolve()
        inside = [folder for folder in (top, *top.parents) if (folder / ".git").exists()]
        self._repository = inside[0] if inside else top

    def ignore(self, path: Path, *, folder: bool) -> bool:
        path = path.parent.resolve() / path.name
        for above in path.parents:
            spec = self._spec(above)
            if spec is not None:
                name = path.relative_to(above).as_posix() + ("/" if folder else "")
                verdict = spec.check_file(name).include
                if verdict is not None:
                    return verdict
            if above == self._repository:
                break
        return False

    def _spec(self, folder: Path) -> GitIgnoreSpec | None:
        if folder not in self._specs:
            file = folder / ".gitignore"
            spec = None
            if file.is_file():
                from pathspec import GitIgnoreSpec  # slow to import, and most runs meet no .gitignore

                spec = GitIgnoreSpec.from_lines(file.read_text(encoding="utf-8", errors="replace").splitlines())
            self._specs[folder] = spec
        return self._specs[folder]


def matches(name: str, pattern: str) -> bool:
    """Whether a path, with forward slashes and relative, or a folder above it, fits a glob pattern."""
    parts = name.split("/")
    pattern = pattern.removeprefix("./")
    if "/" not in pattern.strip("/"):
        return any(fnmatch(part, pattern.strip("/")) for part in parts)
    pattern = pattern.strip("/").replace("**/", "*").replace("/**", "/*")
    return any(fnmatch("/".join(parts[:count]), pattern) for count in range(1, len(parts) + 1))
