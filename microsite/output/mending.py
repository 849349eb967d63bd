# ruff: noqa: PTH104
# Plain names: a Path for each of ten thousand files takes longer than the system's calls.
"""Put right what a killed run left: every run begins with it, also one that changes nothing.

So it is quick where nothing is left, which includes what it imports.
"""

from __future__ import annotations

import os
from pathlib import Path

from microsite.output.beside import is_vacant, left_beside
from microsite.output.manifest import MANIFEST, standing


def mend(folder: Path) -> None:
    """Finish or undo what a killed run left beside the output.

    Stages go. An old site goes when nothing foreign stands in it alone; where the output is
    missing, it comes back.

    Raises: OSError; ForeignFolderError, for a foreign thing that has no place in the new site.
    """
    output = os.path.realpath(folder)
    stages, old = left_beside(output)
    if not stages and not old:
        return
    from microsite.output.removal import discard, retire  # noqa: PLC0415 -- hardly ever needed

    for path in old:
        if is_vacant(output):
            os.rename(path, output)
        else:
            has_manifest = os.path.lexists(f"{path}/{MANIFEST}")
            ours = standing(Path(path)) if has_manifest else {}
            retire(path, output, ours, standing(Path(output)))
    for path in stages:
        discard(Path(path))
