"""Why the layer could not run."""

from __future__ import annotations


class LanguageModelError(Exception):
    """There is no model to ask, or none that the layer can use. The message says why."""
