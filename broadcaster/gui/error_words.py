"""One sentence per error code: what happened, what was not lost, what to do. Facts stand in {braces}.

tests/rules/test_error_sentences.py holds this table against every code the program can raise.
"""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
