"""Plans in the style of real ones, in our own words, each with a truth written by hand."""

from nhipcau.programme.plan_import.tests.samples import (
    documents,
    given,
    hard,
    matrices,
    offices,
    pages,
    party,
    provinces,
    sheets,
    texts,
    wild,
    workbooks,
)
from nhipcau.programme.plan_import.tests.samples.truth import Sample

SAMPLES: list[Sample] = [
    *documents.SAMPLES,
    *texts.SAMPLES,
    *workbooks.SAMPLES,
    *provinces.SAMPLES,
    *party.SAMPLES,
    *sheets.SAMPLES,
    *hard.SAMPLES,
    *wild.SAMPLES,
    *matrices.SAMPLES,
    *given.SAMPLES,
    *pages.SAMPLES,
    *offices.SAMPLES,
]
