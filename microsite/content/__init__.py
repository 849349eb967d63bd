"""Turn the files of a content folder into briefings that are valid by construction."""
