import type { DeskKind } from "@truong-an/shared/directory";
import type { Accused, Category, Facts, Writer } from "@truong-an/shared/report";
import type { RouteFault } from "@truong-an/shared/routing/simulation";
import type { Situation } from "@truong-an/shared/routing/situations";
import {
  accusedLabels,
  categoryLabels,
  deskKindLabels,
  levelLabels,
  signalLabels,
  writerLabels,
} from "@truong-an/shared/text/vi";
import type { Minutes } from "@truong-an/shared/time";
import type { DeskLack } from "../places.ts";

// What `npm run routes` prints: for the people who keep the directory.

const faultLabels: Record<RouteFault, string> = {
  "fewer-than-two-bodies": "chưa đủ hai cơ quan độc lập nhận được tin ngay",
  "accused-reads": "tin tới bên bị phản ánh, hoặc tới người của bên ấy",
  "nobody-hears": "không nơi nào mở được tin",
  "never-told": "có nơi giữ chìa khóa mà không bao giờ được báo",
  "told-without-key": "có nơi được báo mà không có chìa khóa",
};

const lackLabels: Record<DeskLack, string> = {
  "not-on-sheet": "chưa có trong danh bạ đã ký, hoặc khóa đã đổi",
  "nobody-holds-key": "chưa có ai giữ khóa",
  "nobody-on-duty": "chưa có ai trực để gọi",
};

export const routesText = {
  demo: "Danh bạ trình diễn, khi mọi người đã nhận lời mời.",
  stored: "Danh bạ trong cơ sở dữ liệu, theo người đang trực lúc này.",
  noSchools: "Danh bạ này chưa có trường nào, nên chưa có gì để kiểm tra.",
  level: (level: Situation["decided"]["level"]) => levelLabels[level].toUpperCase(),
  lacking: (desk: string, lacks: readonly DeskLack[]) =>
    `! ${desk}: ${lacks.map((lack) => lackLabels[lack]).join("; ")}`,
  told: (soonest: Minutes, latest: Minutes, desks: readonly string[]) =>
    `${waitText(soonest, latest)}: ${desks.join(", ")}`,
  nobody: "không nơi nào",
  only: (runs: number, example: Situation) =>
    `${countText(runs)} tổ hợp khác, như: ${situationText(example)}`,
  fault: (fault: RouteFault, runs: number, example: Situation) =>
    `LỖI: ${faultLabels[fault]} (${countText(runs)} tổ hợp, như: ${levelLabels[example.decided.level]}, ${situationText(example)})`,
  summary: (figures: { schools: number; runs: number; ways: number; faults: number }) =>
    `${countText(figures.schools)} trường, ${countText(figures.runs)} tổ hợp, ${countText(figures.ways)} lộ trình khác nhau, ${countText(figures.faults)} lỗi.`,
} as const;

/** Which reports a line is about: who is accused, of what and, where it matters, who writes. */
export function matterText(
  accused: readonly (Accused | null)[],
  categories: readonly Category[],
  possible: readonly Category[],
  writers: readonly Writer[],
): string {
  const who = accused.includes(null)
    ? "không hỏi ai gây ra"
    : `bị phản ánh: ${accused.map((one) => (one === null ? "" : accusedLabels[one])).join(", ")}`;
  const from = writers.length === 1 ? ` · người gửi: ${writers.map(writerText).join("")}` : "";
  return `${who} · ${categoriesText(categories, possible)}${from}`;
}

function categoriesText(categories: readonly Category[], possible: readonly Category[]): string {
  const left = possible.filter((one) => !categories.includes(one));
  if (left.length === 0 && possible.length > 1) return "mọi việc";
  if (left.length < categories.length && left.length < 5) return `mọi việc trừ ${listed(left)}`;
  return listed(categories);
}

function listed(categories: readonly Category[]): string {
  return categories.map((category) => categoryLabels[category]).join("; ");
}

function situationText({ facts, hint }: Situation): string {
  const parts = [
    facts.categories.map((category) => categoryLabels[category]).join(" + "),
    facts.accused === null ? "" : `bị phản ánh: ${accusedLabels[facts.accused]}`,
    `người gửi: ${writerText(facts.writer)}`,
    facts.wantsPolice ? "muốn báo công an" : "",
    excludedText(facts),
    hint === null ? "" : `lời kể: ${signalLabels[hint]}`,
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function excludedText({ excluded }: Facts): string {
  return excluded === null ? "" : `không gửi: ${deskKindLabels[excluded satisfies DeskKind]}`;
}

/** Of the writers, routing tells the youngest and the others apart: the commune protects children. */
function writerText(writer: Writer): string {
  return writer === "pupil_lower"
    ? "Học sinh tiểu học, THCS"
    : `${writerLabels[writer]}, người lớn`;
}

function waitText(soonest: Minutes, latest: Minutes): string {
  if (latest === 0) return "ngay";
  if (soonest === latest) return `sau ${durationText(latest)}`;
  return `sau ${durationText(soonest)} đến ${durationText(latest)}, tùy lúc gửi`;
}

function durationText(minutes: Minutes): string {
  const parts = [
    [Math.floor(minutes / 1440), "ngày"],
    [Math.floor(minutes / 60) % 24, "giờ"],
    [Math.round(minutes) % 60, "phút"],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return shown.length === 0 ? "chưa tới 1 phút" : shown.join(" ");
}

function countText(count: number): string {
  return count.toLocaleString("vi-VN");
}
