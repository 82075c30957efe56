"""The lead's side of the window: how far annotators agree, where they differ, and the decisions that settle it.

Charts and lists here draw `tables.Table` values and say with a `query.Query` which differences lie behind a number; only
`board` and `gold` know the project, and only `board` counts.
"""
