"""Rules over documents: the linter and its filters, the runner of files and processes, settings, laws for rules."""
