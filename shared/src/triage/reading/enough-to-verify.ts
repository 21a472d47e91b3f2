import type { Concept } from "../lexicon/lexicon.ts";
import { mentionsIn } from "./concepts.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";

export type Detail = "what" | "where" | "when" | "who";

/**
 * What a desk would still have to ask before it could look into a text, in the order in which to ask
 * it. "Who" is missing only from a deed: a broken fan has no culprit. A hint for the writer alone,
 * never sent and never a condition. Pure, linear in the length of the text.
 */
export function missingDetails(text: string): readonly Detail[] {
  const sentences = sentencesOf(text);
  const words = new Set(sentences.flat().map((word) => word.plain));
  const groups = new Set(sentences.flatMap(clearGroups));
  const isTold = (anyOf: readonly Concept[]) => anyOf.some((group) => groups.has(group));

  const missing: Detail[] = [];
  if (!isTold([...deeds, ...matters])) missing.push("what");
  if (!sentences.some(namesPlace)) missing.push("where");
  if (!isTold(times) && !timeWords.some((word) => words.has(word))) missing.push("when");
  if (isTold(deeds) && !isTold(people) && !words.has("#lop")) missing.push("who");
  return missing;
}

const people: readonly Concept[] = [
  "peer",
  "staff",
  "family",
  "outsider",
  "police",
  "official",
  "unknownPerson",
];

const times: readonly Concept[] = ["now", "today", "later", "again", "days", "past"];

const timeWords = ["#gio", "#ngay", "mai", "hoai", "suot"];

/** What somebody does to somebody. */
const deeds: readonly Concept[] = [
  "weapon",
  "fightPlan",
  "violence",
  "trapped",
  "threat",
  "sexual",
  "imageThreat",
  "familyHarm",
  "ledAway",
  "drugs",
  "extortion",
  "trespass",
  "online",
  "scam",
  "bullying",
  "staffHarm",
];

const matters: readonly Concept[] = [
  "wishToDie",
  "goodbye",
  "hurtingOneself",
  "lowMood",
  "injury",
  "vaping",
  "debt",
  "fire",
  "food",
  "accident",
  "traffic",
  "theft",
  "facility",
  "suggestion",
  "counsel",
  "praise",
];

/** Groups spoken of in two words or more: without tone marks a single one often means something else. */
function clearGroups(sentence: Sentence): readonly Concept[] {
  return mentionsIn(sentence)
    .filter(({ concept, from, to }) => to - from > 1 || concept === "family")
    .map(({ concept }) => concept);
}

function namesPlace(sentence: Sentence): boolean {
  const spoken = ` ${sentence.map((word) => word.plain).join(" ")} `;
  return places.some((place) => spoken.includes(` ${place} `)) || spoken.includes(" #lop ");
}

/** Where things happen to pupils: a class and a way of saying "at" count as a place. */
const places: readonly string[] =
  "ở lớp | trong lớp | lớp học | phòng học | phòng thi nghiệm | phòng y tế | phòng bảo vệ | văn phòng | hành lang | cầu thang | cổng | sân trường | sân bóng | sân sau | nhà vệ sinh | nhà xe | bãi xe | căn tin | căng tin | nhà ăn | thư viện | nhà thi đấu | ký túc xá | nội trú | bán trú | nhà trọ | phòng trọ | ở trường | trong trường | tới trường | ngoài trường | sau trường | trước trường | gần trường | đường về | trên đường | ngoài đường | bến xe | trạm xe | xe buýt | xe đưa rước | trên xe | quán net | tiệm net | quán | chợ | công viên | cầu | suối | sông | hồ bơi | ruộng | rẫy | bìa rừng | nhà văn hoá | ở nhà | nhà em | nhà con | nhà bạn | nhà nó | nhà thầy | nhà cô | trên mạng | facebook | zalo | tiktok | messenger | instagram | nhóm chat | nhóm lớp | sau dãy | dãy nhà | tầng | ở chỗ | chỗ | khu | thôn | xóm | buôn | bản | xã"
    .split("|")
    .map((place) =>
      sentencesOf(place)
        .flat()
        .map((word) => word.plain)
        .join(" "),
    );
