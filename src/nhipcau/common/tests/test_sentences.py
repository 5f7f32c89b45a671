"""Sentences of news, against a set split by hand."""

import pytest

from nhipcau.common.text import sentence_spans, sentences

# Each sentence stands on its own line between bars; the joined text is what is split.
BY_HAND = [
    "TP. HCM có hơn 9 triệu dân. | Thành phố đón 8 triệu khách.",
    "ThS. Nguyễn Văn An cho biết doanh thu đạt 1.234,5 tỷ đồng. | Đó là mức cao nhất.",
    "PGS.TS. Trần Thị Bình dự hội nghị. | Bà phát biểu lúc 17.30.",
    "Ông sống ở Q. 1, TP. Hồ Chí Minh. | Con ông ở Hà Nội.",
    "Các sở, ngành, v.v. đã dự họp.",
    "Họ trồng cà phê, hồ tiêu, cao su, v.v. | Giá năm nay cao.",
    "- Chào anh! | - Chào chị, chị khỏe không? | - Tôi khỏe.",
    '"Chúng tôi rất vui." | Ông nói thêm như vậy.',
    '"Có phải vậy không?" ông hỏi. | Không ai trả lời.',
    "“Đây là cơ hội tốt!” – bà nhấn mạnh.",
    "Kết quả ra sao? | Chưa ai biết… | Nhưng hy vọng còn đó.",
    "Anh nghĩ... rồi im lặng.",
    "Nghị định 72/2015/NĐ-CP có hiệu lực từ 22.10.2015. | Các tỉnh đã triển khai.",
    "Điều 5. Kênh thông tin đối ngoại.",
    "Giá tăng 2.5%. | Nông dân phấn khởi.",
    "NSND. Y Moan hát. | Khán giả vỗ tay.",
    "Website là www.daklak.gov.vn. | Thư gửi về so@daklak.gov.vn.",
    "Dr. Smith met Mr. Jones at 5 p.m. on Monday. | They talked for an hour.",
    "He lives in the U.S. | The weather is warm.",
    "The U.S. Senate passed the bill. | It goes to the House.",
    "Shares of Apple Inc. rose 3.5%. | The market was calm.",
    '"I am glad," she said. | "Very glad."',
    'He asked: "Why now?" | Nobody answered.',
    "J. K. Rowling wrote it. | It sold well.",
    "The answer is no. | We left.",
    "See No. 5 for details. | Turn to p. 12.",
    "It rained on Jan. 5 and again on Feb. 7. | Then it stopped.",
    "Prof. Lee and Lt. Gen. Park attended. | Both spoke.",
    "Prices, costs, etc. rose. | Wages did not.",
    "It happened in 2019. | 2020 was calmer.",
    "Theo GS.TS. Lê Văn A., đề tài đã nghiệm thu. | Hội đồng xếp loại xuất sắc.",
    "BS.CKII. Trần Văn B là giám đốc bệnh viện. | Ông nhận nhiệm vụ từ tháng 5.",
    "UBND tỉnh ban hành Kế hoạch số 15/KH-UBND. | Kế hoạch có 5 nhóm nhiệm vụ.",
    "Tổng vốn là 12.345,6 tỷ đồng (khoảng 525 triệu USD). | Dự án hoàn thành năm 2026.",
    "“Chúng tôi cam kết.” | Ông nói. | “Và sẽ làm.”",
    "“Tôi rất mừng!”, chị H’Hoa nói. | Chị có 2 con.",
    "Đường dài 3 km, rộng 7 m. | Xe chạy 60 km/giờ.",
    "Thời tiết: Nắng nóng. | Nhiệt độ 35 độ C.",
    "1. Công tác chỉ đạo. | 2. Công tác tuyên truyền.",
    "a) Mục tiêu chung. | b) Mục tiêu cụ thể.",
    "Ai sẽ đầu tư?! | Chưa rõ.",
    "Đại hội lần thứ XIII. | Nghị quyết đã thông qua.",
    "Tp. Buôn Ma Thuột có 21 xã, phường. | Dân số 375.590 người.",
    "H. Krông Bông và TX. Buôn Hồ bị ngập. | Nước đang rút.",
    "Ông Y Thim Byă (SN 1956, trú tại buôn Akô Dhông, P. Tân Lợi) kể. | Ông vẫn khỏe.",
    "Xem tr. 25. | Xem thêm phụ lục.",
    "Cuộc họp kết thúc lúc 11 giờ 30. | Chiều cùng ngày, đoàn thăm Hồ Lắk.",
    "Giá 1.200 đ/kg. | Nông dân chưa bán.",
    "... Và rồi trời mưa. | Mọi người vẫn ở lại.",
    "Anh ấy nói: – Tôi đồng ý. | Chị gật đầu.",
    "Báo Đắk Lắk (baodaklak.vn) đưa tin. | Nhiều báo dẫn lại.",
    "Tác giả: Nguyễn Văn A. | Ảnh: Trần B.",
    "The meeting was chaired by Mr. Nguyen Van A. | It ended at 4.30 p.m. | Lunch followed.",
    "“We are ready,” said Ms. Tran. | “We start on Sept. 2.”",
    "Vietnam vs. Laos ended 2-0. | Fans cheered.",
    '"Is it true?" she asked. | "Yes!" he replied.',
    "The province (pop. 1.9 million) lies in the Central Highlands. | It borders Cambodia.",
    "Coffee cost $2.5 a kg. | Pepper cost $4.",
    "At 9 a.m. Monday the fair opened. | At 5 p.m. it closed.",
    "Read Decree No. 72/2015/ND-CP. | Then apply.",
    "St. Joseph's Cathedral is old. | Mt. Chu Yang Sin is high.",
    "Wait... what? | Nothing.",
    "He said (quietly.) | Then he left.",
    "i.e. the plan failed. | We tried again.",
    "E.g. rice, maize, etc. | The rest is coffee.",
    "Col. Y Bhiem spoke first. | Gen. Park replied.",
    "Figures are up 3.2 per cent. | 12 firms joined.",
    "The U.N. and the W.H.O. agreed. | Work begins in Oct. 2026.",
]


@pytest.mark.parametrize("marked", BY_HAND)
def test_sentences_are_those_that_a_person_sees(marked):
    expected = [part.strip() for part in marked.split(" | ")]
    assert sentences(" ".join(expected)) == expected


def test_a_line_break_ends_a_headline():
    assert sentences("Tiêu đề không chấm\nCâu đầu. Câu hai.") == [
        "Tiêu đề không chấm",
        "Câu đầu.",
        "Câu hai.",
    ]


def test_offsets_point_at_the_text():
    text = "  Câu một.   Câu hai!\n\n- Câu ba?  "
    assert [text[found.start : found.end] for found in sentence_spans(text)] == [
        "Câu một.",
        "Câu hai!",
        "- Câu ba?",
    ]


def test_nothing_gives_nothing():
    assert sentences(" \n\t ") == []
