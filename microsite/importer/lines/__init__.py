"""Know the lines of a page: by their shape, by where they stand, and by what they tell."""
