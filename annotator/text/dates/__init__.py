"""Dates and times in Arabic news, and their values in EDTF."""
