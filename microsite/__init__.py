"""Turn Markdown briefings into a static site; `pipeline.build` tells the whole story."""

__version__ = "0.1.0"
