"""Measure the build beside other generators of static sites: `make bench`.

docs/performance.md says how to run it and how to read what it prints.
"""
