"""Look over a layer for what the guidelines forbid, and mend it by edits that can be undone. Pure: no files, no Qt."""

from annotator.lint.finding import Finding, Severity
from annotator.lint.linting import fix_all, lint
from annotator.lint.messages import message
from annotator.lint.rules import RULES

__all__ = ["RULES", "Finding", "Severity", "fix_all", "lint", "message"]
