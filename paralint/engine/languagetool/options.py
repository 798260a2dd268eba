"""What the layer may be told: where LanguageTool runs, and how it is asked."""

from __future__ import annotations

from urllib.parse import urlsplit

from paralint.values import NamedTuple

LOCAL = "local"
_OFF = ("false", "off", "no")


class Options(NamedTuple):
    """The settings of the layer.

    Attributes:
        server: ``local`` for a server that the run starts itself, the address of a running one, or None: the layer is
            off. Text is sent to this server only.
        language: LanguageTool's code of the language and its variant.
        disabled: ids of LanguageTool's rules that are switched off, beside our own list.
        timeout: seconds within which a request must be answered whole.
    """

    server: str | None = None
    language: str = "en-US"
    disabled: tuple[str, ...] = ()
    timeout: float = 60.0


def server_of(value: str) -> str | None:
    """Read the value of the setting ``languagetool``; of an address only the part before ``/v2`` is kept.

    Raises:
        ValueError: for anything but ``local``, ``false`` and an address of HTTP or HTTPS.
    """
    value = value.strip()
    if value.lower() == LOCAL:
        return LOCAL
    if value.lower() in _OFF:
        return None
    address = value.rstrip("/").removesuffix("/check").removesuffix("/v2")
    try:
        parts = urlsplit(address)
        known = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and "@" not in address
    except ValueError:  # a port that is no number, brackets that are no address
        known = False
    if not known or not address.isascii() or not address.isprintable() or set(address) & set(" ?#"):
        raise ValueError(f"'languagetool' is local, false or the address of a server (http://…), found '{value}'")
    return address
