"""What a language brings along: interface texts, names, alphabetical order and typography."""
