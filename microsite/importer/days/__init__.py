"""Know the days that texts state: how they are written, and the lines that hold them."""
