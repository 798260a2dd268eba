"""The command as users meet it: options, exit codes, messages. Run in this process, but for what needs a real one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support import Result, run

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_8140ba24074b4d3e.txt"
BAD = "They said it was’nt over.\n"
GOOD = "They said it was over.\n"
Command = Callable[..., Result]


@pytest.fixture
def paralint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.chdir(tmp_path)
    return run


def write(path: str, text: str | bytes) -> Path:
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return target


def findings(result: Result) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(result.stdout)
    return loaded


def test_exit_codes(paralint: Command) -> None:
    write("bad.txt", BAD)
    write("good.txt", GOOD)
    assert paralint("check", "good.txt").exit_code == 0
    assert paralint("check", "bad.txt").exit_code == 1
    assert paralint("check", "bad.txt", "--exit-zero").exit_code == 0
    assert paralint("check", "bad.txt", "--fail-on", "never").exit_code == 0
    assert paralint("check", "missing.txt").exit_code == 2


def test_warnings_are_shown_and_do_not_fail(paralint: Command) -> None:
    write("x.txt", "The U.S. Secretary Of State spoke.\n")
    result = paralint("x.txt", "--output-format", "concise")
    assert "GRM005" in result.stdout
    assert result.exit_code == 0
    assert paralint("x.txt", "--fail-on", "warning").exit_code == 1


def test_a_bare_path_means_check(paralint: Command) -> None:
    write("bad.txt", BAD)
    assert paralint("bad.txt").stdout == paralint("check", "bad.txt").stdout
    assert paralint("--select", "GRM", "bad.txt").exit_code == 1


def test_standard_input(paralint: Command) -> None:
    result = paralint("-", "--output-format", "json", text=BAD)
    assert [(f["filename"], f["code"]) for f in findings(result)] == [("-", "GRM001")]
    html = "<p>It was&rsquo;nt over.</p>"
    result = paralint("check", "-", "--stdin-filename", "x.html", "--output-format", "json", text=html)
    assert [(f["filename"], f["location"]["column"]) for f in findings(result)] == [("x.html", 7)]


def test_a_name_for_standard_input_means_standard_input(paralint: Command) -> None:
    write("other.txt", BAD)
    result = paralint("check", "--stdin-filename", "x.txt", "--output-format", "json", text=BAD)
    assert [f["filename"] for f in findings(result)] == ["x.txt"]
    result = paralint("check", "other.txt", "--stdin-filename", "x.txt", "--output-format", "json", text=BAD)
    assert [f["filename"] for f in findings(result)] == ["other.txt"]


def test_folders_are_searched_as_git_sees_them(paralint: Command) -> None:
    for name in ("a.txt", "b.md", "c.html", "d.py", "sub/e.txt", "ignored/f.txt", "sub/g.txt", ".git/h.txt"):
        write(name, BAD)
    write(".gitignore", "ignored/\n")
    write("sub/.gitignore", "g.txt\n")
    names = [f["filename"] for f in findings(paralint(".", "--output-format", "json"))]
    assert names == ["a.txt", "b.md", "c.html", "sub/e.txt"]


def test_a_file_named_twice_is_read_once(paralint: Command) -> None:
    write("a.txt", BAD)
    whole = str(Path("a.txt").absolute())
    assert len(findings(paralint("a.txt", ".", "./a.txt", whole, "--output-format", "json"))) == 1


def test_exclusions(paralint: Command) -> None:
    write("a.txt", BAD)
    write("old/b.txt", BAD)
    write("old/deep/c.txt", BAD)
    for pattern in ("old", "./old", "old/", "old/**"):
        assert len(findings(paralint(".", "--exclude", pattern, "--output-format", "json"))) == 1
    assert len(findings(paralint("old/b.txt", "--exclude", "old", "--output-format", "json"))) == 1
    result = paralint("old/b.txt", "--exclude", "old", "--force-exclude", "--output-format", "json")
    assert (findings(result), result.exit_code) == ([], 0)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_loop_of_folders_ends(paralint: Command) -> None:
    write("a/x.txt", BAD)
    Path("a/loop").symlink_to(Path("a").resolve(), target_is_directory=True)
    assert len(findings(paralint(".", "--output-format", "json"))) == 1
    Path("self").symlink_to("self")
    result = paralint("self", "--output-format", "json")
    assert result.exit_code == 2
    assert findings(result)[0]["code"] == "PLT001"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("utf8.txt", b"abc \xff def", "not UTF-8: byte 0xFF at offset 4 (row 1)"),
        ("nul.txt", b"abc\x00def", "looks binary: NUL byte at offset 3"),
        ("lone.txt", b"\xff\xfea\x00\x00\xd8b\x00", "not UTF-16"),
        ("cut.txt", b"\xff\xfea\x00b", "not UTF-16"),
        ("large.txt", b"a" * 2001, "too large: 2,001 bytes, the limit is 2,000"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_and_hides_nothing(
    paralint: Command, name: str, content: bytes, message: str
) -> None:
    write(name, content)
    write("z.txt", BAD)
    result = paralint(".", "--max-bytes", "2000", "--output-format", "json")
    assert [(f["filename"], f["code"]) for f in findings(result)] == [(name, "PLT001"), ("z.txt", "GRM001")]
    assert message in findings(result)[0]["message"]
    assert result.exit_code == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file(paralint: Command) -> None:
    write("x.txt", BAD).chmod(0)
    result = paralint("x.txt")
    assert result.exit_code == 2
    assert "Permission denied" in result.stdout


def test_empty_and_huge_lines(paralint: Command) -> None:
    write("empty.txt", b"")
    write("bom.txt", b"\xef\xbb\xbf")
    write("line.txt", "word " * 200_000)
    result = paralint(".", "--output-format", "concise", "--select", "GRM001,QUO,NAM")
    assert result.exit_code == 0, result.stdout[-2000:]


def test_a_file_over_the_default_limit_is_reported(paralint: Command) -> None:
    write("line.txt", b"x" * 5_000_001)
    assert "too large: 5,000,001 bytes, the limit is 5,000,000" in paralint("line.txt").stdout


def test_line_ends_and_byte_order_mark_do_not_move_columns(paralint: Command) -> None:
    lines = ["One line.", "", "Two 𝒜 lines: it was’nt so.", ""]
    places = set()
    for name, data in {
        "lf": "\n".join(lines).encode(),
        "crlf": "\r\n".join(lines).encode(),
        "cr": "\r".join(lines).encode(),
        "bom": b"\xef\xbb\xbf" + "\n".join(lines).encode(),
        "utf16": "\n".join(lines).encode("utf-16"),
        "utf32": "\n".join(lines).encode("utf-32"),
    }.items():
        write(f"{name}.txt", data)
        (found,) = findings(paralint(f"{name}.txt", "--output-format", "json"))
        places.add((found["location"]["row"], found["location"]["column"], found["end_location"]["column"]))
    assert places == {(3, 17, 23)}


def test_selecting_rules(paralint: Command) -> None:
    write("x.txt", "It was’nt the the end.\n")

    def codes(*arguments: str) -> list[str]:
        return [f["code"] for f in findings(paralint("x.txt", "--output-format", "json", *arguments))]

    assert codes() == ["GRM001", "GRM003"]
    assert codes("--select", "GRM001") == ["GRM001"]
    assert codes("--select", "doubled-word") == ["GRM003"]
    assert codes("--ignore", "GRM001,GRM002") == ["GRM003"]
    assert codes("--select", "NAM", "--extend-select", "GRM003") == ["GRM003"]


def test_an_unknown_rule_is_an_error_with_a_hint(paralint: Command) -> None:
    write("x.txt", GOOD)
    result = paralint("x.txt", "--select", "GRM0001")
    assert result.exit_code == 2
    assert "no rule answers to 'GRM0001' (did you mean 'GRM001'?)" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["chekc", "x.txt"], "did you mean 'check'?"),
        (["check", "--selct", "GRM"], "'--select'?"),
        (["check", "--output-format", "jsn"], "'json'"),
        (["explain", "GRM01"], "'GRM01' begins the codes of"),
        (["check", ""], "a path is empty"),
        (["explain", "doubled-wrd"], "did you mean 'doubled-word'?"),
    ],
)
def test_usage_errors_have_a_hint(paralint: Command, arguments: list[str], hint: str) -> None:
    result = paralint(*arguments)
    assert result.exit_code == 2
    assert hint in result.stderr


def test_the_nearest_configuration_wins(paralint: Command) -> None:
    write("paralint.toml", 'select = ["GRM001"]\n')
    write("a.txt", "It was’nt the the end.\n")
    write("sub/pyproject.toml", '[tool.paralint]\nselect = ["GRM003"]\n')
    write("sub/b.txt", "It was’nt the the end.\n")
    write("other/pyproject.toml", "[tool.black]\n")
    write("other/c.txt", "It was’nt the the end.\n")

    def found(*arguments: str) -> list[tuple[str, str]]:
        return [(f["filename"], f["code"]) for f in findings(paralint(".", "--output-format", "json", *arguments))]

    assert found() == [("a.txt", "GRM001"), ("other/c.txt", "GRM001"), ("sub/b.txt", "GRM003")]
    assert len(found("--isolated")) == 6
    assert len(found("--config", "sub/pyproject.toml")) == 3


def test_configured_severities_ignores_and_limits(paralint: Command) -> None:
    write(
        "paralint.toml",
        'fail-on = "warning"\nexclude = ["old/**"]\n[severity]\nGRM = "info"\n[per-file-ignores]\n"b.*" = ["GRM"]\n',
    )
    for name in ("a.txt", "b.txt", "old/c.txt"):
        write(name, BAD)
    result = paralint(".", "--output-format", "json")
    assert [(f["filename"], f["severity"]) for f in findings(result)] == [("a.txt", "info")]
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('selct = ["GRM"]\n', "paralint.toml:1:1: unknown key 'selct' (did you mean 'select'?)"),
        ("[per-file-ignore]\n", "paralint.toml:1:1: unknown key 'per-file-ignore' (did you mean 'per-file-ignores'?)"),
        (
            '\nfail-on = "eror"\n',
            "paralint.toml:2:1: 'fail-on' must be one of info, warning, error, never; found 'eror'",
        ),
        ("select = [\n", "paralint.toml:1:1: not valid TOML: "),
        ('\n[tool.paralint]\nselect = ["GRM"]\n', "paralint.toml:2:1: the settings of paralint.toml stand without"),
        ('[severity]\nGRM = "bad"\n', "paralint.toml:2:1: a severity is one of info, warning, error; found 'bad'"),
        ("max-bytes = 0\n", "paralint.toml:1:1: 'max-bytes' must be a number of at least 1"),
        ('ignore = ["XXX"]\n', "paralint.toml:1:12: no rule answers to 'XXX'"),
        ('ignore = [\n  # "XXX"\n  "GRM", "XXX"]\n', "paralint.toml:3:11: no rule answers to 'XXX'"),
        ('[severity]\ngrm001 = "info"\n', "paralint.toml:2:1: no rule answers to 'grm001' (did you mean 'GRM001'?)"),
        ('[per-file-ignores]\n"*" = ["PLT006", "GMR"]\n', "paralint.toml:2:19: no rule answers to 'GMR'"),
        ('\nnames-file = "none.txt"\n', "paralint.toml:2:1: 'none.txt' cannot be read: No such file"),
        ("names = 3\nnames-file = 4\n", "paralint.toml:2:1: '4' cannot be read"),
        ('names = ["Bo", "Bo"]\n', "'Bo' stands twice in 'names'"),
    ],
)
def test_a_mistake_in_the_configuration_is_shown_where_it_stands(paralint: Command, text: str, expected: str) -> None:
    write("paralint.toml", text)
    write("x.txt", GOOD)
    result = paralint("x.txt")
    assert result.exit_code == 2
    assert expected in result.stderr.replace(os.getcwd() + os.sep, "")
    assert "Traceback" not in result.stderr


def test_names_that_are_known_to_be_right(paralint: Command) -> None:
    write("x.txt", "We met Erling Haugstad. Later Haugtsad wept.\n")
    write("lists/names.txt", "# ours\nNina Haugtsad\n")
    select = 'select = ["NAM"]\n'

    def found(configuration: str) -> list[str]:
        write("paralint.toml", select + configuration)
        return [finding["code"] for finding in findings(paralint("x.txt", "--output-format", "json"))]

    assert found("") == ["NAM002"]
    assert found('names = ["Haugtsad"]\n') == []
    assert found('names-file = "lists/names.txt"\n') == []
    assert found('names = ["Haugstad"]\n') == ["NAM002"]
    write("paralint.toml", "")
    write("pyproject.toml", '[tool.paralint]\nselect = ["NAM"]\nnames = ["Haugtsad"]\n')
    Path("paralint.toml").unlink()
    assert findings(paralint("x.txt", "--output-format", "json")) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [(b"Bo\nR\xe9mi\n", "names.txt:2:1: not UTF-8: byte 0xE9"), (b"x" * 300, "names.txt:1:1: 300 characters")],
)
def test_a_file_of_names_that_cannot_be_read(paralint: Command, content: bytes, expected: str) -> None:
    write("paralint.toml", 'names-file = "names.txt"\n')
    write("names.txt", content)
    write("x.txt", GOOD)
    result = paralint("x.txt")
    assert result.exit_code == 2
    assert expected in result.stderr


def test_rules_of_ones_own(paralint: Command) -> None:
    from support import WHOLE_RULE as RULE

    write("rules/a.yml", RULE)
    write("rules/b.yml", RULE.replace("severity", "severty").replace("XYZ001", "XYZ002"))
    write("x.txt", "A foo stands.\n")
    result = paralint("x.txt", "--rules", "rules", "--output-format", "json")
    assert [f["code"] for f in findings(result)] == ["XYZ001"]
    assert "b.yml:5:1: unknown key 'severty' (did you mean 'severity'?)" in result.stderr
    assert result.exit_code == 2
    Path("rules/b.yml").unlink()
    assert paralint("x.txt", "--rules", "rules").exit_code == 0
    assert paralint("test", "rules").exit_code == 0
    assert paralint("test", "rules/a.yml", "-v").stdout.count("passed") > 4


def test_a_rule_that_fails_its_own_examples(paralint: Command) -> None:
    from support import WHOLE_RULE as RULE

    write("a.yml", RULE.replace("A [[foo]] stands.", "[[A foo]] stands."))
    result = paralint("test", "a.yml")
    assert result.exit_code == 1
    assert "FAILED XYZ001-bad-1" in result.stdout


@pytest.mark.parametrize("jobs", ["1", "2", "0"])
def test_output_does_not_depend_on_the_number_of_processes(paralint: Command, jobs: str) -> None:
    for number in range(6):
        write(f"{number}.txt", BAD * (number + 1))
    write("broken.txt", b"\xff")
    result = paralint(".", "-j", jobs, "--output-format", "json")
    assert result.exit_code == 2
    assert result.stdout == paralint(".", "-j", "1", "--output-format", "json").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no process groups")
@pytest.mark.parametrize("end", ["close", "interrupt", "terminate", "kill"])
def test_a_run_in_several_processes_ends_at_once(tmp_path: Path, end: str) -> None:
    for number in range(2000):
        (tmp_path / f"{number}.txt").write_text(BAD * 20, encoding="utf-8")
    command = [sys.executable, "-m", "paralint", "check", str(tmp_path), "-j", "2", "--output-format", "documents"]
    environment = {**os.environ, "PYTHONPATH": str(SEED.parents[1])}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, start_new_session=True
    ) as run:
        assert run.stdout is not None
        run.stdout.readline()
        if end == "close":
            run.stdout.close()
        else:
            signals = {"interrupt": signal.SIGINT, "terminate": signal.SIGTERM, "kill": signal.SIGKILL}
            run.send_signal(signals[end])
        code = run.wait(20)
        # Whoever still works has the other end of this pipe.
        rest = b"" if end == "close" else run.stdout.read()
    assert code == {"close": 141, "interrupt": 130, "terminate": -15, "kill": -9}[end]
    assert rest.count(b"\n") < 1000


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
@pytest.mark.parametrize(
    "command", [["check", str(SEED), "--isolated"], ["rules", "--isolated"], ["explain", "GRM001"]]
)
def test_a_full_disk_is_told(command: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        environment = {**os.environ, "PYTHONPATH": str(SEED.parents[1])}
        ran = subprocess.run(
            [sys.executable, "-m", "paralint", *command],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment,
            check=False,
        )
    assert ran.returncode == 2
    assert b"No space left on device" in ran.stderr
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_output_is_utf_8_whatever_the_locale_says(encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(SEED.parents[1])}
    for output_format in ("full", "json"):
        command = [sys.executable, "-m", "paralint", "check", str(SEED), "--output-format", output_format, "--isolated"]
        ran = subprocess.run(command, capture_output=True, env=environment, check=False)
        assert ran.returncode == 1, ran.stderr
        assert "“" in ran.stdout.decode("utf-8")


def test_output_is_the_same_for_any_hash_seed() -> None:
    outputs = set()
    for seed in ("0", "1", "2"):
        command = [sys.executable, "-m", "paralint", "check", str(SEED), "--output-format", "json", "--isolated"]
        ran = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}, check=False)
        assert ran.returncode == 1, ran.stderr
        outputs.add(ran.stdout)
    assert len(outputs) == 1


def test_output_file(paralint: Command) -> None:
    write("x.txt", BAD)
    result = paralint("x.txt", "--output-format", "json", "-o", "out.json")
    assert (result.stdout, result.exit_code) == ("", 1)
    assert json.loads(Path("out.json").read_text(encoding="utf-8"))[0]["code"] == "GRM001"
    result = paralint("x.txt", "-o", "missing/out.json")
    assert result.exit_code == 2
    assert "cannot write" in result.stderr


def test_colour(paralint: Command) -> None:
    write("x.txt", BAD)
    assert "\x1b[" not in paralint("x.txt").stdout
    assert "\x1b[" in paralint("x.txt", "--color", "always").stdout
    assert "\x1b[" in paralint("x.txt", FORCE_COLOR="1").stdout
    assert "\x1b[" not in paralint("x.txt", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" not in paralint("x.txt", "--color", "always", "--output-format", "json").stdout


def test_the_format_may_come_from_the_environment(paralint: Command) -> None:
    write("x.txt", BAD)
    assert findings(paralint("x.txt", PARALINT_OUTPUT_FORMAT="json"))


def test_show_settings(paralint: Command) -> None:
    write("paralint.toml", 'select = ["GRM001"]\n')
    result = paralint("check", "--show-settings")
    assert "GRM001 impossible-contraction [error]" in result.stdout
    assert "GRM003" not in result.stdout


def test_explain_and_rules(paralint: Command) -> None:
    for name in ("GRM001", "grm001", "impossible-contraction"):
        result = paralint("explain", name)
        assert result.stdout.startswith("# GRM001 impossible-contraction\n")
    assert "no fault" in paralint("explain", "PLT002").stdout or "PLT002" in paralint("explain", "PLT002").stdout
    assert "GRM001" in paralint("rules").stdout
    assert "'GRM' begins the codes of" in paralint("explain", "GRM").stderr


def test_rules_of_ones_own_are_explained_listed_and_inspected(paralint: Command) -> None:
    from support import WHOLE_RULE as RULE

    write("a.yml", RULE)
    write("x.txt", "A foo stands.\n")
    assert paralint("explain", "XYZ001").exit_code == 2
    assert paralint("explain", "XYZ001", "--rules", "a.yml").stdout.startswith("# XYZ001 bad-word\n")
    assert "XYZ001" in paralint("rules", "--rules", "a.yml").stdout
    assert "XYZ001 is no pattern rule" in paralint("inspect", "x.txt:1", "--rule", "XYZ001", "--rules", "a.yml").stdout
    write("a.yml", RULE.replace("severity:", "severty:"))
    assert "unknown key 'severty'" in paralint("explain", "XYZ001", "--rules", "a.yml").stderr
    listed = json.loads(paralint("rules", "--output-format", "json").stdout)
    assert {"code", "name", "summary", "severity", "status"} <= listed[0].keys()


def test_init_writes_a_configuration_that_changes_nothing(paralint: Command) -> None:
    write("x.txt", BAD)
    before = paralint("x.txt").stdout
    assert paralint("init").exit_code == 0
    assert paralint("x.txt").stdout == before
    uncommented = [
        line.removeprefix("# ")
        for line in Path("paralint.toml").read_text().splitlines()
        if line.startswith(("# [", "# ")) and ("=" in line or "[" in line[:4])
    ]
    Path("paralint.toml").write_text("\n".join(uncommented))
    assert paralint("x.txt", "--fail-on", "error").exit_code in (0, 1), "every setting of the template is a known one"
    result = paralint("init")
    assert result.exit_code == 2
    assert "exists already" in result.stderr


def test_version_and_help(paralint: Command) -> None:
    from paralint import __version__

    assert paralint("version").stdout == f"paralint {__version__}\n"
    assert __version__ in paralint("--version").stdout
    assert "check" in paralint("--help").stdout
    assert "--fail-on" in paralint("check", "--help").stdout
    assert paralint("help", "check").stdout == paralint("check", "--help").stdout
    assert paralint("help").stdout == paralint("--help").stdout


def test_no_files(paralint: Command) -> None:
    Path("empty").mkdir()
    result = paralint("empty")
    assert result.exit_code == 0
    assert "no files found" in result.stderr


def test_min_score_reports_and_counts_only_what_scores_as_much(paralint: Command) -> None:
    write("spun.txt", "He will has it. They said it was’nt over, and he say nothing. She don’t knows a apple.\n")
    write("slip.txt", BAD + "All is well in the harbour. " * 60)
    assert paralint(".").exit_code == 1
    result = paralint(".", "--min-score", "15", "--output-format", "documents")
    (record,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert record["filename"] == "spun.txt"
    assert record["score"] >= 15
    assert result.stderr == "1 of 2 files score below --min-score\n"
    assert result.exit_code == 1
    nothing = paralint("slip.txt", "--min-score", "15", "--output-format", "json")
    assert (nothing.stdout, nothing.exit_code) == ("[]\n", 0)
    write("paralint.toml", "min-score = 15\n")
    assert paralint("slip.txt").exit_code == 0
    assert paralint("slip.txt", "--min-score", "0").exit_code == 1
    assert paralint("slip.txt", "--isolated").exit_code == 1


@pytest.mark.parametrize("value", ["-1", "100.5", "nan", "inf", "high", ""])
def test_a_bad_min_score_is_refused(paralint: Command, value: str) -> None:
    result = paralint(".", "--min-score", value)
    assert result.exit_code == 2
    assert "--min-score: expected a number from 0 to 100" in result.stderr
    write("paralint.toml", f'select = ["GRM"]\nmin-score = "{value}"\n')
    result = paralint(".")
    assert result.exit_code == 2
    assert "paralint.toml:2:" in result.stderr
    assert "'min-score' must be a number" in result.stderr


def test_no_restatement_rate_where_no_rule_looks_for_restatements(paralint: Command) -> None:
    write("bad.txt", BAD)
    for selector, rate in (("GRM", None), ("GRM,DUP", 0.0)):
        (finding,) = findings(paralint("bad.txt", "--select", selector, "--output-format", "json"))
        assert finding["document"]["restatement_rate"] == rate
        assert finding["document"]["score"] > 0
