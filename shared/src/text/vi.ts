import type { RefusalCode } from "../api/refusal.ts";
import type { CorrectionReason } from "../correction.ts";
import type { DeskKind } from "../directory.ts";
import type { Accused, Category, DangerNow, Level, When, Writer } from "../report.ts";
import type { Outcome, ReportStatus } from "../report-status.ts";
import type { ReasonCode } from "../triage/rules.ts";
import type { Signal } from "../triage/signals.ts";

// Words that more than one screen shows. `…Labels` are short, for staff; what a reporter reads is
// said so in its name.

export const levelLabels: Record<Level, string> = {
  emergency: "Khẩn cấp",
  high: "Cao",
  normal: "Thường",
  low: "Thấp",
  not_a_report: "Không phải tin báo",
};

export const categoryLabels: Record<Category, string> = {
  bullying: "Bắt nạt",
  physical_violence: "Bạo lực thể chất",
  sexual_abuse_harassment: "Xâm hại, quấy rối tình dục",
  self_harm_suicide: "Tự làm đau, tự tử",
  weapon: "Vũ khí, vật nguy hiểm",
  threat: "Đe dọa",
  extortion: "Trấn lột",
  drugs_stimulants: "Ma túy, chất kích thích",
  vaping_alcohol: "Thuốc lá điện tử, rượu bia",
  online_abuse: "Bạo lực trên mạng",
  online_scam: "Lừa đảo trên mạng, qua điện thoại",
  family_abuse: "Bạo hành, bỏ mặc trong gia đình",
  staff_misconduct: "Hành vi của người làm việc ở trường",
  traffic_safety: "An toàn giao thông",
  fire_safety: "Cháy nổ, điện, lối thoát",
  food_safety: "An toàn thực phẩm",
  gambling_lending: "Cờ bạc, cho vay",
  trespass_gathering: "Người lạ, tụ tập",
  theft_vandalism: "Mất đồ, phá hoại",
  facility: "Cơ sở vật chất, vệ sinh",
  counselling_request: "Xin tư vấn",
  praise: "Lời khen",
  other: "Việc khác",
};

export const accusedLabels: Record<Accused, string> = {
  peer: "Học sinh",
  staff: "Người làm việc ở trường",
  family: "Người trong gia đình",
  outsider: "Người ngoài",
  police: "Công an",
  official: "Cán bộ xã",
  unknown: "Chưa rõ ai",
  none: "Không có ai",
};

export const dangerLabels: Record<DangerNow, string> = {
  me: "Người gửi đang gặp nguy hiểm",
  someone: "Có người khác đang gặp nguy hiểm",
  unsure: "Người gửi không chắc",
  no: "Không có nguy hiểm ngay lúc gửi",
};

export const whenLabels: Record<When, string> = {
  today: "Hôm nay",
  soon: "Sắp xảy ra",
  keeps: "Lặp đi lặp lại",
  days: "Vài ngày trước",
  long_ago: "Đã lâu",
};

export const writerLabels: Record<Writer, string> = {
  pupil_primary: "Học sinh tiểu học",
  pupil_lower: "Học sinh THCS",
  pupil_upper: "Học sinh THPT",
  parent: "Phụ huynh",
  teacher: "Người làm việc ở trường",
  other: "Người khác",
  unsaid: "Không nói",
};

export const deskKindLabels: Record<DeskKind, string> = {
  school: "Nhà trường",
  police: "Công an xã",
  commune: "Phòng Văn hóa - Xã hội xã",
  department: "Sở Giáo dục và Đào tạo",
};

export const statusLabels: Record<ReportStatus, string> = {
  waiting: "Chờ người nhận",
  taken: "Đã có người nhận",
  closed: "Đã đóng",
};

/** The writer reads these by the receipt; the console quotes them before it closes a report. */
export const statusForReporter: Record<ReportStatus, string> = {
  waiting: "Đã tới nơi, đang chờ người nhận",
  taken: "Đã có người nhận và đang lo việc này",
  closed: "Việc này đã khép lại. Em vẫn viết thêm được bất cứ lúc nào.",
};

