"""Texts with their annotations beside them, by offsets: brat, WebAnno, UIMA CAS, INCEpTION."""
