import type { Wish } from "./heard.ts";
import { type Saying, sayings } from "./listening.ts";

/**
 * How people say what they want: as the whole message; anywhere in a short one; or by naming, in any
 * order, something of each list.
 */
type Ways = {
  readonly whole: readonly Saying[];
  readonly within: readonly Saying[];
  readonly together: readonly (readonly Saying[])[];
};

/**
 * In the order in which they are looked for: whoever asks to be forgotten, to unfollow or for a person
 * means that, whatever else the message names. To be reviewed by people who read such messages.
 */
export const wishes: readonly (readonly [Wish, Ways])[] = [
  [
    "forget",
    ways(
      "xóa dữ liệu|xóa hết|quên tôi đi|xóa tôi|delete my data",
      "xóa tên|bị lưu gì|xóa dữ liệu của|xóa hết dữ liệu|xóa thông tin của|xóa thông tin cá nhân|xóa toàn bộ dữ liệu|rút lại đồng ý|xóa sạch dữ liệu|đừng lưu thông tin",
      "xóa|xoá|đừng lưu|không muốn bị lưu|hủy|delete|quên",
      "dữ liệu|thông tin|hết|lưu|lịch sử|tài khoản|tên em|số của|data",
    ),
  ],
  [
    "unfollow",
    ways(
      "bỏ theo dõi|hủy đăng ký|hủy theo dõi|unsubscribe|ngừng nhận tin|thôi nhận tin|dừng nhận tin",
      "bỏ theo dõi|hủy đăng ký|hủy theo dõi|không nhận tin|hủy nhận|không muốn nhận|đừng gửi tin|ngừng gửi tin|ngừng nhận bản tin|thôi nhận bản tin|dừng gửi tin|tắt thông báo|không nhận bản tin|không nhận thông báo|đừng nhắn nữa|ngừng nhận tin|dừng nhận tin",
      "không|đừng|bỏ|hủy|ngừng|dừng|thôi|tắt|ngưng|khỏi|chặn",
      "nhận|theo dõi|đăng ký|gửi|thông báo|nhắn|báo",
      "tin|bản tin|thông báo|theo dõi|đăng ký|nhắn",
    ),
  ],
  [
    "human",
    ways(
      "người|người thật|tư vấn viên|nhân viên|cán bộ|gặp ai|human|agent",
      "nói chuyện với robot|nhắn với thầy cô|gặp người|nói chuyện với người|nhân viên|kết nối với người|gặp nhân viên|gặp cán bộ|gặp tư vấn|gặp admin|người thật|người trực|có người không|nói với người|chat với người|nhắn với người|không muốn nói với bot|không nói chuyện với máy|ai đó trả lời|người nào trả lời|gặp thầy cô|kết nối với người|gặp ai đó|real person|talk to someone|talk to a person|speak to someone",
      "gặp|nói chuyện|chat|kết nối|nhắn tin|trao đổi|chuyển máy|liên hệ|tìm|gọi|có ai|cần",
      "người thật|người trực|ai đó|thầy cô|cô giáo|cán bộ|admin|nhân viên|tư vấn viên|người phụ trách|chuyên gia|một người|con người|quản trị|người nào|tổng đài viên",
    ),
  ],
  [
    "stop",
    ways(
      "thôi|dừng|dừng lại|hủy|hủy bỏ|hủy đi|thoát|thoát ra|bỏ đi|bỏ qua|thôi bỏ đi|thôi bỏ qua|thôi bỏ|thôi khỏi|thôi không|thôi không cần|thôi dừng|dừng ở đây|ngừng|ngưng|kết thúc|stop|cancel|quit|exit|khỏi|khỏi cần|không làm nữa|không gửi nữa|không kể nữa|không muốn kể nữa|không muốn nói nữa|không gửi đâu|em không gửi nữa|không gửi nữa|không muốn nữa|đổi ý rồi|dẹp|nghỉ|thôi kệ|thôi vậy|đừng gửi|thôi đừng gửi|quay lại|quay ra|về trước|thôi để sau|để sau|lúc khác|để lúc khác",
      "không muốn nói nữa|không gửi đâu|không gửi nữa|không muốn gửi nữa|đừng gửi nữa|không cần nữa|thôi không gửi|thôi không kể|không kể nữa|không muốn kể nữa|thôi không nói nữa|hủy phản ánh|không muốn gửi phản ánh|không gửi phản ánh nữa|đừng gửi phản ánh|không muốn phản ánh nữa|không muốn báo nữa|không báo nữa|đừng gửi nhé|đừng gửi nha|đừng gửi đi|đừng gửi ạ",
    ),
  ],
  [
    "menu",
    ways(
      "menu|mục lục|danh mục|trang chủ|bắt đầu|bắt đầu lại|start|home|về đầu|chọn lại|xem menu|mở menu|thực đơn|main menu|lại từ đầu|từ đầu|danh sách|các mục|về menu",
      "menu|mấy lựa chọn|về đầu|từ đầu|trang chủ|các lựa chọn|những mục nào|danh mục",
      "xem|coi|hiện|mở|cho|lại|quay|về|ra",
      "lựa chọn|danh mục|mục lục|menu|đầu|các mục|danh sách|ban đầu",
    ),
  ],
  [
    "lookup",
    ways(
      "tra cứu|tra|xem trả lời|trả lời|tra mã|mã|kết quả|look up|tra cứu phản ánh|xem phản ánh",
      "tra cứu|câu trả lời|có kết quả|xử lý chưa|giải quyết chưa|xem lại phản ánh|coi lại|xem lại|xem phản ánh đã gửi|phản ánh đã gửi|phản ánh của|xem kết quả|có trả lời chưa|trả lời chưa|xử lý tới đâu|xử lý đến đâu|giải quyết tới đâu|giải quyết đến đâu|tới đâu rồi|đến đâu rồi|xem trả lời|mã 20 số|mã tra cứu|nhập mã|có mã rồi|mất mã|quên mã|theo dõi phản ánh|kiểm tra phản ánh|tình trạng phản ánh|đơn của",
      "trả lời|phản hồi|hồi âm|xử lý|giải quyết|kết quả|tra|xem lại|coi lại|đọc|nhận được|tiến độ|tình hình|check|kiểm tra",
      "chưa|đến đâu|tới đâu|phản ánh|đơn|mã|đã gửi|hôm trước|bữa trước|của em|của tôi|của mình|của con",
    ),
  ],
  [
    "numbers",
    ways(
      "số khẩn cấp|khẩn cấp|số điện thoại|hotline|đường dây nóng|sdt|số công an|số cấp cứu|emergency number|số nóng",
      "số khẩn cấp|số điện thoại khẩn|đường dây nóng|hotline|số công an|số cấp cứu|số điện thoại công an|số cứu hỏa|gọi số nào|gọi số mấy|số nào để gọi|số bảo vệ trẻ em|tổng đài|cho số điện thoại|xin số điện thoại|số để gọi|gọi cho ai|số gọi khẩn|các số gấp|số gấp|gọi ai khi",
      "số|sdt|gọi|số điện thoại|liên hệ|phone",
      "công an|cấp cứu|cứu hỏa|khẩn cấp|khẩn|bảo vệ trẻ em|xã|cứu thương|tổng đài|cảnh sát|phòng cháy|nóng|bao nhiêu|mấy|nào",
    ),
  ],
  [
    "groups",
    ways(
      "nhóm|nhóm zalo|nhóm trường|group|nhóm của trường|vào nhóm|tham gia nhóm|link nhóm",
      "nhóm zalo|nhóm của trường|nhóm trường|group zalo|group trường|group của trường|vào nhóm|tham gia nhóm|link nhóm|link group|mời vào nhóm|nhóm phụ huynh|nhóm lớp ở đâu|nhóm tuyên truyền|vào group|nhóm chat của trường|zalo của trường|zalo trường",
      "nhóm|group|link zalo|zalo",
      "trường|zalo|phụ huynh|lớp|vào|tham gia|xin|link|mời|thêm|đâu|join|chung",
    ),
  ],
  [
    "follow",
    ways(
      "theo dõi|đăng ký|đăng ký nhận tin|theo dõi bản tin|subscribe|nhận tin|nhận bản tin",
      "đăng ký nhận|theo dõi bản tin|theo dõi trường|nhận bản tin|nhận tin của trường|báo khi có tin|nhớ báo|báo khi có bản tin|đăng ký bản tin|đăng ký theo dõi|có tin mới thì báo|nhận thông báo|bật thông báo|đăng ký tin",
      "đăng ký|theo dõi|nhận|báo|nhớ báo|nhắc|nhắn|gửi cho|gửi",
      "tin|bản tin|thông báo|tin mới|tin tức",
    ),
  ],
  [
    "news",
    ways(
      "bản tin|tin|tin mới|tin tức|bản tin mới|thông báo|thông báo mới|news|xem tin|đọc tin|tin gì mới|có gì mới|tin trường",
      "bản tin|thông báo nghỉ|tin mới|tin tức|thông báo mới|thông báo của trường|thông báo gì|có thông báo|xem tin|đọc tin|có gì mới|tin của trường|tin trường|tin gì|trường có tin|thông tin mới|tin an toàn|tin tuyên truyền",
      "xem|đọc|coi|có|cho|gì|nào|đâu|mới|ra|hôm nay|tuần này|tháng này|trường",
      "bản tin|tin tức|tin mới|thông báo|thông tin|tin gì|tin nào|tin với|tin|news",
    ),
  ],
  [
    "report",
    ways(
      "phản ánh|gửi phản ánh|gửi phản ánh ẩn danh|ẩn danh|báo cáo|tố cáo|report|gửi tin báo|tố giác|báo tin|kể chuyện|kể|mách|khiếu nại|góp ý|tâm sự",
      "gửi phản ánh|báo cáo ẩn danh|pá cáo|muốn phản ánh|cần phản ánh|phản ánh ẩn danh|phản ánh việc|phản ánh về|báo ẩn danh|gửi ẩn danh|viết phản ánh|làm phản ánh|tố cáo|tố giác|báo cáo việc|báo cáo chuyện|muốn báo|muốn nói|muốn kể|có chuyện muốn|có chuyện cần|muốn tâm sự|cần tâm sự|muốn nói ra|kể chuyện này|khiếu nại|muốn góp ý|hòm thư|gửi đơn|báo một việc|báo việc|cần báo|mách chuyện|phản ánh được|muốn mách|kể ra đây|kể ở đây|kể tiếp ở đây",
      "muốn|cần|xin|cho|làm sao|làm thế nào|cách|kiểu gì|ở đâu|gửi|viết|được không|giúp|chỗ nào|định|phải",
      "phản ánh|tố cáo|tố giác|báo cáo|góp ý|khiếu nại|mách|kể|tâm sự|trình báo|báo tin|báo việc|báo chuyện|gửi đơn|nói ra|ẩn danh|chia sẻ",
    ),
  ],
  [
    "help",
    ways(
      "trợ giúp|giúp|hướng dẫn|help|bạn là ai|bạn là gì|đây là gì|đây là đâu|ai vậy|ai đây|bot à|làm được gì|dùng sao|cách dùng|không hiểu|em không hiểu|không biết làm|hỗ trợ|giúp với|giúp mình|giúp em|cứu trợ|hỏi chút|hỏi tí|hỏi",
      "trợ giúp|hướng dẫn|hdan|ai đang trả lời|làm được gì|làm được những gì|dùng sao|dùng thế nào|dùng như thế nào|sử dụng thế nào|sử dụng như thế nào|cách dùng|cách sử dụng|bạn là ai|bạn là gì|đây là gì|trang này là gì|trang này để làm gì|để làm gì|giúp được gì|không biết bấm|không biết dùng|không hiểu gì|có an toàn không|có bị lộ|có lộ|có biết em là ai|có ai biết|có thật không|lừa đảo không|bot hay người|là người hay máy|người hay bot|là robot|how does this work|what is this|what can you do|who are you",
      "bot|bạn|cái này|trang này|chỗ này|ở đây|đây|mình|em|tôi|how|này|kênh này|oa",
      "làm được gì|giúp gì|giúp được|hướng dẫn|dùng|sử dụng|là gì|là ai|lộ|bảo mật|an toàn không|phải làm gì|làm gì đây|làm sao|bot|để làm gì|hoạt động|bấm vào đâu|bấm đâu|use|work|biết tên|hoang mang",
    ),
  ],
];

function ways(whole: string, within: string, ...together: readonly string[]): Ways {
  return { whole: sayings(whole), within: sayings(within), together: together.map(sayings) };
}
