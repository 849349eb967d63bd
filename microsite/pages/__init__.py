"""Decide which pages there are and what each is told; render nothing."""
