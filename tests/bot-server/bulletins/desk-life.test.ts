import { randomUUID } from "node:crypto";
import type { BulletinDetail, BulletinRow, SeenVersion } from "@truong-an/shared/api/bulletins";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { communes, province, schools } from "../../demo/directory.ts";
import { deskIdOf } from "../../support/demo-ids.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { jpegWith } from "../../support/jpeg.ts";
import { seat, seatAnother, type Told, type Writer } from "../../support/writers.ts";

const places = {
  province: { kind: "province", id: province.id },
  commune: { kind: "commune", id: communes[0]?.id },
  otherCommune: { kind: "commune", id: communes[1]?.id },
  school: { kind: "school", id: schools[0]?.id },
  otherSchool: { kind: "school", id: schools[1]?.id },
} as const;

const words = {
  topic: "traffic",
  title: "Đội mũ bảo hiểm đúng cách",
  body: "Mũ bảo hiểm che chở cho cái đầu.",
  place: places.commune,
  readers: ["parents", "pupils"],
} as const;

let doorstep: Doorstep;
let hanh: Writer; // the school
let binh: Writer; // the police of its commune
let lan: Writer; // its commune
let huy: Writer; // the department
let kbreo: Writer; // another school, in another commune
let duc: Writer; // the police there
beforeAll(async () => {
  doorstep = await openDoorstep();
  hanh = await seat(doorstep, "cill-cus");
  binh = await seat(doorstep, "police-nam-ban");
  lan = await seat(doorstep, "commune-nam-ban");
  huy = await seat(doorstep, "department");
  kbreo = await seat(doorstep, "doi-thong");
  duc = await seat(doorstep, "police-doi-thong");
});
beforeEach(() => doorstep.clock.pass(1));
afterAll(() => doorstep.close());

function begin(who: Writer, desk: string, changes: object = {}, id: string = randomUUID()) {
  const body = { bulletinId: id, deskId: deskIdOf(desk), ...words, ...changes };
  return who.call("POST", "bulletins", body).then((told) => ({ id, told }));
}

async function draft(changes: object = {}): Promise<string> {
  const { id, told } = await begin(binh, "police-nam-ban", changes);
  expect(told.status).toBe(204);
  return id;
}

async function read(who: Writer, id: string): Promise<BulletinDetail> {
  const told = await who.call("GET", `bulletins/${id}`);
  expect(told.status).toBe(200);
  return told.body as BulletinDetail;
}

async function seenBy(who: Writer, id: string): Promise<SeenVersion> {
  const [version] = (await read(who, id)).versions;
  return { version: version?.number ?? 0, writtenAt: version?.written.at ?? 0 };
}

async function step(who: Writer, id: string, name: string): Promise<Told> {
  return who.call("POST", `bulletins/${id}/${name}`, await seenBy(who, id));
}

async function edit(who: Writer, id: string, changes: object = {}): Promise<Told> {
  const seen = await seenBy(who, id);
  doorstep.clock.pass(1);
  return who.call("POST", `bulletins/${id}/edit`, { seen, cover: null, ...words, ...changes });
}

async function published(changes: object = {}): Promise<string> {
  const id = await draft(changes);
  await step(binh, id, "submit");
  await step(lan, id, "approve");
  await step(lan, id, "publish");
  return id;
}

async function article(id: string) {
  const answer = await doorstep.app.inject(`/api/public/bulletins/${id}`);
  return { status: answer.statusCode, body: answer.json() };
}

