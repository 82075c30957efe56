"""Rows of tokens in JSON."""
