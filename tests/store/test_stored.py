"""What is no noun of the domain is damage, and is not quoted."""

import pytest

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.talk import Talk
from familysafe.store import stored


@pytest.mark.parametrize("body", ["", "{", '{"id": "CANARY"}', '{"id": 1}'])
def test_json_that_is_no_talk_is_damage(body: str) -> None:
    with pytest.raises(FamilySafeError) as refused:
        stored.from_json(body, Talk)
    assert refused.value.code is Code.VAULT_DAMAGED
    assert refused.value.details == {"what": "Talk"}
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_columns_that_are_no_talk_are_damage() -> None:
    with pytest.raises(FamilySafeError) as refused:
        stored.from_columns({"id": "CANARY", "on": "yesterday"}, Talk)
    assert refused.value.code is Code.VAULT_DAMAGED
    assert refused.value.__suppress_context__
