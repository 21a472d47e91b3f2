import { z } from "zod";
import { TopicChoice } from "../bulletin.ts";
import { SchoolId } from "../ids.ts";
import { Accused, Category, DangerNow, When } from "../report.ts";
import type { Move, Wish } from "./heard.ts";

const wishNames: Record<Wish, string> = {
  menu: "#menu",
  news: "#tin",
  report: "#gui",
  lookup: "#tra",
  numbers: "#so",
  groups: "#nhom",
  follow: "#theo-doi",
  unfollow: "#bo-theo-doi",
  forget: "#xoa-du-lieu",
  human: "#nguoi",
  help: "#giup",
  stop: "#thoi",
};

/** What a button says to us when it is pressed, as a move that `moveOfPayload` reads. */
export type Pressed = Extract<
  Move,
  {
    readonly kind:
      | "wish"
      | "yes"
      | "no"
      | "send"
      | "go-on"
      | "new-receipt"
      | "school"
      | "danger"
      | "matter"
      | "accused"
      | "when"
      | "topic";
  }
>;

export function payloadOf(move: Pressed): string {
  switch (move.kind) {
    case "wish":
      return wishNames[move.wish];
    case "yes":
      return "#dong-y";
    case "no":
      return "#khong";
    case "send":
      return "#xong";
    case "go-on":
      return "#ke-tiep";
    case "new-receipt":
      return "#ma-moi";
    case "school":
      return `#truong-${move.schoolId}`;
    case "danger":
      return `#nguy-${move.danger}`;
    case "matter":
      return `#viec-${move.category}`;
    case "accused":
      return `#ai-${move.accused}`;
    case "when":
      return `#luc-${move.when}`;
    case "topic":
      return `#tin-${move.topic}`;
  }
}

/** The move behind a button's payload; undefined for anything that is not one of ours. */
export function moveOfPayload(text: string): Move | undefined {
  const whole = wholePayloads.get(text.toLowerCase());
  if (whole !== undefined) return whole;
  const [, name = "", rest = ""] = /^#([a-z]+)-(.+)$/s.exec(text) ?? [];
  switch (name) {
    case "truong":
      return read(SchoolId, rest, (schoolId) => ({ kind: "school", schoolId }));
    case "nguy":
      return read(DangerNow, rest, (danger) => ({ kind: "danger", danger }));
    case "viec":
      return read(Category, rest, (category) => ({ kind: "matter", category }));
    case "ai":
      return read(Accused, rest, (accused) => ({ kind: "accused", accused }));
    case "luc":
      return read(When, rest, (when) => ({ kind: "when", when }));
    case "tin":
      return read(TopicChoice, rest, (topic) => ({ kind: "topic", topic }));
    case "nhan":
      return read(AlertName, rest, (alert) => ({ kind: "acknowledge", alert }));
    default:
      return undefined;
  }
}

const AlertName = z.string().regex(/^[0-9A-Za-z-]{1,64}$/);

function read<Schema extends z.ZodType>(
  schema: Schema,
  given: string,
  move: (value: z.output<Schema>) => Move,
): Move | undefined {
  const value = schema.safeParse(given);
  return value.success ? move(value.data) : undefined;
}

const wholePayloads: ReadonlyMap<string, Move> = new Map<string, Move>([
  ...Object.entries(wishNames).map(([wish, name]): [string, Move] => [
    name,
    { kind: "wish", wish: wish as Wish },
  ]),
  ["#dong-y", { kind: "yes" }],
  ["#khong", { kind: "no" }],
  ["#xong", { kind: "send" }],
  ["#ke-tiep", { kind: "go-on" }],
  ["#ma-moi", { kind: "new-receipt" }],
  ["#nhan", { kind: "acknowledge", alert: null }],
]);
