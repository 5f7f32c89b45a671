"""The words of the sample data, with where each fact was taken from."""

import uuid
from dataclasses import dataclass
from datetime import date

NEWS_SOURCE = "Tin Hội nghị tổng kết công tác thông tin đối ngoại, 04/03/2020"
# Keys of sample records are the same in every demo, so that a year's tasks meet the next year's.
_NAMESPACE = uuid.UUID("0190f5a0-0000-7000-8000-000000000005")


def key_of(*parts: str) -> uuid.UUID:
    """A stable key of a sample record."""
    return uuid.uuid5(_NAMESPACE, "/".join(parts))


# code: kind, document system, Vietnamese name, abbreviation, English name
AGENCIES: dict[str, tuple[str, str, str, str, str]] = {
    "ban-chi-dao": (
        "committee",
        "party",
        "Ban Chỉ đạo công tác thông tin đối ngoại tỉnh",
        "BCĐ",
        "Steering Committee for External Information Work",
    ),
    "ban-tuyen-giao-tinh-uy": (
        "party_body",
        "party",
        "Ban Tuyên giáo Tỉnh ủy",
        "BTGTU",
        "Commission for Information and Education of the Provincial Party Committee",
    ),
    "van-phong-ubnd": (
        "state_body",
        "state",
        "Văn phòng Ủy ban nhân dân tỉnh",
        "VPUBND",
        "Office of the Provincial People's Committee",
    ),
    "so-ngoai-vu": (
        "department",
        "state",
        "Sở Ngoại vụ",
        "SNgV",
        "Department of Foreign Affairs",
    ),
    "so-thong-tin-truyen-thong": (
        "department",
        "state",
        "Sở Thông tin và Truyền thông",
        "STTTT",
        "Department of Information and Communications",
    ),
    "so-van-hoa": (
        "department",
        "state",
        "Sở Văn hóa, Thể thao và Du lịch",
        "SVHTTDL",
        "Department of Culture, Sports and Tourism",
    ),
    "so-cong-thuong": (
        "department",
        "state",
        "Sở Công Thương",
        "SCT",
        "Department of Industry and Trade",
    ),
    "bao-dak-lak": ("press", "party", "Báo Đắk Lắk", "BĐL", "Dak Lak Newspaper"),
    "dai-phat-thanh-truyen-hinh": (
        "press",
        "state",
        "Đài Phát thanh và Truyền hình Đắk Lắk",
        "ĐPTTH",
        "Dak Lak Radio and Television",
    ),
}

# For which agency the demo's focal point speaks.
FOCAL_AGENCY = "so-thong-tin-truyen-thong"

# system, reference, title, issuer, issued on, in force from, status, source
DOCUMENTS = [
    (
        "state",
        "72/2015/NĐ-CP",
        "Nghị định về quản lý hoạt động thông tin đối ngoại",
        "Chính phủ",
        date(2015, 9, 7),
        date(2015, 10, 22),
        "in_force",
        "Nghị định 72/2015/NĐ-CP",
    ),
    (
        "state",
        "22/2016/TT-BTTTT",
        "Thông tư hướng dẫn quản lý hoạt động thông tin đối ngoại tại địa phương",
        "Bộ Thông tin và Truyền thông",
        date(2016, 10, 19),
        None,
        "in_force",
        "Thông tư 22/2016/TT-BTTTT",
    ),
    (
        "state",
        "88/2012/NĐ-CP",
        "Nghị định về hoạt động thông tin, báo chí của báo chí nước ngoài tại Việt Nam",
        "Chính phủ",
        date(2012, 10, 23),
        None,
        "in_force",
        "Tin tóm tắt, cần đối chiếu toàn văn",
    ),
    (
        "state",
        "09/2017/NĐ-CP",
        "Nghị định về phát ngôn và cung cấp thông tin cho báo chí của cơ quan hành chính nhà nước",
        "Chính phủ",
        date(2017, 2, 9),
        None,
        "in_force",
        "Cần đối chiếu toàn văn",
    ),
    (
        "party",
        "16-KL/TW",
        "Kết luận về Chiến lược phát triển thông tin đối ngoại giai đoạn 2011 - 2020",
        "Bộ Chính trị",
        date(2012, 2, 14),
        None,
        "replaced",
        "Nêu trong tin về Kết luận 57-KL/TW; ngày cần đối chiếu",
    ),
    (
        "party",
        "57-KL/TW",
        "Kết luận về tiếp tục nâng cao chất lượng, hiệu quả công tác thông tin đối ngoại "
        "trong tình hình mới",
        "Bộ Chính trị",
        date(2023, 6, 15),
        None,
        "in_force",
        "TTXVN, 11/10/2023",
    ),
    (
        "state",
        "3362/BTTTT-TTĐN",
        "Công văn hướng dẫn công tác thông tin đối ngoại năm 2020",
        "Bộ Thông tin và Truyền thông",
        date(2019, 10, 2),
        None,
        "in_force",
        "Số và ngày văn bản; trích yếu cần đối chiếu",
    ),
    (
        "state",
        "11165/KH-UBND",
        "Kế hoạch công tác thông tin đối ngoại giai đoạn 2018 - 2020",
        "Ủy ban nhân dân tỉnh Đắk Lắk",
        date(2018, 12, 19),
        None,
        "in_force",
        "Số và ngày văn bản; trích yếu cần đối chiếu",
    ),
]
BASES = ["72/2015/NĐ-CP", "22/2016/TT-BTTTT", "16-KL/TW", "11165/KH-UBND", "3362/BTTTT-TTĐN"]

