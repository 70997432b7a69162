"""Everything that may be under way when the power fails; a new capability of the store is one more row."""

from collections.abc import Mapping
from types import MappingProxyType

from tests.faults.power.keys_and_copies import KEYS_AND_COPIES
from tests.faults.power.scenarios import SAVING, Scenario

SCENARIOS: Mapping[str, Scenario] = MappingProxyType({**SAVING, **KEYS_AND_COPIES})
