"""Copies of a project outside of it."""