export const outcomeLabels: Record<Outcome, string> = {
  safe_now: "Đã liên lạc được, hiện an toàn",
  safety_plan: "Đã lập kế hoạch giữ an toàn",
  counselling: "Đã tư vấn",
  family_told: "Đã báo gia đình, không nêu người gửi",
  medical_care: "Đã chăm sóc y tế",
  school_measures: "Nhà trường đã có biện pháp giáo dục",
  police_action: "Công an đã xử lý",
  passed_on: "Đã chuyển cơ quan khác",
  already_known: "Việc đã được biết và đang xử lý",
  not_enough_detail: "Chưa đủ chi tiết, đã hỏi lại",
  unfounded_good_faith: "Không có căn cứ, người gửi có ý tốt",
  knowingly_false: "Cố ý báo sai",
  prank: "Đùa nghịch",
  test: "Thử hệ thống",
  duplicate: "Trùng với tin khác",
};

/** Why a report has its level, to follow "vì". */
export const reasonLabels: Record<ReasonCode, string> = {
  "danger-now": "có người đang gặp nguy hiểm ngay lúc gửi",
  "danger-unsure": "người gửi không chắc có ai đang nguy hiểm hay không",
  "self-harm-now": "chuyện tự làm đau hoặc không muốn sống, hôm nay hoặc sắp tới",
  "self-harm": "có chuyện tự làm đau hoặc không muốn sống",
  "weapon-today": "có vũ khí, hôm nay hoặc sắp tới",
  weapon: "có vũ khí trong những ngày gần đây",
  "weapon-past": "có nhắc tới vũ khí, chuyện đã qua",
  "violence-planned": "có hẹn đánh nhau hoặc bạo lực sắp xảy ra",
  "violence-keeps": "bạo lực lặp đi lặp lại",
  "violence-by-adult": "người gây bạo lực có thể là người lớn",
  "threat-today": "lời đe dọa cho hôm nay hoặc sắp tới",
  threat: "có đe dọa",
  "sexual-abuse-now": "xâm hại hoặc quấy rối hôm nay, sắp tới hoặc còn tiếp diễn",
  "sexual-abuse": "có xâm hại hoặc quấy rối tình dục",
  "family-abuse-now": "không an toàn ở nhà, hôm nay hoặc sắp tới",
  "family-abuse": "có bạo hành hoặc bỏ mặc trong gia đình",
  extortion: "có trấn lột",
  drugs: "có ma túy hoặc chất kích thích",
  "staff-harm": "có tổn hại nặng, và người bị phản ánh làm việc ở trường",
  "staff-keeps": "người làm việc ở trường bị phản ánh nhiều lần",
  "fire-hazard-in-use": "nguy cơ cháy, điện ở nơi đang sử dụng",
  "matter-between-people": "chuyện giữa người với người, cần xem trong ngày học",
  "risk-around-school": "rủi ro quanh trường, cần xem trong ngày học",
  "asks-for-counsel": "người gửi muốn được tư vấn",
  "other-current": "việc khác đang hoặc sắp xảy ra",
  suggestion: "góp ý, cơ sở vật chất hoặc lời khen",
  "words-wish-to-die": "lời kể có ý không muốn sống",
  "words-goodbye": "lời kể như lời từ biệt",
  "words-hurting-now": "lời kể cho thấy người đó có thể đang tự làm đau nặng",
  "words-weapon-here": "lời kể có vũ khí đang ở gần",
  "words-fight-today": "lời kể có hẹn đánh nhau trong hôm nay",
  "words-violence-now": "lời kể có bạo lực đang diễn ra",
  "words-threat-today": "lời kể có đe dọa, có hẹn giờ trong hôm nay",
  "words-abuser-still-near": "lời kể cho thấy người xâm hại vẫn ở gần",
  "words-home-danger-now": "lời kể cho thấy ở nhà đang nguy hiểm",
  "words-child-led-away": "lời kể có trẻ bị dẫn đi hoặc mất liên lạc",
  "words-injured-untreated": "lời kể có người bị thương chưa được chữa",
  "words-drugs-collapse": "lời kể có người nguy kịch sau khi dùng chất lạ",
  "words-hazard-now": "lời kể có cháy, điện giật hoặc tai nạn đang xảy ra",
  "words-illness-now": "lời kể có người ngộ độc hoặc nguy kịch lúc này",
  "words-lender-at-door": "lời kể có người đòi nợ tới tận nơi",
  "words-reads-as-emergency": "cả đoạn kể cho thấy việc khẩn cấp",
  "words-hurting-oneself": "lời kể có chuyện tự làm đau",
  "words-withdrawn": "lời kể có dấu hiệu thu mình, đáng lo",
  "words-weapon": "lời kể có vũ khí, chưa ở ngay đây",
  "words-fight-planned": "lời kể có hẹn đánh nhau hôm khác",
  "words-violence": "lời kể có bạo lực nặng hoặc lặp lại",
  "words-threat": "lời kể có đe dọa",
  "words-abuse": "lời kể có dấu hiệu xâm hại hoặc quấy rối",
  "words-home-harm": "lời kể có bạo hành hoặc bỏ mặc ở nhà",
  "words-luring": "lời kể có người rủ rê hoặc theo dõi trẻ",
  "words-drugs": "lời kể có ma túy hoặc chất kích thích",
  "words-extortion": "lời kể có trấn lột",
  "words-staff-harm": "lời kể cho thấy người làm việc ở trường gây tổn hại",
  "words-hazard": "có chỗ hoặc đồ vật nguy hiểm vẫn đang dùng",
  "words-debt-threat": "lời kể có nợ nần hoặc ép buộc tiền bạc",
  "words-online-harm": "lời kể có tổn hại nặng trên mạng",
  "words-bullying-harm": "lời kể cho thấy bắt nạt đã gây tổn hại nặng",
  "words-reads-as-high": "cả đoạn kể cho thấy việc nghiêm trọng",
};

