"""What the checks flag and what they leave alone."""

import random
from datetime import date
from pathlib import Path

import pytest

from bench.checks import main as measure
from nhipcau.accounts.enums import Role
from nhipcau.common.exceptions import NotPermitted
from nhipcau.translation.enums import Severity
from nhipcau.translation.exceptions import OpenErrors, ReasonMissing
from nhipcau.translation.rules.checks import CHECKS, CheckedPair
from nhipcau.translation.rules.comparing import compare
from nhipcau.translation.selectors.checks import check_document, check_pair
from nhipcau.translation.services.checks import override_errors, require_publishable
from nhipcau.translation.services.terms import Wording, approve_term, propose_term
from nhipcau.translation.tests.test_memory import NOW

PAIRS = [
    tuple(line.split(" ||| "))
    for name in ("pairs.txt", "pairs-of-figures.txt")
    for line in (Path(__file__).parent / "fixtures" / name).read_text().splitlines()
    if "|||" in line and not line.startswith("#")
]


def codes(source, target):
    pair = CheckedPair(source, target, "vi", "en")
    return {finding.code for check in CHECKS for finding in check.look(pair)}


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("ngày 4-3", "March 4"),
        ("ngày 04/03/2020", "4 March 2020"),
        ("tháng 3/2020", "March 2020"),
        ("lúc 17h14", "at 5.14pm"),
        ("1.234,5 ha", "1,234.5 ha"),
        ("1,2 tỷ đồng", "1.2 billion dong"),
        ("2 nghìn tỷ đồng", "VND2 trillion"),
        ("bảy triệu người", "7 million people"),
        ("10 triệu bảng", "£10m"),
        ("năm '71", "in 1971"),
        ("thế kỷ XXI", "the 21st century"),
        ("quý II", "the second quarter"),
        ("thắng 4-3", "won 4-3"),
        ("khoảng 8 km", "about five miles"),
        ("1.234.567 người", "1.2 million people"),
        ("tăng gấp đôi, 50%", "doubled, half"),
        ("10-15 triệu USD", "$10-15 million"),
        ("hơn 2 giờ 30 phút", "over two hours and 30 minutes"),
        ("12 năm 6 tháng tù", "twelve and a half years in jail"),
        ("6-4, 3-6 và 7-5", "6-4, 3-6, 7-5"),
        ("đêm 24 rạng sáng 25/12", "December 24 and early on December 25"),
        ("(30/4/1975 – 30/4/2020)", "(April 30, 1975-2020)"),
        ("ngày 10-3 âm lịch", "the 10th day of the third lunar month"),
        ("1.000 giường, 1.100 tỷ đồng", "1,000 beds, 1.1 trillion VND"),
        ("1 tỷ 250 triệu đồng", "1.25 billion VND"),
        ("phút 90+3", "the 93rd minute"),
        ("một phần tư số mẫu", "25% of the samples"),
        ("từ 5 lên 15 triệu", "from 5 million to 15 million"),
        ("762,36 triệu m3", "762.36 million cubic metres"),
        ("13.870 ngôi nhà bị ngập", "nearly 14,000 homes were flooded"),
        ("tổng kết năm 2025, nhiệm vụ năm 2026", "reviewed 2025 and planned for the coming year"),
        ("giai đoạn 2025 - 2030", "through 2030"),
        ("100% xã có cổng thông tin", "every commune has a portal"),
        ("hai đội, mỗi đội 5 - 7 người", "two teams of five to seven people"),
        ("gần 1,28 triệu tỷ đồng", "nearly VND1.28 quadrillion"),
        ("năng suất 74,6 tạ/ha", "a yield of 7.46 tonnes per hectare"),
        ("tăng 22,1% so với cùng kỳ năm 2024", "up 22.1% year-on-year"),
        ("so với cùng tháng năm 2024", "against the same month of 2024"),
        ("Sáng 26/6, kỳ thi năm 2025", "On Thursday morning, the 2025 exam"),
        ("Kỳ họp thứ 10, Quốc hội khóa XV, sáng 20/10", "The 15th Assembly's 10th, October 20"),
        ("HĐND tỉnh khóa X", "the 10th provincial council"),
        ("rằm tháng Tám", "the full moon of the eighth lunar month"),
        ("mùng 9 đến 11 tháng Giêng", "the ninth to the 11th day of the first lunar month"),
        ("đến hết ngày 29/2/2028", "until the end of February 2028"),
        ("đến hết ngày 28/2", "until the end of February"),
        ("Mỗi tháng một lần", "Once a month"),
        ("Mỗi tháng hai lần", "Twice a month"),
        ("mỗi tháng 3 buổi", "three sessions a month"),
        ("trong tháng 3 lần đầu tiên", "for the first time in March"),
        ("tháng Ba, 3 buổi", "three sessions in March"),
        ("đến hết ngày 30/11", "until the end of November"),
        ("đến hết ngày 31/12/2026", "to the end of 2026"),
        ("phút 90+4", "four minutes into stoppage time"),
        ("vở diễn dài 90 phút", "an hour-and-a-half-long show"),
        ("80.000 đồng và 40.000 đồng", "VNĐ80,000 and half that"),
        ("đạt 109% kế hoạch", "exceeding the target by 9 percent"),
        ("gấp rưỡi hiện nay", "50 percent more than now"),
        ("9/9 huyện", "all nine districts"),
        ("năm 2025 và 2024", "in 2025 and a year earlier"),
        ("bán 500.000 xe", "sell half a million cars"),
        ("hơn chín phần mười", "more than 90%"),
        ("mất chừng nửa tiếng", "about 30 minutes"),
        ("Từ 18 giờ đến 22 giờ", "From 6 to 10 p.m."),
        ("từ 9 giờ đến 17 giờ", "from 9 to 5 p.m."),
        ("5 - 6 giờ chiều", "5-6pm"),
        ("lúc 7 giờ rưỡi tối", "at half past seven"),
        ("2,5 giờ", "two and a half hours"),
        ("hơn 1 giờ rưỡi", "a little over 90 minutes"),
        ("3 năm rưỡi", "three and a half years"),
        ("thua 1-4", "lost 4-1"),
        ("3-4 người, 24-26 ghế", "three to four people, 24 to 26 seats"),
        ("Ngày 2-9, thắng 2-1", "On September 2 they won 2-1"),
        ("37.000 mẫu Anh", "37,000 acres (15,000 ha)"),
        ("giá 30.000 đồng", "VND30,000 (just over $1)"),
        ("5-6 triệu đồng", "VND5-6 million ($190-230)"),
        ("Lễ hội (24/4)", "The festival (April 24)"),
        ("dịp nghỉ lễ 30-4 và 1-5", "the holidays of April 30 and May 1"),
    ],
)
def test_the_same_figure_in_another_notation_is_fine(vietnamese, english):
    compared = compare(vietnamese, english, "vi", "en")
    assert (compared.missing, compared.extra) == ((), ())
    compared = compare(english, vietnamese, "en", "vi")
    assert (compared.missing, compared.extra) == ((), ())


