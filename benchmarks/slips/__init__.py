"""Slips of grammar that can be put into sound sentences, a module for each family of them.

A module has a function ``changes``, which yields what may be done at a word of a sentence: the kind of slip, and the
tokens whose place the new text takes, the last exclusive. Nothing is put there where the new text is empty.
"""
