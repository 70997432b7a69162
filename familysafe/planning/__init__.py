"""Pure functions from a household and its answers to a plan."""
