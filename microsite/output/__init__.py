"""Render outputs to bytes, and publish them in one go."""
