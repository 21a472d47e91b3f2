import type { Channel, TurnOutcome } from "@truong-an/shared/alert";
import type { SkipReason } from "@truong-an/shared/alert-choice";

/** The ways to reach a member, by name. */
export const channelNames: Record<Channel, string> = {
  "oa-message": "Zalo OA",
  zns: "ZNS (tin Zalo theo số điện thoại)",
  bot: "Zalo Bot",
  email: "email",
};

/** Why a channel is not used now. */
export const skipReasons: Record<SkipReason, string> = {
  "not-configured": "hệ thống chưa dùng kênh này",
  "not-linked": "chưa nối",
  "token-refused": "Zalo đang không nhận mã truy cập của hệ thống",
  failing: "kênh đang không gửi được cho ai",
  unfollowed: "đã bỏ quan tâm Zalo OA",
  "window-closed": "đã quá 7 ngày chưa nhắn cho Zalo OA",
  "quiet-hours": "ZNS không gửi từ 22 giờ đến 6 giờ",
  "quota-gone": "đã hết lượt gửi trong ngày",
  "template-unfit": "mẫu tin ZNS chưa khớp",
};

/** How one turn of one channel ended, after "Gọi Lan (bàn của trường)". */
export function turnWords(
  words: string,
  { channel, outcome, why }: { channel: Channel; outcome: TurnOutcome; why: SkipReason | null },
): string {
  const by = `${words} qua ${channelNames[channel]}`;
  switch (outcome) {
    case "delivered":
      return `${by}: đã gửi`;
    case "refused":
      return `${by}: bị từ chối, chuyển sang kênh khác`;
    case "unreachable":
      return `${by}: không có trả lời, sẽ thử lại`;
    case "skipped":
      return why === null ? `${by}: chưa dùng được` : `${by}: chưa dùng, vì ${skipReasons[why]}`;
  }
}
