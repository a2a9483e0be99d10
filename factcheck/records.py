"""Named tuples that cost little to define: `NamedTuple` as in `typing`, made without compiling code for each class.

A first answer defines some two hundred of them; to have the standard library make them took a sixth of it.
"""

from __future__ import annotations

from functools import cache
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from _collections import _tuplegetter

    @cache
    def _making(count: int) -> CodeType:
        """Return the code that makes a tuple of so many fields, whatever they are called."""
        names = "".join(f"_{place}, " for place in range(count))
        made: CodeType = eval(f"lambda _cls, {names}: _new(_cls, ({names}))").__code__
        return made

    class _Record(type):
        """Makes a class whose annotations are its fields, in order, the last of them with defaults."""

        def __new__(meta, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
            if bases != (globals().get("NamedTuple"),):
                return type.__new__(meta, name, bases or (tuple,), namespace)
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = tuple(namespace[field] for field in fields if field in namespace)
            if any(field in namespace for field in fields[: len(fields) - len(defaults)]):
                raise TypeError(f"{name}: a field without a default behind one with one")
            called = {"co_name": "__new__", "co_qualname": f"{name}.__new__"}
            code = _making(len(fields)).replace(co_varnames=("_cls", *fields), **called)
            getters = {field: _tuplegetter(place, "") for place, field in enumerate(fields)}
            making = FunctionType(code, {"_new": tuple.__new__}, "__new__", defaults)
            own = {"__slots__": (), "_fields": fields, "__match_args__": fields, "__new__": making}
            return type.__new__(meta, name, bases, namespace | getters | own)

    class NamedTuple(metaclass=_Record):
        """A tuple whose fields have names; what every one of them can do beside."""

        __slots__ = ()
        _fields = ()

        @classmethod
        def _make(cls, values):
            return tuple.__new__(cls, values)

        def _replace(self, **changed):
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"no such field: {', '.join(changed)}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            shown = ", ".join(f"{field}={value!r}" for field, value in self._asdict().items())
            return f"{type(self).__name__}({shown})"

        def __getnewargs__(self):
            return tuple(self)
