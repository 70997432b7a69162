"""From what a row holds to a noun of the domain."""

from typing import Any, TypeVar

import msgspec
from msgspec import MsgspecError

from familysafe.domain.errors import Code, FamilySafeError

Noun = TypeVar("Noun")


def from_json(body: str, kind: type[Noun]) -> Noun:
    """A noun kept as JSON; VAULT_DAMAGED when it is not one."""
    try:
        return msgspec.json.decode(body, type=kind)
    except MsgspecError:
        # Not chained, since the validator's words may quote private text.
        raise FamilySafeError(Code.VAULT_DAMAGED, what=kind.__name__) from None


def from_columns(columns: dict[str, Any], kind: type[Noun]) -> Noun:
    """A noun kept in columns, where a bool is 0 or 1; VAULT_DAMAGED when it is not one."""
    try:
        return msgspec.convert(columns, kind, strict=False)
    except MsgspecError:
        raise FamilySafeError(Code.VAULT_DAMAGED, what=kind.__name__) from None


def to_json(noun: object) -> str:
    return msgspec.json.encode(noun).decode()
