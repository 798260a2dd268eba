"""Value types: ``typing.NamedTuple`` without its price.

``typing.NamedTuple`` compiles every annotation, and a constructor for every class, when the class is defined. A short
run defines a hundred of them and makes instances of few: that was a fifth of its time. Here annotations stay the
strings that they are, and a constructor is compiled when the first instance is made. To a type checker, and to
whoever uses the classes, the two are one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter

    class _Type(type):
        def __new__(cls, name, bases, namespace):
            if bases == (tuple,) or NamedTuple not in bases:
                return super().__new__(cls, name, bases, namespace)
            fields = tuple(namespace["__annotations__"])
            namespace["_field_defaults"] = {field: namespace[field] for field in fields if field in namespace}
            namespace["_fields"] = namespace["__match_args__"] = fields
            namespace["__slots__"] = ()
            for index, field in enumerate(fields):
                namespace[field] = _tuplegetter(index, "")
            return super().__new__(cls, name, bases, namespace)

    class NamedTuple(tuple, metaclass=_Type):
        """The base of a class whose annotations are the fields of an immutable tuple, as of ``typing.NamedTuple``.

        The module of such a class must import ``annotations`` from ``__future__``.
        """

        __slots__ = ()

        def __new__(cls, *args, **kwargs):
            """Make the first instance; the class makes the others by a constructor of its own."""
            names = ", ".join(cls._fields)
            new = eval(f"lambda cls, {names}: new(cls, ({names},))", {"new": tuple.__new__})
            new.__defaults__ = tuple(cls._field_defaults.values()) or None
            new.__name__ = new.__qualname__ = "__new__"
            cls.__new__ = new
            return new(cls, *args, **kwargs)

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, **changes):
            return type(self)(**{**self._asdict(), **changes})

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({shown})"
