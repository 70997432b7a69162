"""Makes the golden vault of the schema that this FamilySafe writes: `python -m tests.vaults.make`, once for each."""

from pathlib import Path

from familysafe.store.schema import MIGRATIONS
from familysafe.store.vault import Vault
from tests.vaults.later import TODAYS

HERE = Path(__file__).parent


def main() -> None:
    with Vault.create(HERE / f"schema-{len(MIGRATIONS)}") as vault:
        for change in TODAYS:
            vault.save(change)
        assert vault.check().integrity_ok


if __name__ == "__main__":
    main()
