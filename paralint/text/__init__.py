"""Bytes to documents: decoding, markup, blocks, sentences, tokens, tags and lemmas over one space of offsets."""
