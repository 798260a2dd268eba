from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import WHOLE_RULE

from paralint.checks import anchors_of
from paralint.ruleset import load as loading
from paralint.ruleset.load import builtin, compile_rules, load, merge
from paralint.ruleset.problems import ProblemsError


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_one_bad_rule_never_hides_the_others(tmp_path: Path) -> None:
    write(tmp_path, "a.yml", WHOLE_RULE)
    write(tmp_path, "b.yml", "code: [")
    write(tmp_path, "c.yaml", WHOLE_RULE.replace("XYZ001", "XYZ002").replace("bad-word", "worse-word"))
    (tmp_path / "d.yml").write_bytes(b"code: \xff\n")
    write(tmp_path, "readme.md", "no rule")
    ruleset = load([tmp_path, tmp_path / "missing"])
    assert [rule.code for rule in ruleset.rules] == ["XYZ001", "XYZ002"]
    assert {Path(problem.path).name for problem in ruleset.problems} == {"b.yml", "d.yml", "missing"}


@pytest.mark.parametrize("changed", ["XYZ001", "bad-word"])
def test_codes_and_names_are_unique(tmp_path: Path, changed: str) -> None:
    write(tmp_path, "a.yml", WHOLE_RULE)
    write(tmp_path, "b.yml", WHOLE_RULE.replace(changed, "XYZ009" if changed.isupper() else "other"))
    ruleset = load([tmp_path])
    assert len(ruleset.rules) == 1
    assert "is taken by" in ruleset.problems[0].message
    assert ruleset.problems[0].line > 0


def test_a_later_set_replaces_a_rule(tmp_path: Path) -> None:
    one = load([write(tmp_path, "a.yml", WHOLE_RULE)])
    two = load([write(tmp_path, "b.yml", WHOLE_RULE.replace("It is bad.", "Mine."))])
    assert [rule.why for rule in merge([one, two]).rules] == ["Mine."]


def test_compiled_rules_are_the_same_rules(tmp_path: Path) -> None:
    write(tmp_path, "a.yml", WHOLE_RULE)
    _, (entry,), _, _, sought, said = json.loads(compile_rules(tmp_path, anchors_of))
    assert entry[0] == "rules/a.yml"
    assert entry[2] == said["code"] == "XYZ001"
    assert {**sought, **said} == load([tmp_path]).rules[0].tree.data
    assert "message" not in sought


def test_the_tokens_of_a_compiled_pattern_are_those_that_were_written() -> None:
    written = {rule.code: rule.tree.data for rule in load([loading.checkout_rules() or Path()]).rules}
    for rule in builtin().rules:
        data = written[rule.code]
        if rule.kind == "pattern" and not isinstance(data["pattern"][0], list):
            data = {**data, "pattern": [data["pattern"]]}
        assert rule.tree.data == data


def test_a_rule_that_is_not_in_order_is_not_compiled(tmp_path: Path) -> None:
    write(tmp_path, "a.yml", WHOLE_RULE.replace("warning", "w"))
    with pytest.raises(ProblemsError):
        compile_rules(tmp_path, anchors_of)


def test_builtin_rules_are_trusted_and_in_order() -> None:
    ruleset = builtin()
    assert not ruleset.problems
    assert [rule.code for rule in ruleset.rules] == sorted(rule.code for rule in ruleset.rules)
    assert all(rule.examples for rule in ruleset.rules)


def test_an_installed_package_reads_the_compiled_rules_only(monkeypatch: pytest.MonkeyPatch) -> None:
    codes = [rule.code for rule in builtin().rules]
    monkeypatch.setattr(loading, "checkout_rules", lambda: None)
    builtin.cache_clear()
    try:
        assert [rule.code for rule in builtin().rules] == codes
        assert all(rule.trusted for rule in builtin().rules)
    finally:
        builtin.cache_clear()


def test_a_changed_rule_file_of_a_checkout_is_read_afresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.yml", WHOLE_RULE)
    monkeypatch.setattr(loading, "checkout_rules", lambda: tmp_path)
    builtin.cache_clear()
    try:
        (rule,) = builtin().rules
        assert rule.code == "XYZ001"
        assert not rule.trusted
    finally:
        builtin.cache_clear()
