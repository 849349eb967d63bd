"""Know the words that name places and who speaks for them: the tables, read and declined."""
