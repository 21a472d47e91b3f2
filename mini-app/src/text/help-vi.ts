/** For an emergency, by what it is about: a few kind words above the numbers to call. */
const callHelp = {
  life: {
    title: "Em không phải chịu chuyện này một mình",
    words:
      "Nếu em hoặc người em kể không muốn sống hay muốn làm đau mình, gọi 111 ngay nhé. Gọi miễn phí, ngày đêm đều có người nghe. Em nói với một người lớn em tin cũng được.",
  },
  violence: {
    title: "Trước hết là an toàn",
    words:
      "Nếu đang có người bị đánh, bị dọa hay có đồ nguy hiểm ở gần, em tránh ra chỗ đông người rồi gọi 113. Có người bị thương thì gọi 115.",
  },
  abuse: {
    title: "Chuyện này không phải lỗi của em",
    words:
      "Nếu người đó đang ở gần, em tìm tới chỗ có người lớn em tin và gọi 113. Muốn nói với người hiểu chuyện, em gọi 111, miễn phí.",
  },
  home: {
    title: "Em có quyền được an toàn ở nhà",
    words:
      "Nếu ở nhà đang nguy hiểm, em sang nhà hàng xóm hoặc tới người em tin nếu ra được, rồi gọi 111. Đang có người bị đánh, hoặc em không ra được, thì gọi 113.",
  },
  missing: {
    title: "Báo càng sớm càng tốt",
    words:
      "Nếu có bạn bị dẫn đi, chưa về hoặc không liên lạc được, em gọi 113 và báo ngay cho người lớn ở gần. Nếu có người rủ hoặc hẹn em đi, em đừng đi, và nói ngay với một người lớn.",
  },
  fire: {
    title: "Ra chỗ an toàn trước đã",
    words:
      "Nếu đang có cháy, khói hay điện giật, em tránh xa và gọi 114. Có người bị thương thì gọi 115. Báo ngay cho người lớn ở gần.",
  },
  illness: {
    title: "Gọi người tới giúp trước đã",
    words:
      "Nếu có người bị thương, bị ngất hay khó thở, em gọi 115 và báo ngay cho người lớn ở gần.",
  },
  unclear: {
    title: "An toàn trước đã",
    words:
      "Nếu có ai đang gặp nguy hiểm, em gọi ngay một số dưới đây, hoặc nói với người lớn ở gần.",
  },
} as const;

/** For a serious matter: words, and one or two numbers for whoever would like to talk. */
const talkHelp = {
  life: "Cảm ơn em đã kể ra. Nếu em hoặc người em kể muốn có người lắng nghe ngay, gọi 111 nhé. Gọi miễn phí, ngày đêm đều có người.",
  people:
    "Cảm ơn em đã kể ra. Em gửi xong, người có trách nhiệm được báo ngay. Muốn nói với ai đó ngay bây giờ, em gọi 111, miễn phí.",
  hazard:
    "Cảm ơn em đã báo. Em và các bạn tránh xa chỗ nguy hiểm nhé. Nếu có cháy thì gọi 114, có người bị nạn thì gọi 115.",
} as const;

/** Help that fits what somebody writes, shown while they write it. */
export const help = {
  call: callHelp,
  goOn: "Gọi xong hoặc chưa gọi được, em vẫn viết tiếp và gửi được.",
  talk: talkHelp,
  heard: "Cảm ơn em đã nói ra. Em gửi xong sẽ có người đọc.",
} as const;
