/** Signing in, and unlocking again. */
export const door = {
  title: "Đăng nhập",
  lockedTitle: "Mở khóa",
  starting: "Đang mở trang…",
  locked: {
    idle: "Đã khóa vì 10 phút không có thao tác. Chìa khóa và nội dung đã được xóa khỏi máy này.",
    reload: "Trang vừa được mở lại nên chìa khóa không còn trên máy này. Mời anh/chị mở khóa.",
    "signed-out": "Phiên làm việc đã hết. Mời anh/chị mở khóa lại.",
  },
  left: "Anh/chị đã đăng xuất. Chìa khóa đã được xóa khỏi máy này.",
  email: "Email",
  passphrase: "Cụm mật khẩu",
  oneTimeCode: "Mã 6 số",
  oneTimeCodeHint: "Lấy trong ứng dụng xác thực trên điện thoại. Mỗi mã dùng được một lần.",
  signIn: "Đăng nhập",
  unlock: "Mở khóa",
  otherPerson: "Đăng nhập bằng email khác",
  computing: "Đang tính chìa khóa trên máy này. Mất vài giây.",
  asking: "Đang hỏi máy chủ…",
  opening: "Đang mở chìa khóa của bàn…",
  refused:
    "Email, cụm mật khẩu hoặc mã 6 số chưa đúng. Nếu vừa dùng mã này, hãy chờ mã mới rồi thử lại.",
  emailNeeded: "Cần nhập email.",
  passphraseNeeded: "Cần nhập cụm mật khẩu.",
  codeNeeded: "Mã gồm đúng 6 chữ số.",
  keyDoesNotOpen: "Đã đăng nhập nhưng chìa khóa không mở được. Xin liên hệ quản trị viên của tỉnh.",
  cannotCompute:
    "Trình duyệt này không tính được chìa khóa. Đóng bớt trang khác, hoặc dùng máy khác rồi thử lại.",
  forgotten: "Quên cụm mật khẩu thì xin liên hệ quản trị viên của tỉnh.",
} as const;

export const passphrase = {
  show: "Hiện chữ",
  hide: "Ẩn chữ",
  problem: {
    "too-short": "Cần ít nhất 12 ký tự, hoặc 4 từ.",
    repeats: "Cụm này lặp lại nhiều quá. Thử thêm vài từ khác nhau.",
  },
  fine: "Đủ mạnh.",
  different: "Hai lần nhập chưa giống nhau.",
} as const;

/** An invitation: a passphrase, then a second factor. */
export const invitation = {
  title: "Lời mời vào bàn tiếp nhận",
  opening: "Đang mở lời mời…",
  broken:
    "Liên kết này thiếu một phần. Mở lại đúng liên kết trong thư mời, hoặc nhờ người mời gửi lại.",
  toSignIn: "Đến trang đăng nhập",
  greeting: (name: string) => `Chào ${name}`,
  desk: (desk: string) => `Anh/chị được mời vào: ${desk}.`,
  whyTitle: "Chọn một cụm mật khẩu",
  why: "Tin báo được khóa lại, chỉ mình anh/chị mở được bằng cụm này. Máy chủ không biết nó. Quên thì không ai lấy lại được; khi đó phải liên hệ quản trị viên của tỉnh.",
  example: "Nên dùng 4 từ trở lên, dễ nhớ với riêng anh/chị. Đừng dùng tên hoặc ngày sinh.",
  first: "Cụm mật khẩu",
  second: "Nhập lại cụm mật khẩu",
  accept: "Tạo chìa khóa",
  making: "Đang tạo chìa khóa trên máy này. Mất vài giây.",
  wrongKey:
    "Lời mời không khớp với chìa khóa của bàn. Đừng dùng liên kết này; hãy báo cho người đã mời.",
  codeTitle: "Nối ứng dụng xác thực",
  codeWhy:
    "Bước thứ hai giữ cho tài khoản an toàn. Mở ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator hoặc tương tự) rồi quét hình này.",
  qrLabel: "Mã QR để nối ứng dụng xác thực",
  byHand: "Không quét được? Nhập khóa này vào ứng dụng:",
  copy: "Chép khóa",
  copied: "Đã chép.",
  copyFailed: "Trình duyệt không cho chép. Anh/chị chép tay giúp.",
  firstCode: "Mã 6 số đang hiện trong ứng dụng",
  confirm: "Xác nhận và vào bàn",
  codeWrong: "Mã chưa đúng. Chờ mã mới trong ứng dụng rồi thử lại.",
} as const;
