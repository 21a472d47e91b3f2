import { z } from "zod";
import { type Instant, instant } from "./time.ts";

/**
 * One bulletin in one group. `sending` is written down before Zalo is called, so that a crash leaves
 * a question and not a gap; `unsure` is that question. It is looked up in the group, and only what is
 * not there is sent again.
 */
export const PostStatus = z.enum(["waiting", "sending", "sent", "failed", "unsure", "cancelled"]);
export type PostStatus = z.infer<typeof PostStatus>;

export type Post = {
  readonly status: PostStatus;
  /** Why it failed or is unsure: Zalo's number, or a word of ours. */
  readonly code: string | null;
  readonly attempts: number;
  /** When it is its turn again. Null: never by itself. */
  readonly nextTryAt: Instant | null;
};

/** What may become of a post. */
export type PostEvent =
  | { readonly kind: "began" }
  | { readonly kind: "sent" }
  | { readonly kind: "refused"; readonly code: number }
  | { readonly kind: "busy"; readonly waitMs: number } // not carried out: come back later
  | { readonly kind: "cover-lapsed"; readonly code: number } // not carried out: its picture is to be uploaded anew
  | { readonly kind: "no-answer"; readonly code: string } // it may have been carried out
  | { readonly kind: "abandoned" } // whoever was sending is gone
  | { readonly kind: "found" }
  | { readonly kind: "absent"; readonly isStopped: boolean }
  | { readonly kind: "not-looked"; readonly code: string } // Zalo did not let us look this time
  | { readonly kind: "cannot-look" } // this kind of group cannot be read at all
  | { readonly kind: "retried" }
  | { readonly kind: "confirmed" } // a person saw it there
  | { readonly kind: "denied" } // a person looked: it is not there
  | { readonly kind: "stopped" };

/** After so many tries without an answer a person decides. */
export const mostPostAttempts = 8;

const settleMs = 5_000; // Zalo may still be at work when it has not answered us
const abandonedMs = 20_000; // longer than a call that somebody else began can take
const firstPauseMs = 2_000;
const longestPauseMs = 10 * 60_000;

/** What a post becomes, or nothing when that may not happen to it now. `chance` is from 0 to 1. */
export function afterEvent(
  post: Post,
  event: PostEvent,
  now: Instant,
  chance: number,
): Post | undefined {
  return allowed[event.kind].has(post.status) ? moved(post, event, now, chance) : undefined;
}

/** Whether it still goes on by itself. */
export function isPending({ status, nextTryAt }: Post): boolean {
  return (
    status === "waiting" || status === "sending" || (status === "unsure" && nextTryAt !== null)
  );
}

/** Whether a person may ask for another try. */
export function mayRetry(post: Post): boolean {
  return allowed.retried.has(post.status) && !isPending(post);
}

export type Progress = {
  readonly all: number;
  readonly sent: number;
  readonly pending: number;
  readonly failed: number;
  readonly unsure: number;
  readonly cancelled: number;
};

export function progressOf(posts: readonly Post[]): Progress {
  const count = (isMeant: (post: Post) => boolean) => posts.filter(isMeant).length;
  return {
    all: posts.length,
    sent: count(({ status }) => status === "sent"),
    pending: count(isPending),
    failed: count(({ status }) => status === "failed"),
    unsure: count((post) => post.status === "unsure" && !isPending(post)),
    cancelled: count(({ status }) => status === "cancelled"),
  };
}

/** The pause before the next try: doubled every time, and never the same for two groups. */
export function pauseMs(attempts: number, chance: number): number {
  const longest = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, attempts - 1));
  return Math.round(longest * (0.5 + chance / 2));
}

const mostTextLength = 2_000; // Zalo refuses longer text; it does not cut it
const mostLeadLength = 500;

/**
 * A bulletin as it stands in a group: its title, how it begins and where to read on. Composed
 * Vietnamese, within Zalo's limit, and nothing in it can call a member or the whole group by name.
 */