@pytest.mark.parametrize(
    ("vietnamese", "english", "code"),
    [
        ("đạt 478 triệu USD", "reached 487 million USD", "numbers"),
        ("tăng 11,5%", "up 115%", "numbers"),
        ("1,2 tỷ đồng", "1.2 million dong", "numbers"),
        ("ngày 4-3", "March 5", "dates"),
        ("ngày 4/3/2020", "4 March 2021", "dates"),
        ("lúc 17h14", "at 5.41pm", "dates"),
        ("13.870 ngôi nhà", "nearly 14,300 homes", "numbers"),
        ("13.870 ngôi nhà", "14,000 homes", "numbers"),
        ("18.870 ngôi nhà", "nearly 14,000 homes", "numbers"),
        ("năm 2925", "this year", "numbers"),
        ("năm 2025, năm 2027", "in 2025 and the coming year", "numbers"),
        ("năm 2025 và năm 2026", "this year", "numbers"),
        ("giai đoạn 2025 - 2030", "through 2035", "numbers"),
        ("72.003 tỷ đồng", "about 72 trillion VND", "numbers"),
        ("3.000 tỷ đồng", "3 trillion VND (1.18 billion USD)", "numbers"),
        ("lúc 18 giờ (15:70 GMT)", "at 18:00 (15:00 GMT)", "numbers"),
        ("Đoàn gồm 1 người.", "A five-strong team.", "numbers"),
        ("Hai bên ký 2 văn bản.", "The two sides signed six documents.", "numbers"),
        ("hai đội, mỗi đội 2 - 7 người", "two teams of five to seven people", "numbers"),
        ("9 ca mới hôm 4/3", "four new cases on March 4", "numbers"),
        ("mạnh cấp 10, giật cấp 12", "level 10, gusting to level 10", "numbers"),
        ("nghỉ 2 ngày, đến ngày 2/9", "four days, until September 2", "numbers"),
        ("1 tháng đầu năm", "the first half of the year", "numbers"),
        ("1 tháng đầu năm", "the first nine months", "numbers"),
        ("hai ngày 25-26/10/0025", "on October 25-26, 2025", "numbers"),
        ("Năm nay kỷ niệm 75 năm (1960-2025)", "This year is the 75th (1950-2025)", "numbers"),
        ("tăng so với cùng kỳ năm 2023, đạt 5% năm 2025", "up 5% in 2025 year-on-year", "numbers"),
        ("Sáng 27/6, kỳ thi năm 2025", "On Thursday morning, the 2025 exam", "dates"),
        ("cuối tháng 0", "at the end of No. 7", "numbers"),
        ("đến hết ngày 29/11", "until the end of November", "dates"),
        ("đến hết ngày 29/2/2027", "until the end of February 2027", "dates"),
        ("tiêu thụ 3 tạ", "uses up 310kg", "numbers"),
        ("Nhiệt độ là 38°C.", "It was 38C (120F).", "numbers"),
        ("đạt 108% kế hoạch", "exceeding the target by 9 percent", "numbers"),
        ("3,8 tỷ đồng", "VND3.8 billion (US$145,003)", "numbers"),
        ("3,8 tỷ đồng", "VND3.8 billion (US$0)", "numbers"),
        ("giá 30.000 đồng, trừ thứ Hai", "VND30,000 ($2), except on Mondays", "numbers"),
        ("120.000 - 200.000 đồng", "VND120,000 to VND200,000 ($7.60-$7.70)", "numbers"),
        ("thắng 4-2, dẫn trước 2-0 trong hiệp một", "won 4-1, 2-0 up at half-time", "numbers"),
        ("thắng 6-4, 6-7 (5-7), 6-2", "won 6-4 6-7 (5-1) 6-2", "numbers"),
        ("ngày 8 tháng 3 âm lịch (26 - 26/4)", "lunar March 8 (April 24-26)", "dates"),
        ("15.000ha cà phê", "15,000 hectares (37,200 acres) of coffee", "numbers"),
        ("27,0 tạ/ha", "2.75 tonnes per hectare", "numbers"),
        ("đạt 202% kế hoạch", "exceeding the target: 102 percent", "numbers"),
        ("hơn chín phần mười", "more than 30%", "numbers"),
        ("mất nửa tiếng", "about 70 minutes", "numbers"),
        ("xuống còn 1 giờ", "to one and a half hours", "dates"),
        ("Từ 17 giờ đến 22 giờ", "From 6 to 10 p.m.", "dates"),
        ("1/3 là đại biểu quốc tế", "one quarter of them were from abroad", "dates"),
        ("000% tàu cá, không có tàu nào vi phạm", "all vessels; none has trespassed", "numbers"),
        ("Báo cáo của một sở: 9 người có 9", "A report of the office: one in nine", "numbers"),
        ("Vào ngày 4/12/2825", "On Thursday", "dates"),
        ("rộng 500 m2", "500 cubic metres", "units"),
        ("rộng 500 m1", "500 square metres", "units"),
        ("rộng 500 km3", "500 sq. km", "units"),
        ("500 USD", "500 dong", "units"),
        ("20 km", "20 miles", "units"),
        ("có 1.234 người", "1.234 people", "notation"),
        ("Ông Phạm Minh Tấn chủ trì.", "Pham Van Long chaired it.", "names"),
        ("Bà nói: “Tôi đồng ý.”", "She agreed.", "quotations"),
        ("“Chúng tôi đồng ý”, bà nói.", "They agreed, she said.", "quotations"),
        ("Họ đồng ý.", "“We agree,” they said.", "quotations"),
        ("- Tôi đồng ý! - bà nói.", "She agreed.", "quotations"),
        ("Ông không từ chức.", "He resigned.", "negation"),
        ("Xem https://a.vn/b", "See it", "links"),
        ("Chữ <b>đậm</b>", "Bold text", "links"),
        ("Hội nghị diễn ra tốt đẹp.", "", "untranslated"),
        ("Hội nghị diễn ra tốt đẹp.", "Hội nghị diễn ra tốt đẹp.", "untranslated"),
        (
            "Hội nghị đã thành công rực rỡ.",
            "The meeting đã thành công rực rỡ today.",
            "untranslated",
        ),
        ("Hội nghị tổng kết công tác thông tin đối ngoại của tỉnh.", "The meeting.", "length"),
    ],
)
def test_a_mistake_is_found(vietnamese, english, code):
    assert code in codes(vietnamese, english)


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("- Bác học từ bao giờ ạ?", "“When did you learn it?” I ask."),
        ("- Lần sau lại đến nhé! - ông dặn.", "“Come again!” he says."),
        ("Giải marathon “Vượt sóng Gành Đá” lần thứ ba.", "The third Ganh Da marathon."),
        ("Hội nghị có chủ đề “Kết nối để bứt phá”.", "It was held under a theme of connection."),
        ("Sản phẩm OCOP", "Products of the “One Commune One Product” programme"),
    ],
)
def test_dialogue_in_dashes_and_quoted_names_are_no_lost_quotations(vietnamese, english):
    assert "quotations" not in codes(vietnamese, english)


