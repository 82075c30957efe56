"""CAS as programs write them, in JSON and in XMI."""

import json
from io import BytesIO
from pathlib import Path

import cassis

from annotator.exporters.standoff.cas import ENTITY

FILES = Path(__file__).resolve().parents[2] / "data" / "imports"


def entity(text, *spans, value="value", types=None, **more):
    """Return a CAS in JSON as programs write it."""
    structures = [
        {
            "%ID": 1,
            "%TYPE": "uima.cas.Sofa",
            "sofaNum": 1,
            "sofaID": "_InitialView",
            "sofaString": text,
        }
    ]
    for number, (start, end, label) in enumerate(spans, 2):
        structures.append(
            {"%ID": number, "%TYPE": ENTITY, "@sofa": 1, "begin": start, "end": end, value: label}
        )
    structures += more.pop("more", [])
    return {"%TYPES": types or {}, "%FEATURE_STRUCTURES": structures, "%VIEWS": {}, **more}


def stored(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def xmi_of(text, *spans, title="news.txt"):
    """Return a CAS in XMI with its type system, as INCEpTION's export has it."""
    types = cassis.load_typesystem(BytesIO((FILES / "TypeSystem.xml").read_bytes()))
    cas = cassis.Cas(types)
    cas.sofa_string, cas.sofa_mime = text, "text/plain"
    made = types.get_type(ENTITY)
    for start, end, label in spans:
        cas.add(made(begin=start, end=end, value=label))
    return cas.to_xmi().encode(), (FILES / "TypeSystem.xml").read_bytes()
