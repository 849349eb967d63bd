"""Know what stands around the name of a place, and what that tells."""
