"""Proposals with reasons: pure functions on the model that change nothing by themselves."""
