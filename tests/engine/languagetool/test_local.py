"""A server of our own, with a stand-in for Java: what may be wrong with it, and that it never outlives the run."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from paralint.engine.languagetool import local
from paralint.engine.languagetool.client import Client, UnavailableError
from paralint.engine.languagetool.local import class_path, find_java, jar_folder, local_server

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for Java is a script with a shebang")

# It does what a text asks: "die" ends the process before it answers, the first time or always; "hang" hangs.
JAVA = """\
#!{python}
import os, pathlib, sys, time
mode = os.environ.get("FAKE_JAVA", "")
if "-version" in sys.argv:
    print(os.environ.get("FAKE_VERSION", 'openjdk version "17.0.15" 2025-04-15'), file=sys.stderr)
    sys.exit(int(mode == "no-version"))
if mode == "ends":
    print("INFO starting\\nException in thread main java.lang.NoClassDefFoundError: org/languagetool/X\\n\\tat y")
    sys.exit(3)
if mode == "silent":
    time.sleep(60)
sys.path.insert(0, {folder!r})
from conftest import Exchange, matches
from http.server import ThreadingHTTPServer
def behave(exchange):
    if "die" in exchange.text:
        marker = pathlib.Path(os.environ["FAKE_MARKER"])
        if mode == "dies" or not marker.exists():
            marker.touch()
            os._exit(1)
    if "hang" in exchange.text or mode == "cold":
        time.sleep(60)
    exchange.answer(matches(exchange.text))
