"""Fill the law's lists: kinds and forms of Decree 72/2015/NĐ-CP, channels of Circular 22/2016."""

from datetime import date

from django.db import migrations

from nhipcau.common.identifiers import uuid7

DECREE = "Nghị định 72/2015/NĐ-CP, Điều {}"
CIRCULAR = "Thông tư 22/2016/TT-BTTTT, Điều 5, kênh {}"
# Article 9 follows from the order of articles 7, 8 and 10; the full text was not at hand.
ARTICLE_9 = "9 (suy ra từ thứ tự điều, cần đối chiếu toàn văn)"
DECREE_IN_FORCE = date(2015, 10, 22)

KINDS = [
    ("official", "Thông tin chính thức về Việt Nam", "Official information about Viet Nam", "7"),
    ("image", "Thông tin quảng bá hình ảnh Việt Nam", "Promotion of Viet Nam's image", "8"),
    (
        "world",
        "Thông tin tình hình thế giới vào Việt Nam",
        "World information into Viet Nam",
        ARTICLE_9,
    ),
    ("clarification", "Thông tin giải thích, làm rõ", "Explanation and clarification", "10"),
]
FORMS = [
    (
        "statement",
        "Tuyên bố, phát biểu tại sự kiện, họp báo",
        "Statements at events and press conferences",
        "7",
    ),
    ("spokesperson", "Phát ngôn của người phát ngôn", "Statements by spokespersons", "7"),
    ("external_activity", "Hoạt động đối ngoại", "External activities", "7"),
    (
        "missions_abroad",
        "Thông tin qua cơ quan đại diện Việt Nam ở nước ngoài",
        "Viet Nam's missions abroad",
        "7",
    ),
    (
        "national_media",
        "Sản phẩm của Thông tấn xã Việt Nam, Đài Tiếng nói Việt Nam, Đài Truyền hình Việt Nam",
        "Output of Viet Nam News Agency, Voice of Viet Nam and Viet Nam Television",
        "7",
    ),
    (
        "publications",
        "Xuất bản phẩm bằng tiếng Việt và tiếng nước ngoài",
        "Publications in Vietnamese and foreign languages",
        "8",
    ),
    ("events", "Sự kiện ở trong nước và nước ngoài", "Events at home and abroad", "8"),
    (
        "media_products",
        "Sản phẩm báo chí, truyền thông trong nước và nước ngoài",
        "Domestic and foreign media products",
        "8",
    ),
    (
        "cultural_centres",
        "Hoạt động của trung tâm văn hóa Việt Nam ở nước ngoài",
        "Viet Nam's cultural centres abroad",
        "8",
    ),
    ("cooperation", "Hoạt động hợp tác", "Cooperation activities", "8"),
]
CHANNELS = [
    (
        "external_activities",
        "Hoạt động đối ngoại của Ủy ban nhân dân",
        "External activities of the People's Committee",
    ),
    (
        "portals",
        "Cổng thông tin điện tử bằng tiếng Việt và tiếng nước ngoài",
        "Portals in Vietnamese and foreign languages",
    ),
    (
        "image_data",
        "Hệ thống dữ liệu quảng bá hình ảnh địa phương",
        "Image-promotion data system",
    ),
    ("publications", "Xuất bản phẩm", "Publications"),
    (
        "border_gates",
        "Điểm thông tin đối ngoại tại cửa khẩu quốc tế",
        "Information points at international border gates",
    ),
    ("domestic_press", "Báo chí trong nước", "Domestic press"),
    ("foreign_media", "Phương tiện truyền thông nước ngoài", "Foreign media"),
    ("internet_media", "Phương tiện truyền thông trên Internet", "Internet media"),
    (
        "foreign_press_contact",
        "Tiếp xúc, làm việc với báo chí nước ngoài",
        "Contact with the foreign press",
    ),
    (
        "big_events",
        "Hoạt động thông tin, truyền thông của các sự kiện lớn",
        "Media work of big events",
    ),
    ("other", "Phương thức hợp pháp khác", "Other lawful means"),
]


def fill(apps, schema_editor):
    Classification = apps.get_model("programme", "Classification")
    rows = [
        ("information_kind", code, vi, en, DECREE.format(article), order, DECREE_IN_FORCE)
        for order, (code, vi, en, article) in enumerate(KINDS, start=1)
    ]
    rows += [
        ("form", code, vi, en, DECREE.format(article), order, DECREE_IN_FORCE)
        for order, (code, vi, en, article) in enumerate(FORMS, start=1)
    ]
    rows += [
        ("channel", code, vi, en, CIRCULAR.format(order), order, None)
        for order, (code, vi, en) in enumerate(CHANNELS, start=1)
    ]
    for scheme, code, name_vi, name_en, legal_source, order, valid_from in rows:
        # A site that entered a row of this list by hand keeps it.
        if Classification.objects.filter(scheme=scheme, code=code).exists():
            continue
        Classification.objects.create(
            uuid=uuid7(),
            scheme=scheme,
            code=code,
            name_vi=name_vi,
            name_en=name_en,
            legal_source=legal_source,
            sort_order=order,
            valid_from=valid_from,
        )


class Migration(migrations.Migration):
    dependencies = [("programme", "0002_plans_and_reports")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=False)]
