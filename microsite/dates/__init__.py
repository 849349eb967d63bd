"""Dates as they are known: EDTF in, words in each language out, never more precise than known."""
