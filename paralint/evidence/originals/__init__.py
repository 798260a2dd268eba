"""A rewrite laid beside its original: what it has changed, lost or added."""
