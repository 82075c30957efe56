from datetime import UTC, datetime


def now() -> str:
    """Return the time as records carry it: UTC, ISO 8601, whole seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
