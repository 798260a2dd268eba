"""Pronouns and nouns that are held against the persons they may mean."""
