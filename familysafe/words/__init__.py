"""Codes, reasons and placeholders become sentences; no window."""
