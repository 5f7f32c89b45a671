"""Plans in the style of real ones, in our own words, each with a truth written by hand."""

from nhipcau.programme.plan_import.tests.samples import documents, texts, workbooks
from nhipcau.programme.plan_import.tests.samples.truth import Sample

SAMPLES: list[Sample] = [*documents.SAMPLES, *texts.SAMPLES, *workbooks.SAMPLES]
