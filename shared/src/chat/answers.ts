import type { Accused, DangerNow, When } from "../report.ts";
import { type Saying, sayings } from "./listening.ts";

/** Short answers and small talk, as whole messages. To be reviewed by people who read such messages. */
export const yes = sayings(
  "có|có ạ|dạ có|vâng|vâng ạ|dạ|dạ vâng|ừ|ừm|ừa|ờ|uk|uh|uhm|ukm|um|ok|oke|okê|okay|okie|okela|okla|oki|ok luôn|được|được ạ|được luôn|đồng ý|đồng ý ạ|tôi đồng ý|em đồng ý|mình đồng ý|đồng ý luôn|nhất trí|chấp nhận|tiếp tục|tiếp|tiếp đi|tiếp tục đi|yes|yep|yeah|sure|đúng|đúng rồi|đúng vậy|phải|phải rồi|chuẩn|chuẩn rồi|có chứ|chắc chắn|vẫn muốn|vẫn kể|vẫn tiếp tục|làm đi|rồi|hiểu rồi|em hiểu|em hiểu rồi|biết rồi",
);

export const no = sayings(
  "không|dạ không|không có|không phải|không đâu|không cần|không đồng ý|chưa|no|nope|nah|không được|không muốn|chả|hông|hổng|đâu có|không sao|không bị|không ai|không có ai",
);

export const send = sayings(
  "gửi|gửi đi|gửi luôn|gửi giúp|gửi ngay|xong|xong rồi|xong rồi ạ|em kể xong rồi|kể xong rồi|kể xong|em xong rồi|hết|hết rồi|hết chuyện|vậy thôi|thế thôi|có vậy thôi|chỉ vậy thôi|chỉ có vậy thôi|chỉ thế thôi|chỉ có thế|chỉ có thế thôi|xong gửi đi|send|done|rồi gửi đi|xong gửi|gửi giúp em|hoàn tất|hoàn thành|nộp",
);

export const greetings = sayings(
  "chào|xin chào|chào bạn|chào ad|chào admin|chào bot|chào anh|chào chị|chào cô|chào thầy|chào shop|chào mọi người|chào buổi sáng|chào buổi tối|em chào|em chào cô|em chào thầy|em chào ad|cháu chào|con chào|hi|hii|hello|helo|hellu|hé lô|hế lô|hê lô|hey|heyy|hé|alo|alô|a lô|ad ơi|bạn ơi|bot ơi|cô ơi|thầy ơi|anh ơi|chị ơi|này|có ai không|có ai đây không|có ai ở đó không|ai đó không|có ai đó không|có ở đó không|good morning|good evening|chúc buổi sáng|halo|chào nha|lô|xin chào mọi người|có đó không",
);

export const thanks = sayings(
  "cảm ơn|cám ơn|cảm ơn ạ|cảm ơn nhiều|cảm ơn bạn|cảm ơn ad|em cảm ơn|em cám ơn|con cảm ơn|mình cảm ơn|cảm ơn cô|cảm ơn thầy|thank you|thank|thanks you|tks|thks|ty|thank u|thanks|cảm ơn rất nhiều|cảm ơn mọi người|cảm ơn anh|cảm ơn chị|bye|tạm biệt|chào tạm biệt|bai|bái bai|pp|bye bye|tốt quá|hay quá|tuyệt|tuyệt vời|good|nice|thả tim|yêu quá|cảm ơn trường|cảm ơn đã giúp|cảm ơn vì đã giúp|biết ơn|đa tạ",
);