PURPOSES_2019 = (
    "Tuyên truyền chủ trương của Đảng, chính sách, pháp luật của Nhà nước về đối ngoại.\n"
    "Quảng bá hình ảnh đất nước, con người Việt Nam và Đắk Lắk đến bạn bè quốc tế."
)
PURPOSES_2020 = (
    "Bám sát các văn bản, kế hoạch đối ngoại của Đảng, Nhà nước và của địa phương.\n"
    "Đẩy mạnh quảng bá, giới thiệu hình ảnh đất nước, con người, lịch sử, văn hóa Việt Nam nói "
    "chung, Đắk Lắk nói riêng.\n"
    "Thu hút nguồn lực từ bên ngoài để phát triển kinh tế - xã hội."
)
FUNDING = "Kinh phí thực hiện được bố trí theo phân cấp ngân sách hiện hành (nội dung mẫu)."
ORGANISATION = (
    "Các cơ quan thành viên Ban Chỉ đạo báo cáo kết quả hằng quý.\n"
    "Cơ quan thường trực tổng hợp, báo cáo Ban Chỉ đạo."
)
RECIPIENTS = "Thường trực Tỉnh ủy (báo cáo)\nCác cơ quan thành viên Ban Chỉ đạo"


@dataclass(frozen=True)
class SampleTask:
    """One task of a sample plan.

    Attributes:
        slug: Its stable handle over the years.
        group: Heading.
        number: Number as printed.
        text: What is to be done.
        lead: Code of the lead agency.
        coordinators: Codes of coordinating agencies.
        channel: Code of the channel.
        kind: Code of the kind of information.
        form: Code of the form.
        start: First day; 1 January when empty.
        due: Last day; empty for all year round.
        documents: References of documents it fulfils.
        proposal: The proposal it carries out.
        product: Expected result.
        indicators: (name, unit) pairs without targets: none was published.
    """

    slug: str
    group: str
    number: str
    text: str
    lead: str
    coordinators: tuple[str, ...]
    channel: str
    kind: str
    form: str
    start: date | None = None
    due: date | None = None
    documents: tuple[str, ...] = ("22/2016/TT-BTTTT",)
    proposal: str = ""
    product: str = ""
    indicators: tuple[tuple[str, str], ...] = ()


_I = "I. Công tác tuyên truyền"
_II = "II. Sự kiện và hoạt động đối ngoại"
_III = "III. Bồi dưỡng nghiệp vụ"

_NEWS = SampleTask(
    slug="tuyen-truyen",
    group=_I,
    number="1",
    text="Đẩy mạnh tuyên truyền, đổi mới nội dung, hình thức thông tin đối ngoại trên báo chí",
    lead="bao-dak-lak",
    coordinators=("dai-phat-thanh-truyen-hinh", "ban-tuyen-giao-tinh-uy"),
    channel="domestic_press",
    kind="official",
    form="media_products",
    indicators=(("Tin, bài thông tin đối ngoại", "tin, bài"),),
)
_PORTAL = SampleTask(
    slug="cong-thong-tin",
    group=_I,
    number="2",
    text="Duy trì thông tin bằng tiếng Việt và tiếng nước ngoài trên cổng thông tin điện tử tỉnh",
    lead="van-phong-ubnd",
    coordinators=("so-thong-tin-truyen-thong",),
    channel="portals",
    kind="image",
    form="publications",
    indicators=(("Tin, bài tiếng nước ngoài", "tin, bài"),),
)
_HOLIDAYS = SampleTask(
    slug="ngay-le-tet-nuoc-ban",
    group=_II,
    number="4",
    text="Tổ chức hoạt động đối ngoại nhân kỷ niệm các ngày lễ, tết của các nước bạn",
    lead="so-ngoai-vu",
    coordinators=("van-phong-ubnd", "bao-dak-lak"),
    channel="external_activities",
    kind="official",
    form="external_activity",
    indicators=(("Hoạt động", "hoạt động"),),
)