export function postText(
  bulletin: { readonly title: string; readonly body: string },
  link: string,
) {
  const title = composed(bulletin.title);
  const end = `\n\n${link}`;
  const room = mostTextLength - title.length - end.length - 2;
  const lead = leadOf(composed(bulletin.body), Math.min(mostLeadLength, room));
  return `${lead === "" ? title : `${title}\n\n${lead}`}${end}`;
}

const allowed: Record<PostEvent["kind"], ReadonlySet<PostStatus>> = {
  began: new Set(["waiting"]),
  sent: new Set(["sending"]),
  refused: new Set(["sending"]),
  busy: new Set(["sending", "unsure"]),
  "cover-lapsed": new Set(["sending"]),
  "no-answer": new Set(["sending"]),
  abandoned: new Set(["sending"]),
  found: new Set(["unsure"]),
  absent: new Set(["unsure"]),
  "not-looked": new Set(["unsure"]),
  "cannot-look": new Set(["unsure"]),
  retried: new Set(["failed", "unsure", "cancelled"]),
  confirmed: new Set(["unsure"]),
  denied: new Set(["unsure"]),
  stopped: new Set(["waiting"]),
};

function moved(post: Post, event: PostEvent, now: Instant, chance: number): Post {
  const later = (ms: number) => instant(now + ms);
  const { attempts } = post;
  const isLastTry = attempts >= mostPostAttempts;
  switch (event.kind) {
    case "began":
      return { status: "sending", code: null, attempts: attempts + 1, nextTryAt: null };
    case "sent":
    case "found":
    case "confirmed":
      return { ...post, status: "sent", code: null, nextTryAt: null };
    case "refused":
      return { ...post, status: "failed", code: String(event.code), nextTryAt: null };
    case "busy":
      return busy(post, later(event.waitMs));
    case "cover-lapsed":
      return isLastTry
        ? { ...post, status: "failed", code: String(event.code), nextTryAt: null }
        : { ...post, status: "waiting", nextTryAt: later(pauseMs(attempts, chance)) };
    case "no-answer":
      return { ...post, status: "unsure", code: event.code, nextTryAt: later(settleMs) };
    case "abandoned":
      return { ...post, status: "unsure", code: "abandoned", nextTryAt: later(abandonedMs) };
    case "absent":
      if (event.isStopped) return stopped(post);
      return isLastTry
        ? { ...post, status: "failed", nextTryAt: null }
        : { ...post, status: "waiting", nextTryAt: later(pauseMs(attempts, chance)) };
    case "not-looked":
      return {
        status: "unsure",
        code: event.code,
        attempts: attempts + 1,
        nextTryAt: isLastTry ? null : later(pauseMs(attempts + 1, chance)),
      };
    case "cannot-look":
      return { ...post, nextTryAt: null };
    case "retried":
      // What may be there already is looked up again, not sent blindly.
      return post.status === "unsure" ? { ...post, attempts: 0, nextTryAt: now } : fresh(now);
    case "denied":
      return fresh(now);
    case "stopped":
      return stopped(post);
  }
}

function fresh(now: Instant): Post {
  return { status: "waiting", code: null, attempts: 0, nextTryAt: now };
}

/** Zalo did nothing: the try does not count. */
function busy(post: Post, at: Instant): Post {
  if (post.status === "unsure") return { ...post, nextTryAt: at };
  return { status: "waiting", code: null, attempts: Math.max(0, post.attempts - 1), nextTryAt: at };
}

function stopped(post: Post): Post {
  return { ...post, status: "cancelled", code: null, nextTryAt: null };
}

/** `[@` begins the name of somebody who is called. */
function composed(words: string): string {
  return words.normalize("NFC").trim().replaceAll("[@", "[ @");
}

/** The beginning, whole words only. */
function leadOf(body: string, most: number): string {
  if (body.length <= most) return body;
  const head = body.slice(0, Math.max(0, most - 1));
  const end = Math.max(head.lastIndexOf(" "), head.lastIndexOf("\n"));
  const whole = end > 0 ? head.slice(0, end) : "";
  return whole.trimEnd() === "" ? "" : `${whole.trimEnd()}…`;
}
