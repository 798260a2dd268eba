"""Runs a command for exactly as long as its parent lives. A program of its own: ``python guard.py COMMAND…``.

The parent holds the other end of standard input. When that closes, whether the parent ended, crashed or was killed,
the command is killed. A command that ends by itself is started once more.
"""

from __future__ import annotations

import os
import subprocess
import sys
from threading import Lock, Thread

_STARTS = 2


class _Guard:
    def __init__(self, command: list[str]) -> None:
        self._command = command
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closing = False

    def run(self) -> int:
        Thread(target=self._end_with_parent, daemon=True).start()
        code = 0
        for _ in range(_STARTS):
            with self._lock:
                if self._closing:
                    break
                self._process = subprocess.Popen(self._command, stdin=subprocess.DEVNULL)
            code = self._process.wait()
        return code

    def _end_with_parent(self) -> None:
        os.read(sys.stdin.fileno(), 1)  # nothing is ever written; a buffered reader would hinder the exit
        with self._lock:
            self._closing = True
            if self._process is not None:
                self._process.kill()


if __name__ == "__main__":
    sys.exit(_Guard(sys.argv[1:]).run())
