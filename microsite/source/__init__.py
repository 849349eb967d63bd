"""Read files so that every value keeps its place: text, YAML with positions, schemas."""