server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[sys.argv.index("--port") + 1])), Exchange)
server.behave, server.asked = behave, []
pathlib.Path(os.environ["FAKE_PORT"]).write_text(f"{{server.server_port}} {{os.getpid()}}")
server.serve_forever()
"""


@pytest.fixture
def java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "java" / "bin"
    folder.mkdir(parents=True)
    program = folder / "java"
    program.write_text(JAVA.format(python=sys.executable, folder=str(Path(__file__).parent)))
    program.chmod(0o755)
    jars = tmp_path / "jars"
    jars.mkdir()
    (jars / "languagetool-server-6.8.jar").touch()
    monkeypatch.setenv("JAVA_HOME", str(folder.parent))
    monkeypatch.setenv("LTP_JAR_DIR_PATH", str(jars))
    monkeypatch.setenv("FAKE_MARKER", str(tmp_path / "marker"))
    monkeypatch.setenv("FAKE_PORT", str(tmp_path / "port"))
    yield folder
    assert gone(tmp_path), "the server outlived the test"


def gone(folder: Path, seconds: float = 10) -> bool:
    """Whether the server that wrote its port into ``folder`` no longer answers."""
    file = folder / "port"
    deadline = time.monotonic() + seconds
    while file.exists() and file.read_text():
        try:
            socket.create_connection(("127.0.0.1", int(file.read_text().split()[0])), 1).close()
        except OSError:
            break
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def test_a_server_for_a_while(java: Path, tmp_path: Path) -> None:
    with local_server("en-US", 30) as endpoint:
        assert endpoint.url.startswith("http://127.0.0.1:")
        assert endpoint.restart > 0
        assert len(Client(endpoint, "en-US", 10).check("He have gone.")) == 1
        assert not gone(tmp_path, 0)
    assert gone(tmp_path)


def test_an_error_in_the_run_stops_the_server(java: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), local_server("en-US", 30):
        raise KeyboardInterrupt
    assert gone(tmp_path)


def test_a_server_that_dies_is_started_once_more(java: Path) -> None:
    with local_server("en-US", 30) as endpoint:
        assert len(Client(endpoint, "en-US", 10).check("They die, I have.")) == 1
        assert len(Client(endpoint, "en-US", 10).check("They have.")) == 1


def test_a_server_that_dies_twice_is_given_up(java: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAKE_JAVA", "dies")
    with local_server("en-US", 30) as endpoint, pytest.raises(UnavailableError, match=r"broke off|cannot be reached"):
        Client(endpoint, "en-US", 10).check("They die, I have.")


def test_no_java(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnavailableError, match="there is no Java on this machine; LanguageTool needs version 17"):
        find_java()


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ('java version "1.8.0_392"', "8"),
        ('openjdk version "11.0.21" 2023-10-17', "11"),
        ('openjdk version "16" 2021-03-16', "16"),
    ],
)
def test_java_too_old(java: Path, monkeypatch: pytest.MonkeyPatch, said: str, version: str) -> None:
    monkeypatch.setenv("FAKE_VERSION", said)
    with pytest.raises(UnavailableError, match=f"is Java {version}; LanguageTool needs version 17 or later"):
        find_java()


@pytest.mark.parametrize(
    "said", ['openjdk version "17" 2021', 'openjdk version "21-ea" 2023', 'Picked up X\njava version "25.0.1" 2026']
)
def test_java_new_enough(java: Path, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("FAKE_VERSION", said)
    assert find_java() == str(java / "java")


@pytest.mark.parametrize(("mode", "said"), [("", "I am a teapot"), ("no-version", "No Java runtime present")])
def test_java_that_tells_no_version(java: Path, monkeypatch: pytest.MonkeyPatch, mode: str, said: str) -> None:
    monkeypatch.setenv("FAKE_VERSION", said)
    monkeypatch.setenv("FAKE_JAVA", mode)
    with pytest.raises(UnavailableError, match=f"does not tell its version: {said}"):
        find_java()


def test_java_that_does_not_run(java: Path) -> None:
    (java / "java").write_text("#!/no/such/interpreter\n")
    with pytest.raises(UnavailableError, match="does not run"):
        find_java()


@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        ("ends", "exit code 3: Exception in thread main java.lang.NoClassDefFoundError: org/languagetool/X"),
        ("silent", "did not come up in time"),
        ("cold", "came up and failed on its first text: http://127.0.0.1:[0-9]+ did not answer within"),
    ],
)
def test_a_server_that_does_not_start(
    java: Path, monkeypatch: pytest.MonkeyPatch, mode: str, reason: str, tmp_path: Path
) -> None:
    monkeypatch.setenv("FAKE_JAVA", mode)
    with pytest.raises(UnavailableError, match=reason), local_server("en-US", 2.5):
        raise AssertionError("there is no server")


def test_a_release_names_its_libraries_itself(tmp_path: Path) -> None:
    (tmp_path / "languagetool-server.jar").touch()
    assert class_path(tmp_path) == str(tmp_path / "languagetool-server.jar")


@pytest.mark.parametrize("folder", ["", "missing"])
def test_a_folder_without_languagetool(tmp_path: Path, folder: str) -> None:
    with pytest.raises(UnavailableError, match=r"there is no languagetool-server\.jar in "):
        class_path(tmp_path / folder)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LTP_JAR_DIR_PATH", raising=False)
    monkeypatch.setitem(sys.modules, "language_tool_python.download_lt", None)
    with pytest.raises(UnavailableError, match=r"pip install 'paralint\[languagetool\]'"):
        jar_folder()


@pytest.mark.parametrize("error", [OSError("no space left"), SystemExit("Could not parse Java version")])
def test_the_extra_fails_to_fetch_languagetool(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def download() -> None:
        raise error

    tool = SimpleNamespace(download=download)
    module: Any = ModuleType("language_tool_python.download_lt")
    module.LocalLanguageTool = SimpleNamespace(
        get_latest_installed_version=lambda: None, from_version_name=lambda: tool
    )
    monkeypatch.delenv("LTP_JAR_DIR_PATH", raising=False)
    monkeypatch.setitem(sys.modules, "language_tool_python", ModuleType("language_tool_python"))
    monkeypatch.setitem(sys.modules, "language_tool_python.download_lt", module)
    with pytest.raises(UnavailableError, match=f"could not provide LanguageTool: {error}"):
        jar_folder()


def start(folder: Path, text: str, *options: str) -> subprocess.Popen[str]:
    (folder / "x.txt").write_text(text)
    return subprocess.Popen(
        [sys.executable, "-m", "paralint", "check", "--isolated", "--languagetool", "local", *options, "x.txt"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell has what runs behind it ignore that
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )


def test_the_command(java: Path, tmp_path: Path) -> None:
    with start(tmp_path, "They have a plan.\n", "--select", "LTL", "--output-format", "concise") as process:
        out, err = process.communicate(timeout=60)
    assert "x.txt:1:6: LTL001" in out, err
    assert process.returncode == 0
    assert gone(tmp_path)


def until(condition: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM), (getattr(signal, "SIGKILL", 9), -9)],
)
def test_no_server_outlives_a_run_that_is_cut_short(java: Path, tmp_path: Path, number: int, code: int) -> None:
    with start(tmp_path, "Let it hang.\n", "--select", "LTL") as process:
        until((tmp_path / "port").exists)
        until(lambda: len((tmp_path / "port").read_text().split()) == 2)
        time.sleep(0.5)  # time to send the text
        process.send_signal(number)
        process.communicate(timeout=60)
    assert process.returncode == code
    assert gone(tmp_path)


def test_a_guard_that_does_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "_STOP_TIMEOUT", 0.2)
    program = "import time; print(flush=True); time.sleep(60)"
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        local._stop(process)
    assert process.returncode == -signal.SIGKILL
