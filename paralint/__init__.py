"""paralint: a linter for machine-paraphrased articles."""

__version__ = "0.1.0"
