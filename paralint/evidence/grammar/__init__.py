"""Clauses, verb groups and noun phrases that are not English."""
