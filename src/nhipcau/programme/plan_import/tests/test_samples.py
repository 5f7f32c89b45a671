"""Every sample plan is understood, and nothing wrong passes without a doubt."""

import pytest

from nhipcau.programme.plan_import.reading import read_plan
from nhipcau.programme.plan_import.tests.samples import SAMPLES
from nhipcau.programme.plan_import.tests.samples.truth import Sample, score

TARGET_SHARE = 0.95


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_sample_plan_is_understood(sample: Sample):
    plan = read_plan(sample.build())
    result = score(sample, plan)
    assert (plan.year, plan.number) == (sample.year, sample.number)
    assert result.misses == []
    for text in sample.left_out:
        assert any(text in line for line in plan.not_understood), text