describe("a bulletin on its way out", () => {
  test("is written, submitted, approved and published by two people, and then can be read", async () => {
    const id = await draft();
    const statuses = [(await read(lan, id)).status];
    for (const [who, name] of [
      [binh, "submit"],
      [lan, "approve"],
      [lan, "publish"],
    ] as const) {
      expect((await step(who, id, name)).status).toBe(204);
      statuses.push((await read(lan, id)).status);
    }

    expect(statuses).toEqual(["draft", "submitted", "approved", "published"]);
    expect(await article(id)).toMatchObject({
      status: 200,
      body: { id, version: 1, title: words.title, body: words.body, correctedAt: null },
    });
    const [version] = (await read(binh, id)).versions;
    expect(version).toMatchObject({
      placeName: communes[0]?.name,
      written: { who: binh.name, isMe: true },
      approved: { who: lan.name, isMe: false },
      published: { who: lan.name, isMe: false },
    });
  });

  test.each(["draft", "submitted", "approved"])("cannot be read while it is %s", async (status) => {
    const id = await draft();
    if (status !== "draft") await step(binh, id, "submit");
    if (status === "approved") await step(lan, id, "approve");

    expect((await article(id)).status).toBe(404);
  });

  test("goes back to its writer when a colleague returns it", async () => {
    const id = await draft();
    await step(binh, id, "submit");

    const returned = await step(lan, id, "return");

    expect(returned.status).toBe(204);
    expect((await read(binh, id)).status).toBe("draft");
  });

  test("sent again under the same id is the same draft, for its writer alone", async () => {
    const id = await draft();

    const again = await begin(binh, "police-nam-ban", {}, id);
    const byAnother = await begin(lan, "commune-nam-ban", {}, id);

    expect(again.told.status).toBe(204);
    expect((await read(binh, id)).versions).toHaveLength(1);
    expect(byAnother.told).toMatchObject({ status: 409, body: { code: "not-now" } });
  });

  test("takes no step out of turn", async () => {
    const id = await draft();

    const steps = [await step(lan, id, "approve"), await step(lan, id, "publish")];

    expect(steps.map(({ status }) => status)).toEqual([409, 409]);
  });
});

describe("four eyes", () => {
  test("who wrote it neither approves nor publishes it", async () => {
    const id = await draft();
    await step(binh, id, "submit");
    const approving = await step(binh, id, "approve");
    await step(lan, id, "approve");
    const publishing = await step(binh, id, "publish");

    expect(approving).toMatchObject({ status: 409, body: { code: "needs-colleague" } });
    expect(publishing).toMatchObject({ status: 409, body: { code: "needs-colleague" } });
    expect((await article(id)).status).toBe(404);
  });

  test("a colleague at the same desk is another person", async () => {
    const colleague = await seatAnother(doorstep, "police-nam-ban", "Thượng úy Mới");
    const id = await draft();
    await step(binh, id, "submit");

    expect((await step(colleague, id, "approve")).status).toBe(204);
  });

  test("who approved it and then changes a word has written it: another must approve anew", async () => {
    const colleague = await seatAnother(doorstep, "police-nam-ban", "Thượng úy Khác");
    const id = await draft();
    await step(binh, id, "submit");
    await step(colleague, id, "approve");
    await edit(colleague, id, { title: "Một chữ khác" });
    await step(colleague, id, "submit");

    const own = await step(colleague, id, "approve");
    const byTheFirst = await step(binh, id, "approve");

    expect(own).toMatchObject({ status: 409, body: { code: "needs-colleague" } });
    expect(byTheFirst.status).toBe(204);
  });

  test("an approval is for the words that were seen, not for those that came meanwhile", async () => {
    const id = await draft();
    await step(binh, id, "submit");
    const seen = await seenBy(lan, id);
    await edit(binh, id, { body: "Lời khác." });
    await step(binh, id, "submit");

    const approving = await lan.call("POST", `bulletins/${id}/approve`, seen);

    expect(approving).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect((await read(lan, id)).status).toBe("submitted");
  });

  test("the database itself refuses an approval and a publication by the writer", async () => {
    const id = await draft();
    const set = (column: string) =>
      doorstep.database.query(
        `update bulletin_versions set ${column} = written_by where bulletin_id = $1`,
        [id],
      );

    await expect(set("approved_by")).rejects.toThrow("bulletin_versions_approved_check");
    await expect(set("published_by")).rejects.toThrow("bulletin_versions_published_check");
  });

  test("two who approve at the same moment approve once", async () => {
    const id = await draft();
    await step(binh, id, "submit");
    const seen = await seenBy(lan, id);

    const both = await Promise.all(
      [lan, huy].map((who) => who.call("POST", `bulletins/${id}/approve`, seen)),
    );

    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
  });
});