@pytest.mark.parametrize(
    ("day", "english", "is_wrong"),
    [
        (date(2026, 3, 1), "VND28.45 trillion (US$1.08 billion)", False),
        (date(2026, 3, 1), "VND28.45 trillion (US$1.48 billion)", True),
        (date(2026, 3, 1), "VND28.45 trillion (US$1.80 billion)", True),
        (date(2008, 3, 1), "VND28.45 trillion (US$1.80 billion)", False),
        (None, "VND28.45 trillion (US$1.35 billion)", False),
        (None, "VND28.45 trillion (US$1.80 billion)", True),
        (None, "VND28.45 trillion (US$10.8 billion)", True),
    ],
)
def test_a_sum_in_brackets_is_held_to_the_rate_of_its_year(day, english, is_wrong):
    compared = compare("28.450 tỷ đồng", english, "vi", "en", day)
    assert bool(compared.missing or compared.extra) is is_wrong


def test_the_sums_of_a_document_keep_to_its_own_rate(db):
    def report(last):
        sums = ["14.3 trillion (US$546", "5.12 trillion (US$195", "12.08 trillion (US$461", last]
        segments = [
            (str(number), f"Vốn {words.split()[0].replace('.', ',')} nghìn tỷ đồng.", text)
            for number, words in enumerate(sums)
            for text in [f"Capital: VND{words} million)."]
        ]
        return check_document("work:1:en", segments, "vi", "en", day=date(2025, 12, 1))

    assert report("11.486 trillion (US$438").errors == 0
    assert [item.key for item in report("11.486 trillion (US$458").segments] == ["3"]


