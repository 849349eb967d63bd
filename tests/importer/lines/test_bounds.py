from __future__ import annotations

from microsite.importer.judge import judge
from microsite.importer.lines.bounds import kinds_of
from microsite.importer.names.gazetteer import Gazetteer


def test_a_line_of_which_a_fragment_is_cut_is_no_furniture(gazetteer: Gazetteer) -> None:
    text = (
        "Омск и Китай\n12.09.2016\n\nОМСК, 12 сентября 2016 г. /ТАСС/. Омск продаёт муку в Китай."
    )
    anatomy = judge(text.encode(), gazetteer).anatomy
    assert [cut.words.line for cut in anatomy.cut] == [2, 4]
    assert kinds_of(anatomy) == {2: "date"}
