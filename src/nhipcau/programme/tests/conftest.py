"""A committee, two departments, their people and an approved plan."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from nhipcau.accounts.enums import Role
from nhipcau.programme.tests import factories as make


@pytest.fixture
def province(db):
    """Office, leader, editor, a plan of 2020 in force with one task of each department."""
    office = make.make_user(Role.OFFICE)
    committee = make.make_agency("ubnd", "Ủy ban nhân dân tỉnh")
    culture = make.make_agency("svhttdl", "Sở Văn hóa, Thể thao và Du lịch")
    foreign = make.make_agency("songv", "Sở Ngoại vụ")
    plan = make.make_plan(office, committee)
    indicators = [
        {"name": "Lớp tập huấn", "unit": "lớp", "target": Decimal(4), "target_q1": Decimal(1)}
    ]
    first = make.make_task(office, plan, culture, indicators=indicators, coordinators=[foreign])
    second = make.make_task(
        office, plan, foreign, "Mời phóng viên nước ngoài", number="2", due=date(2020, 3, 1)
    )
    make.approve(office, plan)
    quarters = make.make_quarters(office)
    first.refresh_from_db()
    second.refresh_from_db()
    return SimpleNamespace(
        office=office,
        leader=make.make_user(Role.LEADER),
        editor=make.make_user(Role.EDITOR),
        committee=committee,
        culture=culture,
        foreign=foreign,
        culture_focal=make.make_focal_point(culture),
        foreign_focal=make.make_focal_point(foreign),
        plan=plan,
        task=first.task,
        other_task=second.task,
        wording=first,
        indicator=first.indicators.get(),
        quarters=quarters,
    )
