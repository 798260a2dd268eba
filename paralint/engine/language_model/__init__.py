"""A language model as an optional layer: words that do not fit what stands around them, under ODD codes.

The weights are a file that the user has installed or names; they are read and run here, in this process, and no text
leaves the machine. Nothing here is imported unless the layer is on, except the small tables of ``options`` and
``rules``.
"""