/** Why staff gave a report another level, to follow "vì". */
export const correctionReasonLabels: Record<CorrectionReason, string> = {
  danger_is_nearer: "nguy hiểm gần hơn hoặc nặng hơn lúc đầu thấy",
  more_at_risk: "có thêm người có thể gặp nguy hiểm",
  danger_is_over: "nguy hiểm đã qua, người cần giúp đã an toàn",
  not_meant: "câu chữ nghe nặng nhưng người viết không có ý đó",
  handled_elsewhere: "việc này đang được xử lý ở một tin khác",
  told_more: "người gửi đã kể thêm",
  checked_with_people: "đã hỏi người có mặt hoặc người trong cuộc",
  other_knowledge: "bàn biết thêm từ nguồn khác",
  wrong_matter: "lúc đầu đọc nhầm sang việc khác",
};

export const signalLabels: Record<Signal, string> = {
  wish_to_die: "Ý không muốn sống",
  goodbye: "Lời từ biệt, dặn dò",
  hurting_now: "Đang tự làm đau, nguy hiểm",
  weapon_here: "Vũ khí ở gần",
  fight_today: "Hẹn đánh nhau hôm nay",
  violence_now: "Bạo lực đang diễn ra",
  threat_today: "Đe dọa trong hôm nay",
  abuser_still_near: "Người xâm hại vẫn ở gần",
  home_danger_now: "Ở nhà đang nguy hiểm",
  child_led_away: "Trẻ bị dẫn đi, mất liên lạc",
  injured_untreated: "Bị thương chưa được chữa",
  drugs_collapse: "Nguy kịch sau khi dùng chất lạ",
  hazard_now: "Cháy, tai nạn đang xảy ra",
  illness_now: "Đang có người ngộ độc, nguy kịch",
  lender_at_door: "Người đòi nợ đã tới",
  reads_as_emergency: "Cả đoạn cho thấy việc khẩn cấp",
  hurting_oneself: "Tự làm đau",
  withdrawn: "Thu mình, dấu hiệu đáng lo",
  weapon: "Vũ khí cất giữ",
  fight_planned: "Hẹn đánh nhau hôm khác",
  violence: "Bạo lực nặng hoặc lặp lại",
  threat: "Đe dọa",
  abuse: "Xâm hại, quấy rối",
  home_harm: "Bạo hành, bỏ mặc ở nhà",
  luring: "Rủ rê, theo dõi",
  drugs: "Ma túy, chất kích thích",
  extortion: "Trấn lột",
  staff_harm: "Người của trường làm tổn hại",
  hazard: "Chỗ, đồ vật nguy hiểm đang dùng",
  debt_threat: "Nợ, ép buộc tiền bạc",
  online_harm: "Tổn hại trên mạng",
  bullying_harm: "Bắt nạt gây tổn hại nặng",
  reads_as_high: "Cả đoạn cho thấy việc nghiêm trọng",
  says_now: "Nói là đang xảy ra",
  says_today: "Có hẹn giờ trong hôm nay hoặc sáng mai",
  says_later: "Nói tới một ngày sau",
  says_again: "Nói là lặp lại nhiều lần",
  says_past: "Nhắc chuyện đã lâu",
  says_over: "Nói là đã xong, đã ổn",
  says_denied: "Có lời phủ định",
  says_taken_back: "Có lời rút lại",
  says_joke: "Có lời đùa, nói quá hoặc chuyện trò chơi",
  says_quoted: "Có lời trích, truyện, phim, bài học",
  says_supposed: "Hỏi giả định",
  says_staff: "Có nói về người làm việc ở trường",
  says_authority: "Có nói về công an hoặc cán bộ xã",
};

