import { Article, type AskForNotices, Feed, NoticesAsked } from "@truong-an/shared/api/bulletins";
import { RefusalBody } from "@truong-an/shared/api/refusal";
import type { Topic } from "@truong-an/shared/bulletin";
import type { z } from "zod";

export type Told<Value> =
  | { readonly kind: "ok"; readonly value: Value }
  | { readonly kind: "missing" } // it is not there, or not any more
  | { readonly kind: "failed" };

const askWithinMs = 15_000;

type Page = {
  readonly schoolId: string | null;
  readonly topic: Topic | null;
  readonly before: string | null;
};

/** Apart from the calls of a report: these may be cached, and nothing of a report is in them. */
export function fetchFeed({ schoolId, topic, before }: Page): Promise<Told<Feed>> {
  const asked = Object.entries({ school: schoolId, topic, before });
  const query = asked.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]));
  return ask(Feed, `/api/public/bulletins${query.length > 0 ? `?${query.join("&")}` : ""}`);
}

export function fetchArticle(id: string): Promise<Told<Article>> {
  return ask(Article, `/api/public/bulletins/${encodeURIComponent(id)}`);
}

export function coverUrl({ id, version }: { readonly id: string; readonly version: number }) {
  return `${__API_BASE__}/api/public/bulletins/${id}/cover?v=${version}`;
}

/** The one thing that is sent: a wish for notices, or the end of one. The token goes in the body alone. */
export async function postNoticeWish(
  wish: AskForNotices,
): Promise<"taken" | "unknown-school" | "unavailable" | "not-sent"> {
  const answer = await call("/api/public/bulletin-notices", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wish),
  });
  if (answer?.isOk && NoticesAsked.safeParse(answer.body).success) return "taken";
  switch (RefusalBody.safeParse(answer?.body).data?.code) {
    case "not-found":
      return "unknown-school";
    case "not-now":
      return "unavailable";
    default:
      return "not-sent";
  }
}

/** The browser's cache asks again whether what it has still holds. */
async function ask<Value>(schema: z.ZodType<Value>, path: string): Promise<Told<Value>> {
  const answer = await call(path, {});
  if (answer?.status === 404) return { kind: "missing" };
  const parsed = schema.safeParse(answer?.body);
  return answer?.isOk && parsed.success ? { kind: "ok", value: parsed.data } : { kind: "failed" };
}

type Said = { readonly isOk: boolean; readonly status: number; readonly body: unknown };

/** No cookie and no referrer. Null: no network, or out of time. A body that is no JSON is null. */
async function call(path: string, request: RequestInit): Promise<Said | null> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), askWithinMs);
  try {
    const response = await fetch(`${__API_BASE__}${path}`, {
      ...request,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: controller.signal,
    });
    const body: unknown = await response.json().catch(() => null);
    return { isOk: response.ok, status: response.status, body };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