/** Words that nobody means kindly. Whole messages, or anywhere in a short one that tells nothing else. */
export const insults = {
  whole: sayings(
    "ngu|ngốc|đồ ngốc|đồ ngu|bot ngu|ngu vậy|ngu thế|ngu quá|dốt|dở|dở hơi|vô dụng|rác|rác rưởi|điên|điên à|khùng|hâm|đồ điên|cút|cút đi|câm|câm mồm|im|im đi|im mồm|chó|đồ chó|lừa đảo|chán|chán thế|chán phèo|xàm|xàm vãi|nhảm|nhảm nhí|tào lao|fuck|fuck you|shit|stupid|idiot|đm|dm|đcm|dcm|vcl|vl|vãi|clgt|cc|cl|cmm|đmm|dmm|vkl|đkm|óc chó|óc lợn|như hạch|tệ|dở tệ|chậm như rùa|phế|vãi chưởng",
  ),
  within: sayings(
    "đồ ngốc|bị khùng|bot như|như rác|đồ ngu|bot ngu|ngu như|óc chó|óc lợn|mẹ mày|bố mày|cha mày|má mày|tiên sư|đồ chó|thằng chó|con chó này|đồ khốn|khốn nạn|mất dạy|đồ rác|đồ điên|đồ dở hơi|đồ vô dụng|vô dụng vãi|đéo|cút đi|cút mẹ|câm mồm|im mồm|dm|đm|đcm|dcm|vcl|đmm|fuck|bullshit|stupid bot|ngu vãi|ngu thế|dở thế|ngu vậy|rác rưởi|ngáo à|bị ngáo|bị điên|ăn hại|vô dụng|như cc|ngu vừa|mà ngu|như đồ|như đứa|như cứt|như hạch|như lồn|câm đi",
  ),
  /** Only with their tone marks: without them each is an everyday word. */
  marked: sayings("lồn|cặc|buồi|địt|đụ|đĩ|cứt"),
};

/** Cries for help that are too short or too foreign for the reader of reports. Better once too often. */
export const cries = {
  whole: sayings("cứu|cứu cứu|cứu a|chết mất|nguy hiểm"),
  marked: sayings("chém|hiếp|súng"),
  within: sayings(
    "cứu em|cứu mình|cứu tôi|cứu con|cứu cháu|cứu với|cứu bạn em|cứu nó|cấp cứu|sos|help me|save me|please help|nguy hiểm quá|đang nguy hiểm|đang gặp nguy hiểm|nguy kịch|sắp chết|muốn chết|không muốn sống|chết đi cho|giết em|giết con|giết tôi|giết nó|kill me|kill myself|kill him|kill her|want to die|wanna die|suicide|suicidal|hurt myself|cut myself|hurting me|hit me|hits me|hitting me|beating me|beat me|beats me|touch me|touched me|touches me|rape|raped|knife|gun|has a gun|in danger|being followed|following me|cháy rồi|cháy nhà|đang cháy|cháy ở|bị cháy|có cháy|cháy lớp|cháy trường|cháy phòng|bốc cháy|chết người|đâm chết|gọi công an|gọi cấp cứu|gọi cứu hỏa|gọi xe cấp cứu|bất tỉnh|ngất xỉu|không thở|tự tử|tự sát|nhảy lầu|rạch tay|thuốc ngủ|thuốc sâu|thuốc trừ sâu|thuốc chuột|vỉ thuốc|bị hiếp|hiếp dâm|bị bắt cóc|bắt cóc|sợ quá cứu|giết người|mang dao|cầm dao|mang súng|có súng|rút dao|mã tấu|uống nhiều thuốc|li bì|mê man|không tỉnh|bất động|co giật|chảy máu|máu nhiều|ngừng thở|đánh em|đánh bạn em|đánh con|đánh cháu|bóp cổ",
  ),
};