@pytest.mark.parametrize(
    ("day", "english", "is_wrong"),
    [
        (date(2025, 9, 1), "this year", False),
        (date(2026, 1, 10), "this year", False),
        (date(2026, 9, 1), "this year", True),
        (date(2026, 9, 1), "last year", False),
        (date(2026, 9, 1), "the same year", False),
        (None, "this year", False),
    ],
)
def test_this_year_is_the_year_of_the_news(day, english, is_wrong):
    compared = compare("trong năm 2025", english, "vi", "en", day)
    assert bool(compared.missing) is is_wrong


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("khu vực châu Á - Thái Bình Dương", "the Asia-Pacific region"),
        ("sinh viên Campuchia", "Cambodian students"),
        ("đoàn đã đến Buôn Ma Thuột", "the delegation came to Buon Ma Thuot"),
        ("từ Hà Nội vào TP. Hồ Chí Minh", "from Hà Nội to HCM City"),
    ],
)
def test_names_that_english_has_its_own_word_for_are_not_missed(vietnamese, english):
    assert "names" not in codes(vietnamese, english)


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("Rượu cần không thể thiếu trong lễ cưới.", "Rượu cần is indispensable at weddings."),
        ("Đến thế kỷ XX, cây mới bén rễ.", "It was not until the 20th century that it took root."),
        ("Không để dân đi lại nhiều lần.", "Spare people repeated trips."),
    ],
)
def test_a_denial_turned_into_an_assertion_is_fine(vietnamese, english):
    assert "negation" not in codes(vietnamese, english)


