from __future__ import annotations

import pytest

from microsite.content.vocabulary import Vocabulary
from microsite.content.vocabulary_files import read_vocabulary
from microsite.importer.names.gazetteer import Gazetteer, load
from tests.building import ROOT


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    found = read_vocabulary(ROOT / "content", ("ru", "en")).vocabulary
    assert found is not None
    return found


@pytest.fixture(scope="session")
def gazetteer(vocabulary: Vocabulary) -> Gazetteer:
    return load(vocabulary)
