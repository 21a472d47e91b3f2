// How a Vietnamese syllable is built, without tone marks: an onset (or none) and a rime. The tables
// are the whole orthography (Quyết định 1989/QĐ-BGDĐT, 2018, after folding), so a typing slip can be
// told from a word without a dictionary.

const onsets = new Set(
  "b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" ").concat(""),
);

const rimes = new Set(
  (
    "a ac ach ai am an ang anh ao ap at au ay e ec em en eng enh eo ep et eu ech " +
    "i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu " +
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong oong op ot " +
    "u ua uan uang uat uay uc ue uech uen uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt uyu " +
    "y ya yem yen yeng yet yeu ynh"
  ).split(" "),
);

/** The syllables met most, to choose between two ways of splitting. From shared/corpus. */
const everyday = new Set(
  (
    "em co khong ban toi con cho roi noi anh lop no thay di la ma nha thi may bao ai nay hoi do " +
    "cua tu ve ba gio truong moi tui bi ra cung xe hoc trong mot voi chi dau dung qua nguoi lam " +
    "chu ca hai chau dua bo cai de lai phong day me dang mat hom thang duoc nam an xin nao het " +
    "thu sau len doi cu goi chuyen truoc van vo lan da nho muon cong minh cuoi nhan biet bat " +
    "chua so vao ho ngoi phai cau ngay vi tay ong tuan thoi ke nua chay sinh ngoai mo tra tren " +
    "dien nghi nghe sang gi dem quan bai loi cam can nuoc choi dan mua hay dong xuong ben vien " +
    "to tien duong nhom be khoi ngu bua luon lay gui vay the mai san xong nhung nen duoi chan " +
    "danh tai tin nhu luc bang hong don bac ao giay dap cac den mang chet tam keo ky trai bay " +
    "dam ay te nhau va lo han bon gia oi them nhat tro giu phu canh hang gai viet ten dat chung " +
    "khi xa bong tinh keu kia doc chieu coi cay tim hop ghe khoa hoa vua on cap muoi hinh tru " +
    "sao quen tap mau khoc thoai tuong ghi tieng com nhac dao diem trang giao tat uong le tho " +
    "gap tang quay tung tan thuoc theo dinh xem ly banh giup sua du mac dai lien kiem gan tiet " +
    "kho hon trua he tram thuong nhin phat troi om bep lon thanh go toan khac mong ga ta thua " +
    "gay bien su song chuc hieu boi gium buoi neu sat hoai nu tran vui lua lang nhieu tron ni " +
    "trung tao buon cat nhe lap tre binh than gian che that chia chup ket tuc se sach hen sung " +
    "cham mi rua mui bam bung ray quy lau nop huynh phan tet dep giua ngan truc cha hanh tham " +
    "chao phut duc tuoi nang ru giam thich xom lung nhiem giat vu kinh kem nga vang sap hut vai " +
    "cach met xiu meo trieu chiu cao nghen ngo pho tau toc but giau ngang tiep chac dot rang " +
    "yeu net lac hat giang nham khau ne quat goc xau khai ha nick lanh rot chuong khen suot " +
    "phuc bot chui im nghin xoa rieng rao long doa chong doan cang xep vong re lao khan treo " +
    "nhay gioi mu mon nau am trach hien hoang khoe tranh "
  )
    .trim()
    .split(" "),
);

/** Foreign words that look like slips of a Telex keyboard. */
const foreign = new Set(
  "sex text box boss bos pass pas class clas yes bus gas mess mes less les six fix mix tax max mask test help sos".split(
    " ",
  ),
);

/** Whether these folded letters (a-z, no marks) can be one syllable of Vietnamese. */
export function isSyllable(letters: string): boolean {
  for (let length = Math.min(3, letters.length - 1); length >= 0; length -= 1) {
    if (onsets.has(letters.slice(0, length)) && rimes.has(letters.slice(length))) return true;
  }
  return false;
}

/**
 * The syllable that a typing slip stands for, or the letters themselves. Mends what a Telex keyboard
 * leaves behind when a tone key or a hat key falls beside its vowel ("khocs", "bieets", "dduowcj").
 */
export function mendTelex(letters: string): string {
  if (letters.length > 9 || isSyllable(letters) || foreign.has(letters)) return letters;
  const withoutHats = letters.replace(/w/g, "");
  if (isSyllable(withoutHats)) return withoutHats;
  for (let at = withoutHats.length - 1; at > 0; at -= 1) {
    if (!"sfrxj".includes(withoutHats.charAt(at))) continue;
    const withoutTone = withoutHats.slice(0, at) + withoutHats.slice(at + 1);
    if (isSyllable(withoutTone)) return withoutTone;
  }
  return letters;
}

/** Longer runs are no words: they stay whole. */
const mostRunTogether = 400;

/** Splits letters typed without spaces ("emsoqua") into the fewest syllables, or gives them back. */
export function splitRunOn(letters: string): readonly string[] {
  if (letters.length < 6 || letters.length > mostRunTogether || isSyllable(letters))
    return [letters];
  const fewest: number[] = [0];
  const cut: number[] = [0];
  for (let end = 1; end <= letters.length; end += 1) {
    fewest[end] = Number.POSITIVE_INFINITY;
    for (let start = Math.max(0, end - 7); start < end; start += 1) {
      const syllable = letters.slice(start, end);
      const cost = (fewest[start] ?? 0) + costOf(syllable);
      if (cost >= (fewest[end] ?? 0) || !isSyllable(syllable)) continue;
      fewest[end] = cost;
      cut[end] = start;
    }
  }
  if (!Number.isFinite(fewest[letters.length])) return [letters];
  const syllables: string[] = [];
  for (let end = letters.length; end > 0; end = cut[end] ?? 0) {
    syllables.unshift(letters.slice(cut[end], end));
  }
  return syllables;
}

/** A bare vowel is seldom a word of its own; what is met every day is likelier than what is not. */
function costOf(syllable: string): number {
  const byLength = syllable.length === 1 ? 3 : syllable.length === 2 ? 1.2 : 1;
  return everyday.has(syllable) ? byLength : byLength + 0.5;
}
