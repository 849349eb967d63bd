"""Say what is wrong with one value, before it is known where the value stands."""

from __future__ import annotations

from microsite.diagnostics import Code


class FaultError(ValueError):
    """Refuse a value; whoever knows its place makes a finding of it."""

    def __init__(self, code: Code, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
