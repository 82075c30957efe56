"""Quotations in Arabic news: their marks, and who speaks."""
