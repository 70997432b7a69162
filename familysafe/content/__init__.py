"""Authored files become a catalogue and a phrasebook."""
