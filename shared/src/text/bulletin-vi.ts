import type { BulletinStatus, Reader, TopicChoice } from "../bulletin.ts";

/** What bulletins are about, in the order of the list. */
export const topicLabels: Record<TopicChoice, string> = {
  all: "Tất cả chủ đề",
  law: "Pháp luật",
  traffic: "An toàn giao thông",
  fire: "Phòng cháy chữa cháy",
  online_safety: "An toàn mạng và lừa đảo",
  drugs: "Ma túy và thuốc lá điện tử",
  violence: "Bạo lực học đường",
  counselling: "Tư vấn tâm lý",
  life_skills: "Kỹ năng sống",
  good_deeds: "Gương người tốt việc tốt",
  notices: "Thông báo của trường",
};

export const readerLabels: Record<Reader, string> = {
  parents: "Phụ huynh",
  pupils: "Học sinh",
  staff: "Thầy cô, nhân viên nhà trường",
};

export const bulletinStatusLabels: Record<BulletinStatus, string> = {
  draft: "Bản nháp",
  submitted: "Chờ duyệt",
  approved: "Đã duyệt, chờ đăng",
  published: "Đã đăng",
  withdrawn: "Đã gỡ",
};
