import type { Feed } from "@truong-an/shared/api/bulletins";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setBulletin } from "../../support/bulletin-rows.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { pilotSchool } from "../../support/reporter.ts";

const start = Date.UTC(2026, 10, 1);

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
  for (let at = 0; at < 25; at += 1) {
    await setBulletin(doorstep.database, {
      title: `Bản tin ${at}`,
      topic: at % 2 === 0 ? "traffic" : "law",
      publishedAt: start + at * 60_000,
    });
  }
});
afterAll(() => doorstep.close());

const feed = `/api/public/bulletins?school=${pilotSchool}`;

function look(url: string, headers: Record<string, string> = {}) {
  return doorstep.app.inject({ url, headers });
}

test("a feed comes in pages, the newest first, until there is no more", async () => {
  const pages: Feed[] = [];
  for (let next: string | null = ""; next !== null; next = pages.at(-1)?.next ?? null) {
    pages.push((await look(next === "" ? feed : `${feed}&before=${next}`)).json<Feed>());
  }

  const titles = pages.flatMap(({ bulletins }) => bulletins.map(({ title }) => title));
  expect(pages.map(({ bulletins }) => bulletins.length)).toEqual([10, 10, 5]);
  expect(titles).toEqual(Array.from({ length: 25 }, (_one, at) => `Bản tin ${24 - at}`));
});

test("a feed of one topic", async () => {
  const { bulletins } = (await look(`${feed}&topic=law`)).json<Feed>();

  expect(bulletins).toHaveLength(10);
  expect(new Set(bulletins.map(({ topic }) => topic))).toEqual(new Set(["law"]));
});

test("a card is small: it holds no text", async () => {
  const { body } = await look(feed);

  expect(Buffer.byteLength(body)).toBeLessThan(6_000);
  expect(Object.keys(JSON.parse(body).bulletins[0])).not.toContain("body");
});

test("caches may keep a feed and an article for a minute, and ask whether they still hold", async () => {
  const id = (await look(feed)).json<Feed>().bulletins[0]?.id;

  for (const url of [feed, `/api/public/bulletins/${id}`]) {
    const first = await look(url);
    const again = await look(url, { "if-none-match": String(first.headers["etag"]) });
    const other = await look(url, { "if-none-match": 'W/"something else"' });

    expect(first.headers["cache-control"]).toBe("public, max-age=60");
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    expect(again.headers["etag"]).toBe(first.headers["etag"]);
    expect(other.statusCode).toBe(200);
  }
});

test("a feed that has changed has another tag", async () => {
  const before = await look(feed);
  await setBulletin(doorstep.database, { title: "Mới", publishedAt: start - 1 });
  const unchanged = await look(feed); // it stands on the last page
  await setBulletin(doorstep.database, { title: "Mới nhất", publishedAt: Date.now() });
  const after = await look(feed, { "if-none-match": String(before.headers["etag"]) });

  expect(unchanged.headers["etag"]).toBe(before.headers["etag"]);
  expect(after.statusCode).toBe(200);
});

test("what is not there is kept in no cache", async () => {
  const missing = "/api/public/bulletins/00000000-0000-4000-8000-000000000000";

  for (const url of [missing, `${missing}/cover?v=1`]) {
    const answer = await look(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers["cache-control"]).toBe("no-store");
  }
});

test.each([
  `${feed}&topic=everything`,
  `${feed}&before=yesterday`,
  `${feed}&before=1_${"0".repeat(36)}`,
  `${feed}&before=99999999999999999_00000000-0000-4000-8000-000000000000`,
  `${feed}&unknown=1`,
  "/api/public/bulletins?school=cill-cus",
  "/api/public/bulletins/none",
  "/api/public/bulletins/00000000-0000-4000-8000-000000000000/cover?v=x",
])("%s is refused as malformed", async (url) => {
  const answer = await look(url);

  expect([answer.statusCode, answer.json().code]).toEqual([400, "malformed"]);
});

test("a cover is kept for a day under its own version, and a minute under another", async () => {
  const id = await setBulletin(doorstep.database);
  await doorstep.database.query(
    `with cover as (
       insert into bulletin_covers (id, bulletin_id, image) values (gen_random_uuid(), $1, $2)
       returning id
     )
     update bulletin_versions set cover_id = cover.id, cover_alt = 'Một cái mũ' from cover
     where bulletin_versions.bulletin_id = $1`,
    [id, Buffer.from("ffd8ffd9", "hex")],
  );

  const kept = await look(`/api/public/bulletins/${id}/cover?v=1`);
  const other = await look(`/api/public/bulletins/${id}/cover?v=2`);

  expect(kept.headers["cache-control"]).toBe("public, max-age=86400, immutable");
  expect(other.headers["cache-control"]).toBe("public, max-age=60");
  expect(kept.rawPayload.toString("hex")).toBe("ffd8ffd9");
});

test("inside Zalo the Mini App may read bulletins from its own origin", async () => {
  const { headers } = await look(feed, { origin: "https://h5.zdn.vn" });

  expect(headers["access-control-allow-origin"]).toBe("https://h5.zdn.vn");
});