TASKS_2019 = [
    _NEWS,
    _PORTAL,
    SampleTask(
        slug="le-hoi-ca-phe",
        group=_II,
        number="3",
        text="Thông tin, quảng bá Lễ hội Cà phê Buôn Ma Thuột lần thứ 7",
        lead="so-van-hoa",
        coordinators=("bao-dak-lak", "dai-phat-thanh-truyen-hinh", "so-ngoai-vu"),
        channel="big_events",
        kind="image",
        form="events",
        start=date(2019, 1, 2),
        due=date(2019, 3, 31),
    ),
    _HOLIDAYS,
    SampleTask(
        slug="xuc-tien",
        group=_II,
        number="5",
        text="Thông tin về Hội nghị xúc tiến thương mại, đầu tư",
        lead="so-cong-thuong",
        coordinators=("bao-dak-lak", "dai-phat-thanh-truyen-hinh"),
        channel="big_events",
        kind="image",
        form="events",
        start=date(2019, 1, 2),
        due=date(2019, 6, 30),
    ),
]
TASKS_2020 = [
    _NEWS,
    _PORTAL,
    SampleTask(
        slug="chuong-trinh-tieng-anh",
        group=_I,
        number="3",
        text="Xây dựng các chương trình tiếng Anh giới thiệu Đắk Lắk đến với bạn bè quốc tế",
        lead="dai-phat-thanh-truyen-hinh",
        coordinators=("bao-dak-lak", "so-van-hoa", "so-ngoai-vu"),
        channel="domestic_press",
        kind="image",
        form="media_products",
        start=date(2020, 4, 1),
        due=date(2020, 12, 31),
        proposal="Đề xuất tại Hội nghị ngày 04/3/2020: xây dựng các chương trình tiếng Anh.",
        product="Chương trình phát thanh, truyền hình, bài viết bằng tiếng Anh",
        indicators=(("Chương trình tiếng Anh", "chương trình"),),
    ),
    _HOLIDAYS,
    SampleTask(
        slug="phong-vien-ngoai-tinh",
        group=_II,
        number="5",
        text="Tạo điều kiện cho phóng viên tham dự các hoạt động đối ngoại diễn ra ngoài tỉnh",
        lead="so-ngoai-vu",
        coordinators=("bao-dak-lak", "dai-phat-thanh-truyen-hinh", "van-phong-ubnd"),
        channel="external_activities",
        kind="official",
        form="external_activity",
        start=date(2020, 4, 1),
        due=date(2020, 12, 31),
        proposal="Đề xuất tại Hội nghị ngày 04/3/2020: tạo điều kiện cho phóng viên tham dự các "
        "hoạt động đối ngoại diễn ra ngoài tỉnh.",
        indicators=(("Chuyến công tác có phóng viên tham dự", "chuyến"),),
    ),
    SampleTask(
        slug="boi-duong-tap-huan",
        group=_III,
        number="6",
        text="Bồi dưỡng, tập huấn nghiệp vụ cho đội ngũ làm công tác thông tin đối ngoại",
        lead="so-thong-tin-truyen-thong",
        coordinators=("ban-tuyen-giao-tinh-uy", "so-ngoai-vu"),
        channel="other",
        kind="official",
        form="cooperation",
        start=date(2020, 4, 1),
        due=date(2020, 11, 30),
        proposal="Đề xuất tại Hội nghị ngày 04/3/2020: chú trọng công tác bồi dưỡng, tập huấn "
        "nghiệp vụ.",
        indicators=(("Lớp tập huấn", "lớp"), ("Học viên", "lượt người")),
    ),
]

# Words of the news item; it names no figure, so none is given here.
RESULTS_2019 = {
    key_of("tuyen-truyen"): (
        "Đẩy mạnh công tác tuyên truyền, tập trung nghiên cứu, đổi mới nội dung, hình thức "
        "tuyên truyền."
    ),
    key_of("le-hoi-ca-phe"): (
        "Tổ chức nhiều sự kiện đối ngoại quan trọng trong khuôn khổ Lễ hội Cà phê lần thứ 7."
    ),
    key_of("xuc-tien"): "Tổ chức Hội nghị xúc tiến thương mại đầu tư.",
    key_of("ngay-le-tet-nuoc-ban"): (
        "Tổ chức nhiều hoạt động đối ngoại nhân kỷ niệm các ngày lễ, tết của các nước bạn."
    ),
}
