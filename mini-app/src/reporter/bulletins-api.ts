import { Article, Feed } from "@truong-an/shared/api/bulletins";
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

/** No cookie and no referrer; the browser's cache asks again whether what it has still holds. */
async function ask<Value>(schema: z.ZodType<Value>, path: string): Promise<Told<Value>> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), askWithinMs);
  try {
    const response = await fetch(`${__API_BASE__}${path}`, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: controller.signal,
    });
    if (response.status === 404) return { kind: "missing" };
    const parsed = schema.safeParse(await response.json());
    return response.ok && parsed.success ? { kind: "ok", value: parsed.data } : { kind: "failed" };
  } catch {
    return { kind: "failed" }; // no network, out of time, or an answer that is no JSON
  } finally {
    clearTimeout(timer);
  }
}
