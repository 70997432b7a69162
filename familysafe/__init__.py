"""FamilySafe walks a family through an online-safety set-up and shows what was proved."""

__version__ = "0.1.0"
