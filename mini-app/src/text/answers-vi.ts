import type { Accused, Category, DangerNow, When } from "@truong-an/shared/report";

/** An answer as it is offered, and what it means where that is not plain. */
export type Wording = { readonly label: string; readonly hint?: string };

/** How a child would say it. The order is the order on the screen: what children meet most comes first. */
export const categories: Record<Category, Wording> = {
  bullying: { label: "Bị bắt nạt, trêu chọc, cô lập" },
  physical_violence: { label: "Bị đánh, đánh nhau" },
  threat: { label: "Bị dọa, bị đe dọa" },
  extortion: { label: "Bị trấn tiền, trấn đồ" },
  sexual_abuse_harassment: {
    label: "Bị đụng chạm, quấy rối",
    hint: "Đụng vào chỗ riêng tư, nói lời khó chịu, đòi xem ảnh",
  },
  online_abuse: { label: "Bị bắt nạt trên mạng", hint: "Tung ảnh, nói xấu, nhắn tin xấu" },
  family_abuse: { label: "Bị đánh, bị bỏ mặc ở nhà" },
  self_harm_suicide: { label: "Có người muốn tự làm đau mình, không muốn sống" },
  weapon: { label: "Có dao, súng, đồ nguy hiểm" },
  staff_misconduct: { label: "Thầy cô, người của trường làm sai" },
  counselling_request: { label: "Muốn được nói chuyện, được giúp" },
  other: { label: "Chuyện khác" },
  drugs_stimulants: { label: "Ma túy, bóng cười, chất lạ" },
  vaping_alcohol: { label: "Thuốc lá điện tử, rượu bia" },
  online_scam: { label: "Bị lừa trên mạng" },
  gambling_lending: { label: "Cá độ, đánh bạc, vay nợ" },
  trespass_gathering: { label: "Người lạ vào trường, tụ tập gây rối" },
  theft_vandalism: { label: "Mất đồ, đập phá đồ" },
  traffic_safety: { label: "Đi lại không an toàn" },
  fire_safety: { label: "Cháy nổ, điện không an toàn" },
  food_safety: { label: "Đồ ăn, nước uống không sạch" },
  facility: { label: "Phòng học, sân trường bị hỏng" },
  praise: { label: "Khen một việc tốt" },
};

export const danger: Record<DangerNow, Wording> = {
  me: { label: "Có, là em" },
  someone: { label: "Có, là người khác" },
  unsure: { label: "Em không chắc" },
  no: { label: "Không" },
};

export const accused: Record<Accused, Wording> = {
  peer: { label: "Học sinh" },
  staff: {
    label: "Thầy cô hoặc người làm ở trường",
    hint: "Trường sẽ không được đọc phản ánh này",
  },
  family: { label: "Người trong nhà" },
  outsider: { label: "Người ngoài trường" },
  police: { label: "Công an", hint: "Công an sẽ không được đọc phản ánh này" },
  official: { label: "Cán bộ xã, phường", hint: "Xã, phường sẽ không được đọc phản ánh này" },
  unknown: { label: "Em không biết là ai" },
  none: { label: "Không có ai làm" },
};

export const when: Record<When, Wording> = {
  today: { label: "Hôm nay" },
  soon: { label: "Sắp xảy ra" },
  keeps: { label: "Xảy ra nhiều lần, đến giờ vẫn còn" },
  days: { label: "Mấy ngày nay" },
  long_ago: { label: "Lâu rồi" },
};