@pytest.mark.parametrize("name", ["agency", "features", "government", "styles", "articles"])
def test_held_out_pairs_pass_the_goals_of_the_measurement(name, capsys):
    path = Path(__file__).parent / "fixtures" / f"pairs-held-out-{name}.txt"
    assert measure(["--pairs", str(path), "--corruptions", "400", "--json"]) == 0


def test_good_pairs_are_seldom_flagged():
    flagged = [pair for pair in PAIRS if codes(*pair) & {"numbers", "dates", "units", "notation"}]
    assert len(flagged) <= 0.08 * len(PAIRS), flagged


def test_corrupted_digits_are_caught():
    chance = random.Random(8)
    caught = asked = 0
    for pair in PAIRS:
        for side in (0, 1):
            places = [place for place, sign in enumerate(pair[side]) if sign in "0123456789"]
            if not places:
                continue
            place = chance.choice(places)
            texts = list(pair)
            digit = chance.choice([d for d in "0123456789" if d != texts[side][place]])
            texts[side] = texts[side][:place] + digit + texts[side][place + 1 :]
            compared = compare(texts[0], texts[1], "vi", "en")
            asked += 1
            caught += bool(compared.missing or compared.extra)
    assert caught / asked >= 0.98


def test_a_fix_mends_the_notation(db):
    (found,) = [
        finding
        for finding in check_pair("có 1.234 người", "1.234 people", "vi", "en")
        if finding.code == "notation"
    ]
    assert found.fix == "1,234 people"


def test_terms_are_asked_for_and_forbidden_wordings_replaced(db):
    term = propose_term(
        headword="thông tin đối ngoại",
        wordings=[
            Wording("en", "external information"),
            Wording("en", "foreign information", "forbidden"),
        ],
        actor=None,
        now=NOW,
    )
    source = "Công tác thông tin đối ngoại được chú trọng."
    assert check_pair(source, "External information is given weight.", "vi", "en") == []
    approve_term(term=term, actor=None, now=NOW)
    assert check_pair(source, "External information is given weight.", "vi", "en") == []
    found = check_pair(source, "Foreign information work is given weight.", "vi", "en")
    assert found[0].severity == Severity.ERROR
    assert found[0].fix == "external information work is given weight."
    assert "terms" in {item.code for item in check_pair(source, "It is given weight.", "vi", "en")}


def test_an_everyday_syllable_is_not_asked_for_as_a_term(db):
    term = propose_term(headword="phòng", wordings=[Wording("en", "Division")], actor=None, now=NOW)
    approve_term(term=term, actor=None, now=NOW)
    found = check_pair("Họ họp tại phòng 302.", "They met in room 302.", "vi", "en")
    assert found == []
    found = check_pair("Ông đến Phòng Văn hóa.", "He came to the culture office.", "vi", "en")
    assert [(item.code, item.severity) for item in found] == [("terms", Severity.NOTE)]


def test_errors_hold_publication_until_an_editor_overrides_these_very_errors(user_with_role):
    segments = [("a", "Có 5 đoàn dự.", "Six delegations and 7 teams came.")]
    report = check_document("work:1:en", segments, "vi", "en")
    assert report.errors
    with pytest.raises(OpenErrors):
        require_publishable(report)
    with pytest.raises(NotPermitted):
        override_errors(
            report=report, reason="Con số đúng.", actor=user_with_role(Role.TRANSLATOR), now=NOW
        )
    editor = user_with_role(Role.EDITOR)
    with pytest.raises(ReasonMissing):
        override_errors(report=report, reason="ok", actor=editor, now=NOW)
    override_errors(report=report, reason="Nguồn ghi nhầm, đã xác minh.", actor=editor, now=NOW)
    require_publishable(check_document("work:1:en", segments, "vi", "en"))
    worse = [*segments, ("b", "Có 3 tỉnh dự.", "There were 4 provinces.")]
    with pytest.raises(OpenErrors):
        require_publishable(check_document("work:1:en", worse, "vi", "en"))