describe("rights", () => {
  test.each([
    ["a school for its school", "cill-cus", "school", 204],
    ["a school for its commune", "cill-cus", "commune", 404],
    ["a school for another school", "cill-cus", "otherSchool", 404],
    ["the police for its commune", "police-nam-ban", "commune", 204],
    ["the police for a school there", "police-nam-ban", "school", 204],
    ["the police for a school elsewhere", "police-nam-ban", "otherSchool", 404],
    ["the police for another commune", "police-nam-ban", "otherCommune", 404],
    ["the police for the province", "police-nam-ban", "province", 404],
    ["a commune for a school there", "commune-nam-ban", "school", 204],
    ["a commune for the province", "commune-nam-ban", "province", 404],
    ["a department for its province", "department", "province", 204],
    ["a department for a commune", "department", "otherCommune", 204],
    ["a department for a school", "department", "otherSchool", 204],
  ] as const)("%s: %s, %s", async (_what, desk, scope, status) => {
    const writers = {
      "cill-cus": hanh,
      "police-nam-ban": binh,
      "commune-nam-ban": lan,
      department: huy,
    };

    const { told } = await begin(writers[desk], desk, { place: places[scope] });

    expect(told.status).toBe(status);
  });

  test("nobody writes in the name of a desk that is not theirs", async () => {
    const { told } = await begin(lan, "police-nam-ban");

    expect(told).toMatchObject({ status: 404, body: { code: "not-found" } });
  });

  test("a place that does not exist is nobody's", async () => {
    const place = { kind: "commune", id: "nowhere" };

    expect((await begin(huy, "department", { place })).told.status).toBe(404);
  });

  test("strangers meet nothing but not found, whatever they try", async () => {
    const id = await published();
    const seen = await seenBy(binh, id);
    const strangers = [hanh, kbreo, duc]; // a school does not write for its commune

    const told = await Promise.all(
      strangers.flatMap((who) => [
        who.call("GET", `bulletins/${id}`),
        who.call("POST", `bulletins/${id}/edit`, { seen, cover: null, ...words }),
        who.call("PUT", `bulletins/${id}/cover`, jpegWith("")),
        who.call("GET", `bulletins/${id}/versions/1/cover`),
        who.call("POST", `bulletins/${id}/withdraw`, { version: 1 }),
        ...["submit", "return", "approve", "publish"].map((name) =>
          who.call("POST", `bulletins/${id}/${name}`, seen),
        ),
      ]),
    );

    expect(told.map(({ status }) => status)).toEqual(told.map(() => 404));
    expect((await article(id)).status).toBe(200);
  });

  test("a list holds what one's desks write for, and nothing of others", async () => {
    const id = await draft();
    const forThere = await begin(duc, "police-doi-thong", { place: places.otherCommune });
    const listed = async (who: Writer) => {
      const told = await who.call("GET", "bulletins?status=draft");
      return (told.body as { bulletins: BulletinRow[] }).bulletins.map((row) => row.id);
    };

    const [mine, above, beside, below] = await Promise.all([binh, huy, duc, hanh].map(listed));

    expect(mine).toContain(id);
    expect(above).toEqual(expect.arrayContaining([id, forThere.id]));
    expect(beside).toContain(forThere.id);
    expect(beside).not.toContain(id);
    expect(below).not.toContain(id);
  });

  test("only the desk in whose name it goes changes its words", async () => {
    const id = await draft();

    expect((await edit(lan, id)).status).toBe(404);
    expect((await lan.call("PUT", `bulletins/${id}/cover`, jpegWith(""))).status).toBe(404);
    expect((await read(lan, id)).isMyDesk).toBe(false);
  });

  test.each([
    ["a school", "cill-cus", () => hanh, "", [schools[0]?.name]],
    ["a commune", "commune-nam-ban", () => lan, "", [communes[0]?.name, schools[0]?.name]],
    [
      "a department",
      "department",
      () => huy,
      "",
      [province.name, ...communes.map(({ name }) => name), ...schools.map(({ name }) => name)],
    ],
    ["a department that looks for one", "department", () => huy, "cill", [schools[0]?.name]],
    [
      "a department that looks for a commune, without marks",
      "department",
      () => huy,
      "doi thong",
      [communes[1]?.name, schools[1]?.name],
    ],
  ] as const)("%s is offered the places it writes for", async (_w, desk, who, typed, names) => {
    const search = encodeURIComponent(typed);
    const told = await who().call(
      "GET",
      `bulletin-places?deskId=${deskIdOf(desk)}&search=${search}`,
    );
    const offered = told.body as { places: { name: string }[] };

    expect(offered.places.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  test("a stranger is offered nothing of a desk", async () => {
    const told = await kbreo.call("GET", `bulletin-places?deskId=${deskIdOf("department")}`);

    expect(told.status).toBe(404);
  });
});

describe("a correction", () => {
  test("leaves what is published until it is approved and published itself", async () => {
    const id = await published();
    const first = (await article(id)).body;
    await edit(binh, id, { title: "Tiêu đề đã sửa" });
    await step(binh, id, "submit");
    const meanwhile = (await article(id)).body.title;
    await step(lan, id, "approve");
    await step(lan, id, "publish");

    const { body } = await article(id);
    const { versions } = await read(lan, id);
    expect(meanwhile).toBe(words.title);
    expect(body).toMatchObject({ title: "Tiêu đề đã sửa", version: 2 });
    expect(body.publishedAt).toBe(first.publishedAt);
    expect(body.correctedAt).toBeGreaterThan(first.publishedAt);
    expect(versions.map(({ number, status }) => [number, status])).toEqual([
      [2, "published"],
      [1, "replaced"],
    ]);
  });

  test("by two at the same time is begun once", async () => {
    const id = await published();
    const seen = await seenBy(binh, id);
    const body = { seen, cover: null, ...words, title: "Sửa" };

    const both = await Promise.all(
      [1, 2].map(() => binh.call("POST", `bulletins/${id}/edit`, body)),
    );

    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await read(binh, id)).versions).toHaveLength(2);
  });

  test("that is given up leaves what is published", async () => {
    const id = await published();
    await edit(binh, id);

    await binh.call("POST", `bulletins/${id}/withdraw`, { version: 2 });

    expect((await read(binh, id)).status).toBe("published");
    expect((await article(id)).status).toBe(200);
  });
});

describe("withdrawing", () => {
  test.each([
    ["its writer", () => binh],
    ["a colleague who may write for the place", () => huy],
  ])("%s takes it away at once", async (_who, who) => {
    const id = await published();

    const told = await who().call("POST", `bulletins/${id}/withdraw`, { version: 1 });

    const feed = await doorstep.app.inject(`/api/public/bulletins?school=${schools[0]?.id}`);
    expect(told.status).toBe(204);
    expect((await article(id)).status).toBe(404);
    expect(feed.body).not.toContain(id);
    expect((await read(who(), id)).status).toBe("withdrawn");
  });

  test("takes back the approval of a correction that waits", async () => {
    const id = await published();
    await edit(binh, id);
    await step(binh, id, "submit");
    await step(lan, id, "approve");

    await lan.call("POST", `bulletins/${id}/withdraw`, { version: 1 });
    const publishing = await step(lan, id, "publish");

    expect(publishing.status).toBe(409);
    expect((await read(lan, id)).status).toBe("draft");
  });

  test("twice is refused, and it may come back after a correction", async () => {
    const id = await published();
    await lan.call("POST", `bulletins/${id}/withdraw`, { version: 1 });

    const again = await lan.call("POST", `bulletins/${id}/withdraw`, { version: 1 });
    await edit(binh, id, { title: "Bản mới" });
    await step(binh, id, "submit");
    await step(lan, id, "approve");
    await step(lan, id, "publish");

    expect(again.status).toBe(409);
    expect((await article(id)).body).toMatchObject({ version: 2, title: "Bản mới" });
  });
});

describe("a cover", () => {
  test("comes with the words that name it, without anything beside the picture", async () => {
    const id = await draft();
    const upload = await binh.call("PUT", `bulletins/${id}/cover`, jpegWith("11.83 N 108.35 E"));
    const { coverId } = upload.body as { coverId: string };
    await edit(binh, id, { cover: { id: coverId, alt: "Một em nhỏ đội mũ bảo hiểm" } });
    await step(binh, id, "submit");
    await step(lan, id, "approve");
    await step(lan, id, "publish");

    const kept = await lan.call("GET", `bulletins/${id}/versions/1/cover`);
    const shown = await doorstep.app.inject(`/api/public/bulletins/${id}/cover?v=1`);
    expect((await article(id)).body.coverAlt).toBe("Một em nhỏ đội mũ bảo hiểm");
    expect(shown.headers["content-type"]).toBe("image/jpeg");
    expect(shown.rawPayload.subarray(0, 4).toString("hex")).toBe("ffd8ffdb");
    expect(kept.body).toEqual(shown.rawPayload);
  });

  test.each([
    ["a PNG", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["words", Buffer.from("ảnh")],
    ["a picture wider than 1280", wide(1_281)],
  ])("%s is refused", async (_what, bytes) => {
    const id = await draft();

    const told = await binh.call("PUT", `bulletins/${id}/cover`, bytes);

    expect(told).toMatchObject({ status: 422, body: { code: "photo-damaged" } });
  });

  test("of another bulletin is not found", async () => {
    const [id, other] = [await draft(), await draft()];
    const upload = await binh.call("PUT", `bulletins/${other}/cover`, jpegWith(""));
    const { coverId } = upload.body as { coverId: string };

    expect((await edit(binh, id, { cover: { id: coverId, alt: "Mũ" } })).status).toBe(404);
  });

  test("that no version names any more is not kept", async () => {
    const id = await draft();
    await binh.call("PUT", `bulletins/${id}/cover`, jpegWith(""));
    await edit(binh, id);

    const kept = await doorstep.database.query(
      "select 1 from bulletin_covers where bulletin_id = $1",
      [id],
    );
    expect(kept.rowCount).toBe(0);
  });
});

test("every step is remembered with who took it, and an approval with what the check had found", async () => {
  const id = await published({ body: "Khen em Trâm lớp 7A2." });
  await lan.call("POST", `bulletins/${id}/withdraw`, { version: 1 });

  const { rows } = await doorstep.database.query(
    `select kind, staff_id, details from audit_entries
     where details->>'bulletinId' = $1 order by id`,
    [id],
  );
  expect(rows.map(({ kind, staff_id }) => [kind, staff_id])).toEqual([
    ["bulletin-written", binh.id],
    ["bulletin-submitted", binh.id],
    ["bulletin-approved", lan.id],
    ["bulletin-published", lan.id],
    ["bulletin-withdrawn", lan.id],
  ]);
  expect(rows[2]?.details).toEqual({ bulletinId: id, version: 1, flags: ["person", "class"] });
});

test("words with signs that no screen shows are refused", async () => {
  const told = await begin(binh, "police-nam-ban", { body: "một\u0000hai" });

  expect(told.told).toMatchObject({ status: 400, body: { code: "malformed" } });
});

/** One grey dot that says it is so wide. */
function wide(width: number): Buffer {
  const jpeg = Buffer.from(jpegWith(""));
  jpeg.writeUInt16BE(width, jpeg.indexOf("ffc0", 0, "hex") + 7);
  return jpeg;
}
