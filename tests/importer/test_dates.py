from __future__ import annotations

import pytest

from microsite.importer.dates import Publication, publication_date
from microsite.importer.furniture import take_apart
from microsite.importer.language import language_of
from microsite.importer.normalise import normalise

TITLE = "Omsk region sells more flour to China"
BODY = (
    "The Omsk region has sold more flour to China than in any year before, the ministry says.\n\n"
    "The mills of the region ask for more wagons, and they will get them in the spring."
)


def found(text: str) -> Publication:
    lines = normalise(text)
    language = language_of(lines)
    return publication_date(lines, take_apart(lines, language), language)


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n12 September 2016\n\n{BODY}",
        f"12 September 2016\n{TITLE}\n\n{BODY}",
        f"{TITLE}\n\n{BODY}\n\n12 September 2016",
        f"{TITLE}\n\n{BODY}\n\nSource: Press service\n12 September 2016\nPrintable version",
        f"{TITLE}\n\nOMSK, September 12, 2016 (Interfax) - {BODY}",
        f"{TITLE}\nPublished: 12 September 2016. Updated: 14 September 2016\n\n{BODY}",
        f"{TITLE}\n12 September 2016\nUpdated: 14 September 2016\n\n{BODY}",
        f"{TITLE}\n12 September 2016\n\n{BODY}\n\nRelated news\nA fair opens\n1 October 2016",
        f"{TITLE}\n12 September 2016\n\n{BODY}\n\n© 2019 The Gazette. Saved on 1 May 2020",
        f"Today is Monday, 26 November 2024\nSearch\n\n{TITLE}\n12 September 2016\n\n{BODY}",
    ],
)
def test_the_day_of_publication_is_found(text: str) -> None:
    assert found(text).date == "2016-09-12"


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{BODY}",
        f"{TITLE}\n12 September\n\n{BODY}",
        f"{TITLE}\nSeptember 2016\n\n{BODY}",
        f"{TITLE}\n2016\n\n{BODY}",
        f"{TITLE}\n05/06/2016\n\n{BODY}",
        f"{TITLE}\nUpdated: 14 September 2016\n\n{BODY}",
        f"{TITLE}\n\n{BODY}\n\nLatest news\nA fair opens\n1 October 2016\n3 hours ago",
        f"{TITLE}\n\n{BODY}\n\nSaved from the web on 26 November 2024",
        f"{TITLE}\n\n{BODY}\n\n© 2016 The Gazette. All rights reserved",
        f"{TITLE}\n\n{BODY} The fair opens on 12 September 2016.",
        f"{TITLE}\n12 September 2016\n15 September 2016\n\n{BODY}",
        f"Today is Monday, 26 November 2024\nSearch\nSign in\n\n{TITLE}\n\n{BODY}",
    ],
)
def test_no_other_day_is_taken_for_it(text: str) -> None:
    assert found(text).date is None


def test_two_days_beside_a_title_are_both_offered() -> None:
    offers = found(f"{TITLE}\n12 September 2016\n15 September 2016\n\n{BODY}").offers
    assert {offer.date for offer in offers} == {"2016-09-12~", "2016-09-15~"}


def test_the_latest_year_of_a_text_is_offered_and_never_decided() -> None:
    told = found(f"{TITLE}\n\n{BODY} It sold 5 tonnes in 2023 and 6 in 2024; by 2030 it wants 9.")
    assert told.date is None
    assert [(offer.date, offer.evidence.text) for offer in told.offers] == [("2024~", "2024")]


def test_other_headlines_change_nothing() -> None:
    text = f"{TITLE}\n12 September 2016\n\n{BODY}"
    more = "\n\nOther news\nFlour is cheap\n3 January 2020\nFlour is dear\n4 January 2020"
    assert found(text).date == found(text + more).date
