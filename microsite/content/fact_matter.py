"""Define what facts are in front matter, as editors write them."""

from __future__ import annotations

from pydantic import Field

from microsite.content.fields import (
    Base,
    Change,
    DateText,
    FactId,
    Flag,
    MeasureKey,
    Number,
    PartnerCode,
    PartnerCodes,
    Period,
    PersonKey,
    Qualifier,
    RegionCode,
    RegionCodes,
    Status,
    Text,
    Unit,
)
from microsite.source.schema import Strict


class FigureMatter(Strict):
    """Hold one figure."""

    id: FactId = Field(
        description="The anchor of its sentence; unique in the briefing, and never changed."
    )
    measure: MeasureKey = Field(description="What is measured.")
    region: RegionCode | None = Field(default=None, description="The region it is about.")
    partner: PartnerCode | None = Field(
        default=None, description="The country or province it is about."
    )
    title: Text | None = Field(
        default=None,
        description="What it is, where measure, region and partner do not say so.",
    )
    period: Period = Field(description="EDTF: the time it is about; or `unknown`.")
    period_basis: Text | None = Field(
        default=None, description="From what the period was inferred, or why it is unknown."
    )
    value: Number | None = Field(
        default=None, description="A number in digits, as in 58000000; a range as in [10, 15]."
    )
    unit: Unit | None = Field(
        default=None, description="Of the value: a currency (ISO 4217) or a plain unit."
    )
    whole: Text | None = Field(default=None, description="What a share is a share of.")
    change: Change | None = Field(
        default=None,
        description="A change as the source has it: +66%, -5%, +1/3, ×6.5; a range as in"
        " [+10%, +15%].",
    )
    base: Base | None = Field(
        default=None,
        description="EDTF: the period that the change is measured from; or `not stated`.",
    )
    qualifier: Qualifier | None = Field(
        default=None, description="How exact the source says it is."
    )
    planned: Flag = Field(
        default=False, description="`true` for a value that lay in the future for the source."
    )
    said_by: PersonKey | None = Field(default=None, description="Who said it.")
    evidence: Text | None = Field(
        default=None, description="Words of the body, exactly as they stand there."
    )
    derived: Text | None = Field(
        default=None,
        description="Instead of value and change: a formula over ids of other figures, as in"
        " `exports-2024 / trade-2024`.",
    )


class EventMatter(Strict):
    """Hold one event."""

    id: FactId = Field(
        description="The anchor of its sentence; unique in the briefing, and never changed."
    )
    date: DateText = Field(description="EDTF: when it took place.")
    title: Text = Field(description="What happened, in a few words.")
    regions: RegionCodes = Field(default=(), description="The regions it is about.")
    partners: PartnerCodes = Field(default=(), description="The countries or provinces.")
    said_by: PersonKey | None = Field(default=None, description="Who said it.")
    evidence: Text = Field(description="Words of the body, exactly as they stand there.")


class CommitmentMatter(Strict):
    """Hold one commitment."""

    id: FactId = Field(
        description="The anchor of its sentence; unique in the briefing, and never changed."
    )
    title: Text = Field(description="What is to be done, in a few words.")
    region: RegionCode | None = Field(default=None, description="The region it is about.")
    partner: PartnerCode | None = Field(
        default=None, description="The country or province it is about."
    )
    due: DateText | None = Field(default=None, description="EDTF: by when; left out if not said.")
    status: Status = Field(description="What became of it.")
    as_of: DateText = Field(description="EDTF: when that was known.")
    said_by: PersonKey | None = Field(default=None, description="Who said it.")
    evidence: Text = Field(description="Words of the body, exactly as they stand there.")
