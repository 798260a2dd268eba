"""A LanguageTool server of our own: found, started on a free loopback port, and gone when the run is over.

The jars come from the folder that the variable ``LTP_JAR_DIR_PATH`` names, or from where the package
language-tool-python keeps them; it fetches LanguageTool once if it is not there. That package is GPL-3.0 and an extra,
so it is imported here and nowhere else, and only where no folder is named.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from paralint.engine.languagetool import guard
from paralint.engine.languagetool.client import Client, Endpoint, LanguageToolError, UnavailableError

JAR_FOLDER = "LTP_JAR_DIR_PATH"
JAVA = 17
_SERVER = "org.languagetool.server.HTTPServer"
_START_TIMEOUT = 180.0  # seconds: loading all rules takes 5 s on an idle machine, ten times that on a busy one
_STOP_TIMEOUT = 5.0
_POLL = 0.1
# A run is short: compiling the server to the last costs more than it gains, 20 s against 7 s before the first text.
_JAVA_OPTIONS = ("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TieredStopAtLevel=1")
_WARM_UP = "This is an example."
_VERSION = re.compile(r'version "(?:1\.)?(\d+)')
_FAILURE = re.compile(r"^(?:Caused by: |Error: |Exception ).*", re.MULTILINE)


@contextmanager
def local_server(language: str, timeout: float = _START_TIMEOUT) -> Iterator[Endpoint]:
    """Start a server, wait until it has checked a first text, and stop it at the end.

    Args:
        language: the language whose rules are loaded before the first real text is sent.
        timeout: seconds that all this may take.

    Raises:
        UnavailableError: with the reason, if there is no Java, no LanguageTool, or the server does not come up.
    """
    java = find_java()
    jars = class_path(jar_folder())
    port = _free_port()
    started = time.monotonic()
    # Its own session: Ctrl-C in the terminal reaches paralint alone, which then ends the server in its own order.
    with (
        TemporaryFile() as output,
        subprocess.Popen(
            [sys.executable, "-I", guard.__file__, java, *_JAVA_OPTIONS, "-cp", jars, _SERVER, "--port", str(port)],
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        ) as process,
    ):
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(process, url, language, started + timeout, output)
            # A second start takes about as long as the first.
            yield Endpoint(url, restart=10 + 2 * (time.monotonic() - started))
        finally:
            _stop(process)


def find_java() -> str:
    """Return the path of a Java that LanguageTool runs on: that of ``JAVA_HOME``, else the first on the path.

    Raises:
        UnavailableError: if there is none, it does not run, or it is too old.
    """
    home = os.environ.get("JAVA_HOME")
    path = (home and shutil.which("java", path=os.path.join(home, "bin"))) or shutil.which("java")
    if not path:
        raise UnavailableError(f"there is no Java on this machine; LanguageTool needs version {JAVA} or later")
    try:
        ran = subprocess.run(
            [path, "-version"], stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=60
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UnavailableError(f"{path} does not run: {error}") from error
    said = ran.stderr + ran.stdout
    version = _VERSION.search(said)
    if ran.returncode != 0 or not version:
        first = next(iter(said.strip().splitlines()), f"exit code {ran.returncode}")
        raise UnavailableError(f"{path} does not tell its version: {first}")
    if int(version[1]) < JAVA:
        raise UnavailableError(f"{path} is Java {version[1]}; LanguageTool needs version {JAVA} or later")
    return path


def jar_folder() -> Path:
    """Return the folder of LanguageTool's jars.

    Raises:
        UnavailableError: if no folder is named and language-tool-python is missing or fails to provide one.
    """
    named = os.environ.get(JAR_FOLDER)
    if named:
        return Path(named)
    try:
        from language_tool_python.download_lt import LocalLanguageTool
    except ImportError as error:
        raise UnavailableError(
            "language-tool-python is not installed: pip install 'paralint[languagetool]', or let "
            f"{JAR_FOLDER} name a folder with LanguageTool's jars"
        ) from error
    try:
        tool = LocalLanguageTool.get_latest_installed_version() or LocalLanguageTool.from_version_name()
        tool.download()
        return Path(tool.get_directory_path())
    except (Exception, SystemExit) as error:  # the package ends the process where it cannot read Java's version
        raise UnavailableError(f"language-tool-python could not provide LanguageTool: {error}") from error


def class_path(folder: Path) -> str:
    """Return the class path of a folder: of an unpacked release, whose server jar names its libraries itself, or of
    the jars that Maven resolves.

    Raises:
        UnavailableError: if the folder has no server of LanguageTool.
    """
    release = folder / "languagetool-server.jar"
    if release.is_file():
        return str(release)
    if any(folder.glob("languagetool-server-*.jar")):
        return str(folder / "*")
    raise UnavailableError(f"there is no languagetool-server.jar in {folder}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(process: subprocess.Popen[bytes], url: str, language: str, deadline: float, output: IO[bytes]) -> None:
    client = Client(Endpoint(url), language, timeout=2.0)
    while not client.ready():
        if process.poll() is not None:
            raise UnavailableError(f"the server ended with exit code {process.returncode}: {_failure(output)}")
        if time.monotonic() > deadline:
            raise UnavailableError("the server did not come up in time")
        time.sleep(_POLL)
    try:
        Client(Endpoint(url), language, timeout=max(1.0, deadline - time.monotonic())).check(_WARM_UP)
    except LanguageToolError as error:
        raise UnavailableError(f"the server came up and failed on its first text: {error}") from error


def _failure(output: IO[bytes]) -> str:
    """Return the line of a server's output that says most about why it ended."""
    output.seek(0)
    said = output.read().decode(errors="replace").strip()
    causes = _FAILURE.findall(said)
    return str(causes[-1] if causes else said.rpartition("\n")[2] or "it said nothing")


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.close()
    try:
        process.wait(_STOP_TIMEOUT)
    except subprocess.TimeoutExpired:
        if sys.platform == "win32":
            process.kill()
        else:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
