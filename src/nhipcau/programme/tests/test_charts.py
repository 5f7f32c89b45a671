"""Plots: long names keep clear of their numbers and of the bar below."""

from nhipcau.programme.charts import BarInput, bar_chart

LONG = "Department of Information and Communications of Dak Lak Province"


def test_long_label_goes_on_below_and_pushes_what_follows():
    chart = bar_chart(
        title="",
        summary="",
        rows=[BarInput(LONG, [("", 1, "a")], "0/1"), BarInput("Báo", [("", 2, "a")], "2/2")],
    )
    first, second = chart.bars
    assert " ".join(line for line, _place in first.lines) == LONG
    assert len(first.lines) == 2
    assert max(place for _line, place in first.lines) < first.track
    assert [line for line, _place in second.lines] == ["Báo"]
    assert first.y + first.track + 14 < second.y
    assert second.y + second.track + 14 < chart.height
