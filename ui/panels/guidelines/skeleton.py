"""What new guidelines begin with: a heading for each label, and what is to be decided under it."""

from annotator.model import Schema


def skeleton(title: str, schema: Schema, language: str) -> str:
    """Return Markdown in Arabic or English; whoever writes it replaces what stands in brackets."""
    if language == "ar":
        head = f"# دليل الوسم: {title}\n\n[ما الذي يوسَم، ولمَ، وما العمل عند الشك]\n"
        parts = "[ما هو، وأين يبدأ وينتهي]\n\n- يوسَم: […]\n- لا يوسَم: […]\n"
    else:
        head = (
            f"# Annotation guidelines: {title}\n\n[What is marked, why, and what to do in doubt]\n"
        )
        parts = (
            "[What it is, where it begins and where it ends]\n\n- Mark: […]\n- Do not mark: […]\n"
        )
    labels = (f"## {label.title(language)}\n\n{parts}" for label in schema.labels)
    return "\n".join([head, *labels])
