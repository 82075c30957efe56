"""Layers: their files, what the journals know beyond them, and how the two are kept one."""
