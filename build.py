"""Build the site: `python build.py`, `python build.py check`, `python build.py serve`."""

import sys

from microsite.cli import main

if __name__ == "__main__":
    sys.exit(main())
