import { topicChoices } from "@truong-an/shared/chat/choices";
import type { Following, LinkOutcome, Phrase, Purpose } from "@truong-an/shared/chat/phrase";
import { topicLabels } from "@truong-an/shared/text/bulletin-vi";
import { botAnswers } from "./alerts-vi.ts";
import { callButtons, dangerWords, emergencyNumbers } from "./chat-danger-vi.ts";
import {
  type ChatWords,
  chatMessage,
  dial,
  type Known,
  menuButton,
  numbered,
  openForm,
  pressing,
  shortened,
  wishing,
} from "./chat-parts-vi.ts";
import { reportWords } from "./chat-report-vi.ts";

/** What the Official Account says, in words and buttons. A numbered text says the same as the buttons. */
export function chatWords(phrase: Phrase, known: Known): ChatWords {
  switch (phrase.say) {
    case "danger":
      return dangerWords(phrase, known);
    case "ask-school":
    case "no-such-school":
    case "choose-school":
      return schoolWords(phrase, known);
    case "news":
    case "bulletin":
    case "groups":
    case "choose-topic":
    case "following":
    case "follows-nothing":
    case "choose-unfollow":
    case "unfollowed":
    case "forgotten":
      return bulletinWords(phrase, known);
    case "welcome":
      return chatMessage(`${hello}\n\n${menuText}`, menuButtons);
    case "menu":
      return chatMessage(menuText, menuButtons);
    case "help":
      return chatMessage(`${helpText}\n\n${menuText}`, menuButtons);
    case "not-understood":
      return chatMessage("Mình trả lời tự động nên chưa hiểu câu vừa rồi.");
    case "still-here":
      return chatMessage(
        "Đây là máy trả lời tự động, chưa chắc có người đọc ngay. Nếu chưa gọi được, bạn gọi lại 113, 111 hoặc 115, hoặc tới một người lớn ở gần. Muốn người có trách nhiệm biết chuyện này, gõ “phản ánh”.",
        [openForm(known)],
      );
    case "told":
      return chatMessage(
        "Cảm ơn bạn đã nói ra. Điều bạn vừa viết chưa được gửi tới ai và không được lưu ở đây. Để người có trách nhiệm đọc được mà không cần cho biết bạn là ai, bạn mở biểu mẫu ẩn danh, hoặc gõ “phản ánh” để xem cách gửi.",
        [openForm(known), wishing("Cách gửi", "report")],
      );
    case "acknowledged":
    case "nothing-to-acknowledge":
    case "link-outcome":
      return staffWords(phrase);
    case "numbers":
      return chatMessage(`Bạn gọi được ngay, miễn phí:\n\n${emergencyNumbers}`, callButtons);
    case "human":
      return chatMessage(humanText, [dial("111"), dial("113"), menuButton]);
    case "human-while-telling":
      return chatMessage(humanWhileTelling, [dial("111"), dial("113")]);
    case "lookup":
      return chatMessage(
        "Để xem trả lời, bạn mở Trường An, chọn “Xem phản ánh đã gửi” rồi nhập mã 20 số ở đó. Xin đừng gửi mã vào khung chat này: ai xem được khung chat cũng dùng được mã.",
        [{ title: "Mở trang tra cứu", url: known.appLink }, menuButton],
      );
    case "receipt-not-here":
      return chatMessage(
        "Hình như bạn vừa gửi mã tra cứu. Mình không giữ mã này. Bạn xóa tin vừa gửi nhé, rồi mở Trường An, chọn “Xem phản ánh đã gửi” và nhập mã ở đó.",
        [{ title: "Mở trang tra cứu", url: known.appLink }],
      );
    case "media-not-here":
      return chatMessage(
        "Mình chưa nhận được ảnh, ghi âm hay tệp trong khung chat. Bạn gửi ảnh bằng biểu mẫu ẩn danh nhé: ảnh được khóa ngay trên máy của bạn, chỉ nơi tiếp nhận mở được.",
        [openForm(known)],
      );
    case "stopped":
    case "thanked":
    case "insulted":
      return politeWords(phrase.say);
    default:
      return reportWords(phrase, known);
  }
}

function politeWords(say: "stopped" | "thanked" | "insulted"): ChatWords {
  switch (say) {
    case "stopped":
      return chatMessage(
        "Mình dừng ở đây. Khi cần, bạn gõ “menu”. Nguy hiểm thì gọi 113, 111 hoặc 115.",
        [menuButton],
      );
    case "thanked":
      return chatMessage("Không có gì đâu. Khi cần, bạn gõ “menu”.", [menuButton]);
    case "insulted":
      return chatMessage(
        "Mình xin lỗi nếu chưa giúp được bạn. Bạn gõ “gặp người” để máy thôi trả lời, hoặc “menu” để chọn lại. Cần nói chuyện ngay, bạn gọi 111.",
        [wishing("Gặp người", "human"), menuButton],
      );
  }
}

