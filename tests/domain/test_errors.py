"""A refusal is a code with facts, never a sentence."""

from familysafe.domain.errors import Code, FamilySafeError


def test_a_refusal_carries_its_code_and_the_facts_about_it() -> None:
    error = FamilySafeError(Code.VAULT_DAMAGED, folder="/home/x")
    assert (error.code, error.details) == (Code.VAULT_DAMAGED, {"folder": "/home/x"})


def test_a_refusal_in_a_log_says_its_code_and_no_facts() -> None:
    assert str(FamilySafeError(Code.VAULT_DAMAGED, folder="/home/x")) == "vault-damaged"
