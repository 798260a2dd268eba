"""Value types: ``typing.NamedTuple`` without its price.

``typing.NamedTuple`` compiles every annotation, and a constructor for every class, when the class is defined. A short
run defines a hundred of them and makes instances of few: that was a fifth of its time. Here annotations stay the
strings that they are, and a constructor is made with the first instance. To a type checker, and to
whoever uses the classes, the two are one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter

    _new = tuple.__new__
    # Constructors by their number of fields, whose variables are given the names of the fields: to compile one from its
    # source takes longer than to define the class.
    _CONSTRUCTORS = (
        lambda cls: _new(cls, ()),
        lambda cls, a: _new(cls, (a,)),
        lambda cls, a, b: _new(cls, (a, b)),
        lambda cls, a, b, c: _new(cls, (a, b, c)),
        lambda cls, a, b, c, d: _new(cls, (a, b, c, d)),
        lambda cls, a, b, c, d, e: _new(cls, (a, b, c, d, e)),
        lambda cls, a, b, c, d, e, f: _new(cls, (a, b, c, d, e, f)),
        lambda cls, a, b, c, d, e, f, g: _new(cls, (a, b, c, d, e, f, g)),
        lambda cls, a, b, c, d, e, f, g, h: _new(cls, (a, b, c, d, e, f, g, h)),
    )  # fmt: skip

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
            fields = cls._fields
            if len(fields) < len(_CONSTRUCTORS):
                code = _CONSTRUCTORS[len(fields)].__code__.replace(co_varnames=("cls", *fields))
                new = type(_CONSTRUCTORS[0])(code, globals())
            else:
                names = ", ".join(fields)
                new = eval(f"lambda cls, {names}: _new(cls, ({names},))", globals())
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
