"""The words that make up names of agencies, and the marks between them."""

import re

# Words that begin the name of a body. They count only when the writer capitalised them.
HEADS = (
    r"Sở|Ban(?!(?i: hành))|Văn phòng|VP|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Công an|CA|Quân sự|"
    r"Biên phòng|Bộ(?!(?i: tài| ảnh| phim| sách| chỉ số| tiêu| nhận))|BCH|BĐBP|"
    r"Báo(?!(?i: cáo| chí))|Đài|LĐLĐ|LHHN|Trung tâm|TT|Tỉnh đoàn|"
    r"Hội(?!(?i: nghị| thảo| chợ| nhập| thi| diễn| đàm| họp))|Liên hiệp|Liên minh|Liên đoàn|"
    r"Đoàn(?!(?i: ra| vào| công tác| phóng| khách| ngoại))|Chi cục|Cục|Công ty|Tổng công ty|"
    r"Trường(?!(?i: hợp))|Viện(?!(?i: trợ))|Mặt trận|MTTQ|UBMTTQ|UBMT|"
    r"Phòng(?!(?i:,? chống| ngừa))|Thường trực|Tổ(?!(?i: chức))|Thông tấn xã|TTXVN|VTV|VOV|"
    r"Bảo tàng|Thư viện|Nhà(?!(?i: báo))|Hiệp hội|Ngân hàng|Kho bạc|Thanh tra|Tòa án|Toà án|"
    r"Viện kiểm sát|Đảng ủy|Đảng uỷ|Tỉnh ủy|Tỉnh uỷ|Huyện ủy|Huyện uỷ|Thành ủy|Thị ủy|BQL|"
    r"BTG|BTGTU|BCĐ|Tổng Lãnh sự quán|Đại sứ quán|Cổng|Hải quan|Bưu điện|Viễn thông|Cơ quan|"
    r"Đơn vị|Doanh nghiệp|Địa phương|Các|Lãnh đạo|Chủ tịch|Huyện|Thị xã|Thành phố|TP|TX|"
    r"Xã(?!(?i: hội))|Phường|Học viện|Đại học|Tạp chí|Nxb|NXB|Vườn|Cảng|Công đoàn|"
    r"Khối(?!(?i: lượng))|Tập đoàn|Quỹ|Câu lạc bộ|Sân bay|Hãng|Lữ đoàn|Binh đoàn|Quân khu|"
    r"Bệnh viện|Tòa soạn|Một số|Toàn thể|Tất cả|Vụ(?!(?i: việc| mùa| án))|Đảng đoàn|Đảng bộ|"
    r"Thành viên|Chủ đầu tư|Thành đoàn|Huyện đoàn|Ngành|Đồn|Bảo hiểm|Điện lực|Công đoàn|Nhóm"
)
COMMON_HEADS = (
    "các|cơ quan|đơn vị|địa phương|doanh nghiệp|một số|những|toàn thể|tất cả|cùng các|báo, đài|"
    "lực lượng|chính quyền|tổ chức|cá nhân"
    r"|(?:sở|ban|báo|đài|hội)(?=\s+[A-ZĐ])|công an(?=\s+(?:tỉnh|huyện|thành))|ủy ban|văn phòng"
)
HEAD = re.compile(
    rf"(?:(?:{HEADS})(?![\w])|(?:{COMMON_HEADS})(?![\w])|[A-ZĐ]{{2,}}(?:&[A-ZĐ]+)*\b)"
)
PLURAL = re.compile(r"^(?:các|một số|những|toàn thể|tất cả|cùng các)\b", re.I)
SEVERAL_BODIES = re.compile(
    r"^(?:các|một số|toàn thể|tất cả)\s+(?:các\s+)?(?:sở|ban|ngành|cơ quan|đơn vị|địa phương|huyện|"
    r"hội|báo|đài|đoàn thể|doanh nghiệp|trường|xã|tổ chức|thành viên)\b",
    re.I,
)
SUBDIVISIONS = re.compile(r"\b(?:các)\s+(?:huyện|quận|thị xã|TX|xã|phường|thành phố|TP)\b")
SUBDIVISION = re.compile(
    r"^(?:huyện|quận|thị xã|thành phố|TX|TP|xã|phường|thị trấn|đặc khu)\b", re.I
)
# Fields of provincial departments, folded: they stand alone in “các sở: Ngoại vụ, Tài chính”.
FIELDS = frozenset(
    {
        "ngoai vu", "tai chinh", "cong thuong", "thong tin va truyen thong", "tttt", "tt&tt",
        "noi vu", "tu phap", "xay dung", "y te", "giao thong van tai", "giao duc va dao tao",
        "khoa hoc va cong nghe", "tai nguyen va moi truong", "ke hoach va dau tu", "kh&dt",
        "nong nghiep va phat trien nong thon", "nong nghiep va moi truong", "du lich",
        "van hoa, the thao va du lich", "lao dong, thuong binh va xa hoi", "vhttdl", "vhtt&dl",
        "lao dong - thuong binh va xa hoi", "dan toc va ton giao", "van hoa va the thao", "gd&dt",
        "khcn", "kh&cn", "nn&ptnt", "ldtbxh", "ld-tbxh", "tn&mt", "gtvt", "khdt", "gddt",
    }
)  # fmt: skip
FIELD_WORDS = (
    "Ngoại vụ|Tài chính|Công Thương|Thông tin|Nội vụ|Tư pháp|Xây dựng|Y tế|Giao thông|Giáo dục|"
    "Khoa học|Tài nguyên|Kế hoạch|Nông nghiệp|Du lịch|Văn hóa|Văn hoá|Lao động|Dân tộc|TT&TT|"
    "VHTT&DL|VHTTDL|KH&ĐT|GD&ĐT|KH&CN|NN&PTNT|TN&MT|GTVT|TTTT"
)
# Abbreviations that stand for a field where the word “Sở” is said once.
SHORT_FIELD = re.compile(
    r"(?:[A-ZĐ]{2,}|[A-ZĐ]{1,4}(?:,\s?[A-ZĐ]{1,4})?(?:&[A-ZĐ]+)+|NgV|LĐ-?TB&?XH)"
)
# Names with commas inside, folded, each as the part before and the part after the comma.
INSIDE = re.compile(
    r"vh,\s*tt|van hoa,? the thao|van hoa, thong tin|the thao, du lich|the thao, gia dinh|"
    r"thuong mai, (?:dau tu|du lich)|dau tu, (?:thuong mai|du lich)|phat thanh,? truyen hinh|"
    r"lao dong, thuong binh|bao, dai|bao chi, (?:tuyen truyen|truyen thong|phat thanh|xuat ban)|"
    r"van hoc, nghe thuat|khoa hoc, ky thuat|hoa binh, doan ket|doan ket, huu nghi"
)
# One office that serves two elected bodies.
SHARED_OFFICE = re.compile(
    r"\b(?:văn phòng|VP)\s*(?:Thường trực\s+)?(?:HĐND|Hội đồng nhân dân|Đoàn ĐBQH|"
    r"Đoàn đại biểu Quốc hội)(?:\s+(?:tỉnh|xã|huyện|thành phố))?\s*$",
    re.I,
)
ELECTED = re.compile(r"(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)\b", re.I)
# Two halves of one abbreviated name, at the end of the text before “và”.
JOINED_LETTERS = re.compile(
    r"\b(?:TT và TT|PT và TH|PTTH và TT|VH và TT|VHTT và DL|VH, TT và DL|KH và CN|KH và ĐT|"
    r"GD và ĐT|TN và MT|NN và MT|NN và PTNT)(?![\w&])"
)
LATTER_HALF = re.compile(r"(?:PTNT|TT|ĐT|MT|CN|DL|TBXH|XH|TTDL|TT&DL)(?![\w&])")
# Abbreviations that name a body by themselves.
OWN_NAMES = frozenset(
    {"UBND", "HĐND", "MTTQ", "UBMTTQ", "BĐBP", "BCHQS", "TTXVN", "VTV", "VOV", "BTG", "BTGTU",
     "BCĐ", "BQL", "VPUBND", "LĐLĐ", "VHNT", "VNPT", "BTV", "CAND", "PTTH", "PT&TH", "CHQS"}
)  # fmt: skip
BULLET = re.compile(r"^\s*(?:[-–—+•*·▪●◦]|\(?\d{1,2}[.)](?=\s)|[a-zđ][.)](?=\s))\s*")
NONE = frozenset({"", "khong", "khong co", "x", "0", "/", "khong phoi hop"})
TAIL = re.compile(r"[\s,;.:]+$")
ET_CETERA = re.compile(r"(?:[\s,;]*(?:…|\.{3,}|v\.\s?v\.?\.*|vv\.?))+\W*$", re.I)
LABEL = re.compile(
    r"^(?:-\s*)?(?:cơ quan|đơn vị|các cơ quan|các đơn vị)?\s*(?:chủ trì|phối hợp|"
    r"chủ trì thực hiện)\s*:\s*",
    re.I,
)
LEADS = re.compile(
    r"\s*(?:,\s*)?(?:là (?:cơ quan|đơn vị)\s*)?\b(?:chủ trì|làm đầu mối|đầu mối)\b", re.I
)
JOINS = re.compile(
    r"\s*[,;.\n]?\s*(?:và\s+)?(?:(?:cơ quan|đơn vị|các cơ quan|"
    r"các đơn vị)\s+)?phối hợp\s*(?:với|cùng|:)?\s*(?:với)?\s*",
    re.I,
)