/** Who is named, when that was the question. The gravest first: a teacher named beside a pupil is a teacher. */
export const accusedWays: readonly (readonly [Accused, readonly Saying[]])[] = [
  [
    "staff",
    sayings(
      "thầy|cô|thầy cô|giáo viên|thầy giáo|cô giáo|hiệu trưởng|hiệu phó|bảo vệ|nhân viên|người của trường|người làm ở trường|giám thị|bảo mẫu|cấp dưỡng|chủ nhiệm|ban giám hiệu|nhà trường|người trường|teacher",
    ),
  ],
  ["police", sayings("công an|cảnh sát|police|công an viên")],
  ["official", sayings("cán bộ xã|cán bộ|ủy ban|chủ tịch|trưởng thôn|người của xã|xã")],
  [
    "family",
    sayings(
      "bố|mẹ|ba|má|cha|bố mẹ|ba mẹ|cha mẹ|dượng|ông|bà|chú|bác|cậu|dì|anh trai|chị gái|người nhà|gia đình|trong nhà|cha dượng|bố dượng|mẹ kế|anh họ|họ hàng",
    ),
  ],
  [
    "outsider",
    sayings(
      "người lạ|người ngoài|ngoài trường|thanh niên|người ngoài trường|hàng xóm|người trên mạng|chủ nợ|xe ôm|tài xế|giang hồ|côn đồ",
    ),
  ],
  [
    "peer",
    sayings(
      "bạn|bạn cùng lớp|bạn học|học sinh|các bạn|mấy bạn|lớp trên|anh lớp trên|đàn anh|đàn chị|bạn khác|cùng trường|nhóm bạn|học trò",
    ),
  ],
  ["none", sayings("không ai|không có ai|không phải ai|tự em|chính em|bản thân")],
  ["unknown", sayings("không biết|không rõ|chưa rõ|chưa biết|ai đó|không nhớ|không chắc")],
];

export const whenWays: readonly (readonly [When, readonly Saying[]])[] = [
  [
    "today",
    sayings(
      "hôm nay|bây giờ|vừa nãy|vừa xong|mới đây|sáng nay|trưa nay|chiều nay|nãy|lúc nãy|đang|vừa mới|mới nãy|tối nay",
    ),
  ],
  ["soon", sayings("mai|ngày mai|sắp|sắp tới|tuần sau|mốt|tuần tới|lát nữa|tí nữa")],
  [
    "keeps",
    sayings(
      "ngày nào cũng|suốt|nhiều lần|liên tục|thường xuyên|hoài|vẫn còn|lúc nào cũng|mãi|lâu nay|lặp lại|kéo dài",
    ),
  ],
  [
    "days",
    sayings(
      "hôm qua|hôm kia|mấy hôm|mấy ngày|tuần trước|tuần này|mấy bữa|bữa trước|hôm trước|vài ngày|hôm bữa|gần đây",
    ),
  ],
  [
    "long_ago",
    sayings(
      "lâu rồi|năm ngoái|tháng trước|năm trước|hồi trước|ngày xưa|hồi|mấy tháng|đã lâu|từ lâu",
    ),
  ],
];

/** Who is in danger, when that was the question. */
export const dangerWays: readonly (readonly [DangerNow, readonly Saying[]])[] = [
  [
    "unsure",
    sayings("không chắc|không biết|chưa chắc|chưa biết|không rõ|có thể|chắc vậy|hình như"),
  ],
  ["me", sayings("em|tôi|mình|con|cháu|chính em|chính tôi|là em|em bị|bản thân")],
  ["someone", sayings("bạn|bạn em|người khác|bạn ấy|nó|có người|em của em|bạn cùng lớp|có bạn")],
  ["no", sayings("không ai|hết rồi|qua rồi|xong rồi|không còn|an toàn")],
];

/** How a number is said in words. */
export const numbersInWords: readonly (readonly Saying[])[] = [
  "một",
  "hai",
  "ba",
  "bốn",
  "năm",
  "sáu",
  "bảy|bẩy",
  "tám",
  "chín",
].map(sayings);

export const acknowledgements = sayings(
  "tôi đã nhận|đã nhận|em đã nhận|mình đã nhận|nhận rồi|đã nhận rồi|tôi nhận|tôi nhận rồi|đã rõ|rõ|đã nhận tin|đã nhận việc|tôi đã nhận việc|nhận việc",
);