type StaffPhrase = "acknowledged" | "nothing-to-acknowledge" | "link-outcome";

function staffWords(phrase: Extract<Phrase, { readonly say: StaffPhrase }>): ChatWords {
  if (phrase.say === "link-outcome") return chatMessage(linkTexts[phrase.outcome]);
  return chatMessage(botAnswers[phrase.say]());
}

const linkTexts: Record<LinkOutcome, string> = {
  linked: "Đã nối tài khoản Zalo này với anh/chị. Từ giờ tin báo việc sẽ tới đây.",
  "wrong-code":
    "Mã này không dùng được hoặc đã hết hạn. Anh/chị mở bàn tiếp nhận, vào “Kênh báo của tôi” để lấy mã mới, rồi gửi lại.",
  "too-many-codes": "Đã có quá nhiều mã sai từ tài khoản này. Anh/chị đợi một giờ rồi thử lại.",
  "someone-elses":
    "Tài khoản Zalo này đã nối với một người khác. Người đó bấm “Bỏ nối” trước, rồi anh/chị mới nối được.",
};

const hello =
  "Chào bạn. Đây là kênh trả lời tự động của Trường An. Nếu ai đang gặp nguy hiểm, bạn gọi ngay 113, 111 hoặc 115.";

const menuText =
  "Bạn cần gì? Gõ số hoặc bấm nút.\n\n1. Bản tin mới\n2. Gửi phản ánh ẩn danh\n3. Tra cứu phản ánh\n4. Số khẩn cấp\n5. Nhóm Zalo của trường\n6. Theo dõi bản tin\n7. Gặp người\n\nLúc nào cũng gõ được “thôi” để dừng.";

const menuButtons = [
  wishing("Bản tin mới", "news"),
  wishing("Gửi phản ánh ẩn danh", "report"),
  wishing("Tra cứu phản ánh", "lookup"),
  wishing("Số khẩn cấp", "numbers"),
  wishing("Nhóm Zalo của trường", "groups"),
];

const helpText =
  "Đây là máy trả lời tự động của Trường An, kênh an toàn trường học. Lời bạn viết ở đây không được lưu lại trong hệ thống, nhưng người quản lý trang này và Zalo thấy được bạn là ai. Muốn kể mà không cần cho biết bạn là ai, bạn dùng biểu mẫu ẩn danh (gõ “phản ánh”). Nguy hiểm thì gọi ngay 113, 111 hoặc 115.";

const humanText =
  "Mình đã dừng trả lời tự động. Không chắc có người đọc ngay.\n\nCần nói chuyện ngay, bạn gọi 111, miễn phí, ngày đêm đều có người nghe. Nguy hiểm thì gọi 113, có người bị thương thì gọi 115.\n\nMuốn quay lại với máy trả lời tự động, gõ “menu”.";

const humanWhileTelling =
  "Ở đây là máy trả lời tự động. Không chắc có người đọc ngay. Cần nói chuyện ngay, bạn gọi 111, miễn phí, ngày đêm đều có người nghe.\n\nBạn đang kể một phản ánh: cứ kể tiếp ở đây, xong thì gõ “gửi”, đổi ý thì gõ “thôi”.";

type SchoolPhrase = Extract<
  Phrase,
  { readonly say: "ask-school" | "no-such-school" | "choose-school" }
>;

function schoolWords(phrase: SchoolPhrase, { nameOf }: Known): ChatWords {
  switch (phrase.say) {
    case "ask-school":
      return chatMessage(
        `${askSchool[phrase.purpose]} Bạn gõ tên trường hoặc tên xã, không dấu cũng được. Gõ “thôi” để dừng.`,
      );
    case "no-such-school":
      return chatMessage(
        "Mình chưa tìm thấy trường nào như vậy. Bạn thử viết ngắn hơn, hoặc chỉ gõ tên xã.",
      );
    case "choose-school": {
      const more = phrase.isMore
        ? "\n\nCòn trường khác nữa. Nếu chưa thấy, bạn gõ tên đầy đủ hơn."
        : "";
      return chatMessage(
        `Bạn chọn trường nào?\n\n${numbered(phrase.schools.map(nameOf))}${more}`,
        phrase.schools.map((schoolId) => pressing(nameOf(schoolId), { kind: "school", schoolId })),
      );
    }
  }
}

const askSchool: Record<Purpose, string> = {
  report: "Chuyện xảy ra ở trường nào?",
  news: "Bạn muốn xem bản tin của trường nào?",
  groups: "Bạn muốn vào nhóm của trường nào?",
  follow: "Bạn muốn theo dõi bản tin của trường nào?",
};

