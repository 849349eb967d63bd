"""Arrange briefings by region, partner, pair, topic and date; know nothing of pages."""
