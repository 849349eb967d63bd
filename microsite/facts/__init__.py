"""Hold what a source states: numbers, changes, units, and what follows from them."""
