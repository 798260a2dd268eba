"""Fetch LanguageTool for English from Maven Central: ``python tools/fetch_languagetool.py FOLDER``.

Maven resolves the server and the English module with all they depend on, 81 MB in 127 jars, and keeps what it fetched
in its own repository; the jars are then copied to FOLDER/<version>. A folder that is complete is left as it is. The
path of the jars is printed: let ``LTP_JAR_DIR_PATH`` name it to lint with ``--languagetool local``.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

VERSION = "6.8"
_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"

# The server depends on the modules of all languages, which are 160 MB. Its language detector, which always starts,
# wants to know of three beside English, but never loads their dictionaries.
_MODULES = {
    "languagetool-server": ("org.languagetool", "language-all"),
    "language-en": None,
    "language-es": ("*", "*"),
    "language-ca": ("*", "*"),
    "language-pt": ("*", "*"),
}


class FetchError(Exception):
    """LanguageTool could not be fetched. The message says why."""


def fetch(folder: Path, version: str = VERSION) -> Path:
    """Return the folder of the jars of ``version`` below ``folder``; fetch them if they are not there.

    Raises:
        FetchError: if Maven is missing or fails.
    """
    target = folder / version
    if target.is_dir():
        return target
    maven = shutil.which("mvn")
    if maven is None:
        raise FetchError("Maven (mvn) is needed to fetch LanguageTool")
    folder.mkdir(parents=True, exist_ok=True)
    # Fetched beside the target and renamed at the end: what is there is complete.
    with tempfile.TemporaryDirectory(dir=folder) as work:
        project = Path(work, "pom.xml")
        project.write_text(_project(version), encoding="utf-8")
        jars = Path(work, "jars")
        command = [maven, "--batch-mode", "--quiet", "--file", str(project), _COPY]
        ran = subprocess.run(
            [*command, "-DincludeScope=runtime", f"-DoutputDirectory={jars}"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        if ran.returncode != 0:
            raise FetchError(f"Maven ended with {ran.returncode}:\n{ran.stdout.strip()[-2000:]}")
        try:
            jars.rename(target)
        except OSError as error:
            if not target.is_dir():  # somebody else was faster
                raise FetchError(f"cannot write {target}: {error.strerror}") from error
    return target


def _project(version: str) -> str:
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        "<groupId>paralint</groupId><artifactId>languagetool</artifactId><version>1</version><dependencies>"
        + "".join(_dependency(module, version, without) for module, without in _MODULES.items())
        + "</dependencies></project>"
    )


def _dependency(module: str, version: str, without: tuple[str, str] | None) -> str:
    exclusion = ""
    if without is not None:
        left_out = f"<groupId>{without[0]}</groupId><artifactId>{without[1]}</artifactId>"
        exclusion = f"<exclusions><exclusion>{left_out}</exclusion></exclusions>"
    return (
        f"<dependency><groupId>org.languagetool</groupId><artifactId>{module}</artifactId>"
        f"<version>{version}</version>{exclusion}</dependency>"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the cache")
    parser.add_argument("--version", default=VERSION, help=f"of LanguageTool; {VERSION} by default")
    arguments = parser.parse_args()
    try:
        print(fetch(arguments.folder, arguments.version))
    except FetchError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