/** Where pupils are, not everybody who asks gets the way in: they are told whom to ask instead. */
function groupsText(school: string, { lines, areGroupsHeldBack }: Known): string {
  if (lines.length === 0) {
    return areGroupsHeldBack
      ? `${school} có nhóm Zalo cho học sinh. Để giữ an toàn cho các bạn trong nhóm, mình không gửi liên kết ở đây. Bạn hỏi thầy cô chủ nhiệm để được mời vào nhóm nhé.`
      : `Chưa có nhóm Zalo nào của ${school} mở qua kênh này. Bạn hỏi thầy cô chủ nhiệm để được mời vào nhóm nhé.`;
  }
  const list = `Nhóm Zalo của ${school}. Trong nhóm mọi người thấy tên nhau.\n\n${numbered(lines.map(lineText))}`;
  return areGroupsHeldBack
    ? `${list}\n\nNhóm có học sinh thì bạn hỏi thầy cô chủ nhiệm để được mời vào nhé.`
    : list;
}

type BulletinPhrase = Extract<
  Phrase,
  {
    readonly say:
      | "news"
      | "bulletin"
      | "groups"
      | "choose-topic"
      | "following"
      | "follows-nothing"
      | "choose-unfollow"
      | "unfollowed"
      | "forgotten";
  }
>;

function bulletinWords(phrase: BulletinPhrase, known: Known): ChatWords {
  const { nameOf, lines } = known;
  const links = lines.map(({ title, url }) => ({ title, url }));
  switch (phrase.say) {
    case "news":
      return chatMessage(
        lines.length === 0
          ? `${nameOf(phrase.schoolId)} chưa có bản tin nào.`
          : `Bản tin mới của ${nameOf(phrase.schoolId)}:\n\n${numbered(lines.map(lineText))}`,
        [...links.slice(0, 3), wishing("Theo dõi bản tin", "follow"), menuButton],
      );
    case "bulletin":
      return chatMessage(
        `Có bản tin mới:\n\n${lines.map(lineText).join("\n")}\n\nMuốn thôi nhận, bạn gõ “bỏ theo dõi”.`,
        [
          ...links.map(({ url }) => ({ title: "Đọc bản tin", url })),
          wishing("Bỏ theo dõi", "unfollow"),
          menuButton,
        ],
      );
    case "groups":
      return chatMessage(groupsText(nameOf(phrase.schoolId), known), [
        ...links.slice(0, 4),
        menuButton,
      ]);
    case "choose-topic":
      return chatMessage(
        `Bạn muốn nhận bản tin nào của ${nameOf(phrase.schoolId)}? Gõ số nghĩa là bạn đồng ý để hệ thống giữ mã Zalo của bạn cho việc này, tới khi bạn gõ “bỏ theo dõi”.\n\n${numbered(topicChoices.map((topic) => topicLabels[topic]))}`,
        [pressing(topicLabels.all, { kind: "topic", topic: "all" }), wishing("Thôi", "stop")],
      );
    case "following":
      return chatMessage(
        `Bạn sẽ được báo ở đây khi có bản tin mới: ${followingName(phrase, nameOf)}. Muốn thôi lúc nào cũng được, gõ “bỏ theo dõi”.`,
        [wishing("Bỏ theo dõi", "unfollow"), menuButton],
      );
    case "follows-nothing":
      return chatMessage("Bạn chưa theo dõi bản tin của trường nào.", [menuButton]);
    case "choose-unfollow": {
      const names = phrase.followings.map((one) => followingName(one, nameOf));
      return chatMessage(
        `Bạn muốn thôi nhận bản tin nào? Gõ số.\n\n${numbered([...names, "Tất cả"])}`,
        [wishing("Giữ nguyên", "stop")],
      );
    }
    case "unfollowed":
      return chatMessage("Mình đã dừng gửi bản tin đó cho bạn.", [menuButton]);
    case "forgotten":
      return chatMessage(
        "Mình đã xóa những gì hệ thống giữ về bạn: bản tin bạn theo dõi và cuộc trò chuyện này. Tin nhắn trong Zalo thì bạn xóa trên máy của bạn. Phản ánh đã gửi không gắn với bạn nên vẫn được xử lý.",
      );
  }
}

function followingName({ schoolId, topic }: Following, nameOf: Known["nameOf"]): string {
  return `${shortened(nameOf(schoolId), 80)} (${topicLabels[topic]})`;
}

const mostLineCharacters = 120;

function lineText({ title, url }: Known["lines"][number]): string {
  return `${shortened(title, mostLineCharacters)}\n${url}`;
}