/** What a person reads when a door says no. */
export const refusalText: Record<RefusalCode, string> = {
  malformed: "Nội dung gửi lên chưa đúng dạng. Xin tải lại trang rồi thử lại.",
  "too-large": "Nội dung gửi lên quá lớn. Xin bớt ảnh hoặc viết ngắn hơn.",
  "not-found": "Không tìm thấy mục này.",
  "too-many-requests": "Đang có nhiều lượt gửi. Xin thử lại sau ít phút.",
  "puzzle-needed": "Máy cần thêm một chút thời gian để gửi. Xin giữ trang này mở.",
  "desks-changed": "Danh sách nơi nhận vừa thay đổi. Máy đang gửi lại, không cần viết lại.",
  "form-changed": "Biểu mẫu đã có bản mới. Xin tải lại trang.",
  "no-such-receipt": "Chưa tìm thấy tin nào với mã này. Xin xem lại từng số.",
  "photo-not-expected": "Ảnh này không thuộc tin đã gửi.",
  "bad-address": "Số điện thoại hoặc email này chưa đúng dạng.",
  "photo-damaged": "Ảnh chưa tới nơi trọn vẹn. Máy sẽ gửi lại.",
  "signed-out": "Phiên làm việc đã hết. Xin đăng nhập lại.",
  "sign-in-refused": "Chưa đăng nhập được. Xin kiểm tra email, cụm mật khẩu và mã 6 số.",
  "invitation-spent": "Lời mời này không còn dùng được. Xin hỏi người đã mời để nhận lời mời mới.",
  "wrong-page": "Yêu cầu không đến từ bàn tiếp nhận. Xin mở lại bàn tiếp nhận rồi thử lại.",
  "not-now": "Lúc này chưa làm được việc này, vì tin đã đổi trạng thái. Xin tải lại trang.",
  "already-taken": "Tin này đã có người nhận.",
  "needs-colleague": "Việc này cần một người khác làm.",
  "leads-only": "Việc này do người phụ trách bàn làm.",
  unavailable: "Hệ thống đang bận. Xin thử lại sau ít phút.",
  internal: "Có lỗi ở phía hệ thống. Xin thử lại sau ít phút.",
};

/** Where a member of staff needs other words than a reporter. They fit every page of the console. */
export const staffRefusalText: Record<RefusalCode, string> = {
  ...refusalText,
  "not-found": "Không tìm thấy, hoặc không thuộc bàn tiếp nhận của anh/chị.",
  "too-many-requests": "Thao tác quá nhanh. Xin đợi ít phút rồi thử lại.",
  "desks-changed": "Khóa của bàn nhận vừa thay đổi. Xin làm lại.",
  "not-now": "Vừa có thay đổi. Xin xem lại rồi thử lại.",
  "photo-damaged": "Ảnh này bị hỏng hoặc không dùng được. Xin chọn lại ảnh.",
  "needs-colleague": "Anh/chị là người viết bản này, nên cần một đồng nghiệp khác duyệt và đăng.",
  malformed: "Nội dung gửi lên chưa đúng dạng. Xin xem lại rồi thử lại.",
};
