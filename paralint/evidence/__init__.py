"""What a document says: pure functions of a ``Document``, one package a subject (see ``docs/design.md``)."""
