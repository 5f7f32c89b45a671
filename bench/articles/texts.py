"""The articles: our own words about invented, unnamed events; nobody real is quoted."""

# ruff: noqa: E501 - texts are as long as texts are

from dataclasses import dataclass


@dataclass(frozen=True)
class Article:
    """What an article says, whatever it is printed in.

    Attributes:
        headline: Plain text.
        lead: First paragraph.
        body: The other paragraphs.
        captions: Texts under photographs.
        author: As printed.
    """

    headline: str
    lead: str
    body: tuple[str, ...]
    captions: tuple[str, ...]
    author: str

    @property
    def paragraphs(self) -> list[str]:
        """Lead and body."""
        return [self.lead, *self.body]


FESTIVAL = Article(
    "Buôn làng mở hội đón khách phương xa",
    "Sáng 12-3, hàng nghìn người dân và du khách đã có mặt tại quảng trường trung tâm để dự "
    "ngày hội văn hóa các dân tộc, mở đầu cho chuỗi hoạt động quảng bá hình ảnh địa phương.",
    (
        "Theo Ban Tổ chức, ngày hội năm nay có sự tham gia của 15 đoàn nghệ nhân trong tỉnh và 3 "
        "đoàn đến từ các địa phương kết nghĩa của nước bạn Lào, Campuchia.",
        "“Chúng tôi mang đến đây tiếng khèn và điệu múa của bản mình”, một nghệ nhân trong đoàn "
        "khách chia sẻ khi vừa rời sân khấu.",
        "Trong ba ngày, du khách được xem trình diễn cồng chiêng, thi giã gạo, thưởng thức ẩm thực "
        "và tham quan không gian trưng bày 120 bức ảnh về đất và người cao nguyên.",
        "Dự kiến, ngày hội sẽ bế mạc vào tối 14-3 với chương trình nghệ thuật tổng hợp; kinh phí "
        "khoảng 1,2 tỷ đồng được huy động từ nguồn xã hội hóa.",
    ),
    (
        "Đội cồng chiêng của buôn biểu diễn trong lễ khai mạc. Ảnh: Hoài Nam",
        "Du khách nước ngoài học dệt thổ cẩm cùng các nghệ nhân.",
    ),
    "Hoài Nam",
)
COFFEE = Article(
    "Xuất khẩu cà phê đặc sản: Đường dài cần bước vững",
    "Sau 5 năm xây dựng thương hiệu, cà phê đặc sản của tỉnh đã có mặt tại hơn 20 thị trường; "
    "tuy nhiên, để đi xa hơn, người trồng cần liên kết chặt chẽ với doanh nghiệp.",
    (
        "Nâng chất lượng từ vườn cây",
        "Tại hợp tác xã ở xã vùng ven, 45 hộ thành viên đang chăm sóc 60 ha cà phê theo hướng hữu "
        "cơ. Mỗi vụ, các hộ chỉ hái quả chín, tỷ lệ đạt trên 95%.",
        "Giá thu mua cao hơn thị trường từ 10.000 đến 15.000 đồng/kg, nhờ vậy nhiều hộ yên tâm đầu "
        "tư sân phơi, nhà màng và máy phân loại.",
        "Mở lối ra thị trường",
        "Ngành chức năng cho biết sẽ tiếp tục đưa doanh nghiệp tham gia các hội chợ quốc tế, đồng "
        "thời xây dựng bộ tài liệu giới thiệu bằng tiếng Anh, tiếng Hàn và tiếng Nhật.",
        "Các chuyên gia cũng khuyến nghị doanh nghiệp sớm chuẩn bị hồ sơ truy xuất nguồn gốc để đáp "
        "ứng quy định mới của thị trường châu Âu.",
    ),
    (
        "Nông dân phơi cà phê nhân trong nhà màng.",
        "Khách hàng quốc tế thử nếm cà phê tại một hội chợ trong nước. Ảnh: Tư liệu",
        "Đóng gói sản phẩm trước khi xuất khẩu.",
    ),
    "Minh Thuận - Thu Hà",
)
DELEGATION = Article(
    "Tiếp đoàn công tác của địa phương kết nghĩa",
    "Chiều 26/9, lãnh đạo tỉnh tiếp xã giao đoàn đại biểu của một địa phương kết nghĩa đến thăm "
    "và làm việc, trao đổi về hợp tác nông nghiệp, giáo dục.",
    (
        "Tại buổi tiếp, hai bên thông báo cho nhau tình hình kinh tế - xã hội và thống nhất duy trì "
        "cơ chế trao đổi đoàn hằng năm, nhất là giữa lực lượng bảo vệ biên giới.",
        "Trước mắt, trường cao đẳng của tỉnh sẽ tiếp nhận thêm 20 lưu học sinh theo học các ngành "
        "nông nghiệp và y tế, với học bổng toàn phần.",
        "Cũng trong chuyến thăm, đoàn đã khảo sát mô hình trồng cây ăn trái và nhà máy chế biến tại "
        "khu công nghiệp.",
    ),
    ("Quang cảnh buổi tiếp.", "Hai bên trao quà lưu niệm."),
    "Lê Hương",
)
BRIEF = Article(
    "Khai mạc lớp bồi dưỡng kỹ năng thông tin đối ngoại",
    "Ngày 5/11, Ban Tuyên giáo và Dân vận Tỉnh ủy khai mạc lớp bồi dưỡng kỹ năng thông tin đối "
    "ngoại năm 2025 cho gần 200 học viên.",
    (
        "Học viên được giới thiệu các chuyên đề về tình hình thế giới, khu vực, kỹ năng viết tin "
        "bằng tiếng Anh và cách cung cấp thông tin cho phóng viên nước ngoài.",
        "Lớp học diễn ra trong hai ngày, kết hợp giữa nghe giảng và thực hành.",
    ),
    ("Các học viên dự lớp bồi dưỡng.",),
    "Thanh Thủy",
)
ENGLISH = Article(
    "Highland province opens its doors to young travellers",
    "The provincial tourism department on 12 March introduced four new routes that take young "
    "visitors from the coffee hills to the sea within a single day.",
    (
        "Each route combines a homestay in a village of gong players with a morning on a farm and "
        "an afternoon on the coast, about 180 kilometres away.",
        "Guides have been trained in English, Korean and Lao, and signposts along the way now "
        "carry two languages.",
        "“Visitors ask for stories, not for monuments,” said one of the guides during the launch.",
    ),
    ("Travellers cross a suspension bridge near the lake. Photo: Nguyen Binh",),
    "Nguyen Binh",
)
