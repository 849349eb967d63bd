"""Give the facts as data: tables of rows, as CSV and as JSON, and what describes them."""
