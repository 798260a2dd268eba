from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.ruleset.message import Template, TemplateError


def test_fields_and_forms() -> None:
    template = Template.parse("'{verb}' should be '{verb:VBD}', {{not}} {0}")
    assert template.fields == {"verb", "0"}
    assert template.forms == {"VBD"}
    assert (
        template.render({"verb": "go", "0": "x"}, lambda value, form: f"{value}+{form}")
        == "'go' should be 'go+VBD', {not} x"
    )


@pytest.mark.parametrize("source", ["{", "}", "{}", "a {b", "a} b"])
def test_stray_braces_are_errors(source: str) -> None:
    with pytest.raises(TemplateError):
        Template.parse(source)


@given(st.text())
def test_escaped_text_renders_as_itself(text: str) -> None:
    source = text.replace("{", "{{").replace("}", "}}")
    assert Template.parse(source).render({}) == text
