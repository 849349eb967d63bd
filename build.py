"""Build the site: `python build.py`, `python build.py check`, `python build.py serve`."""

import os
import sys

from microsite.cli import main

if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # All is written and closed: to take apart what a large build held would only take time.
    os._exit(code)
