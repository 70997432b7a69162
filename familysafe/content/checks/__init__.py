"""The authors' linter, one kind of finding in each module."""
