/** The named scenarios, as the simulator's page offers them. */
export const scenarioText = {
  "never-interacted": {
    title: "Chưa từng nhắn cho OA",
    explain:
      "Người này quan tâm OA nhưng chưa nhắn lần nào. Tin OA gửi đến bị từ chối với mã -230.",
  },
  unfollowed: {
    title: "Bỏ quan tâm OA",
    explain: "Người này bỏ quan tâm. Tin OA gửi đến bị từ chối với mã -213.",
  },
  blocked: {
    title: "Chặn OA",
    explain: "Người này chặn OA. Tin OA gửi đến bị từ chối với mã -217.",
  },
  "token-expired-mid-send": {
    title: "Mã truy cập hết hạn giữa chừng",
    explain: "Tin kế tiếp của OA nhận mã -220, và mọi mã truy cập đã cấp đều hết hạn.",
  },
  "refresh-race": {
    title: "Hai máy cùng làm mới mã truy cập",
    explain:
      "Mã truy cập hết hạn và lần làm mới trả lời chậm, nên hai máy dễ cùng dùng một mã làm mới. Ai dùng sau nhận trả lời rỗng.",
  },
  "consumed-refresh-token": {
    title: "Mã làm mới đã bị dùng mất",
    explain:
      "Mã làm mới đã có nơi khác dùng. Làm mới sẽ nhận trả lời rỗng, phải có người cấp quyền lại.",
  },
  "group-asset-lapsed": {
    title: "Gói của nhóm hết hạn",
    explain: "Gói GMF của nhóm hết hạn. Nhóm bị khóa: tin gửi vào nhóm nhận mã -237.",
  },
  "webhook-replay": {
    title: "Một tin đến sáu lần",
    explain: "Zalo gửi cùng một sự kiện rồi lặp lại năm lần nữa. Chỉ được xử lý một lần.",
  },
  "webhook-wrong-signature": {
    title: "Sự kiện có chữ ký sai",
    explain: "Một sự kiện giả mạo với chữ ký sai. Không được xử lý.",
  },
  "nfd-text-1999": {
    title: "Tin dài 1.999 ký tự, dấu tách rời",
    explain:
      "Người này gửi 1.999 ký tự tiếng Việt viết dạng NFD: dài hơn 2.000 mã khi chưa ghép dấu.",
  },
  "long-ids": {
    title: "Mã số 19 chữ số",
    explain:
      "Hai người có mã chỉ khác chữ số cuối cùng nhắn tin. Đọc mã như con số thì hai người thành một.",
  },
  "admin-takes-over": {
    title: "Người quản trị OA trả lời",
    explain: "Người này nhắn tin, rồi một người thật trả lời trong hộp thư OA. Máy phải nhường.",
  },
  "image-sent": {
    title: "Gửi một bức ảnh",
    explain: "Người này gửi ảnh vào cuộc trò chuyện với OA.",
  },
  "location-sent": {
    title: "Gửi vị trí",
    explain: "Người này gửi vị trí vào cuộc trò chuyện với OA.",
  },
  "unknown-payload": {
    title: "Nút cũ, không còn dùng",
    explain: "Người này bấm một nút cũ mà hệ thống không còn biết.",
  },
  "back-to-normal": {
    title: "Mọi thứ trở lại bình thường",
    explain:
      "Hết lỗi, hết hạn chế, đồng hồ về hiện tại, mọi người quan tâm OA và còn trong khung 48 giờ. Tin trên điện thoại vẫn còn.",
  },
} as const;

/** What people write in the scenarios. */
export const scenarioWords = {
  hello: "Xin chào",
  question: "Cho tôi hỏi lịch nghỉ Tết của trường",
  answer: "Chào anh/chị, nhà trường sẽ trả lời trong chiều nay ạ.",
  sentence: "Nhà trường ơi, đường vào trường mình ngập nước rồi. ",
  twin: (name: string) => `${name} (trùng 18 số đầu)`,
  oldButton: "#nut-cu:2024",
} as const;
