"""Show the site live while editors work on it."""
