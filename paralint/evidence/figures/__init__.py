"""Figures and dates that other figures, or the words around them, refute."""
