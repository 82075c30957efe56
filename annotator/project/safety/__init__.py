"""Checking, mending and bringing back."""
