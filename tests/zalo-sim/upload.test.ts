import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Asking, aJpeg, asking } from "./asking.ts";
import { day } from "./clock.ts";
import { startZaloSim, type ZaloSim } from "./start.ts";

const person = { id: "5000000000000000001", name: "Mai" };
const image = "/v2.0/oa/upload/image";

let sim: ZaloSim;
let zalo: Asking;

beforeAll(async () => {
  sim = await startZaloSim({ port: 0, people: [person], realNow: () => 1_800_000_000_000 });
  zalo = asking(sim);
});
afterAll(async () => sim.stop());
beforeEach(() => sim.reset());

function picture(media: object) {
  const payload = { template_type: "media", elements: [media] };
  const attachment = { type: "template", payload };
  return { recipient: { user_id: person.id }, message: { text: "Xem", attachment } };
}

test("a picture can be uploaded, sent, seen and echoed", async () => {
  const { data } = await zalo.upload(image, aJpeg());
  const media = { media_type: "image", attachment_id: data.attachment_id };

  expect(await zalo.post("/v3.0/oa/message/cs", picture(media))).toMatchObject({ error: 0 });

  const [item] = sim.items(person.id);
  const url = item?.app === "zalo" && item.attachment?.kind === "image" ? item.attachment.url : "";
  const shown = await fetch(`${sim.url}${url}`);
  expect(shown.headers.get("content-type")).toBe("image/jpeg");
  expect((await shown.arrayBuffer()).byteLength).toBe(1_003);
  expect(sim.events()[0]?.name).toBe("oa_send_image");
});

test("an attachment id dies after seven days", async () => {
  const { data } = await zalo.upload(image, aJpeg());
  const message = picture({ media_type: "image", attachment_id: data.attachment_id });
  sim.advanceClock(7 * day);
  sim.say(person.id, "còn đó không");
  expect(await zalo.post("/v3.0/oa/message/cs", message)).toMatchObject({ error: 0 });

  sim.advanceClock(1);

  expect(await zalo.post("/v3.0/oa/message/cs", message)).toMatchObject({ error: -100 });
});

test.each([
  ["an unknown attachment id", { media_type: "image", attachment_id: "x" }, -201],
  [
    "a url and an attachment id at once",
    { media_type: "image", attachment_id: "x", url: "https://a.example/" },
    -201,
  ],
  ["neither", { media_type: "image" }, -201],
  ["a gif without its size", { media_type: "gif", url: "https://a.example/a.gif" }, -201],
  ["a picture by its url", { media_type: "image", url: "https://a.example/a.jpg" }, 0],
])("%s answers as Zalo does", async (_what, media, error) => {
  expect(await zalo.post("/v3.0/oa/message/cs", picture(media))).toMatchObject({ error });
});

test.each([
  ["a picture over 1 MB", image, aJpeg(1024 * 1024), -210],
  ["a text named as a picture", image, new Blob(["a"], { type: "image/jpeg" }), -201],
  ["a gif at the address for pictures", image, new Blob(["GIF89a"], { type: "image/gif" }), -201],
  ["a gif", "/v2.0/oa/upload/gif", new Blob(["GIF89a"], { type: "image/gif" }), 0],
  [
    "a program as a file",
    "/v2.0/oa/upload/file",
    new Blob(["MZ"], { type: "application/x-msdownload" }),
    -201,
  ],
  ["a PDF", "/v2.0/oa/upload/file", new Blob(["%PDF-1.7"], { type: "application/pdf" }), 0],
])("%s answers as Zalo does", async (_what, path, file, error) => {
  expect(await zalo.upload(path, file)).toMatchObject({ error });
});

test("without a field called file, or without quota, nothing is taken", async () => {
  expect(await zalo.post(image, {})).toMatchObject({ error: -201 });

  sim.setQuotas({ uploads: 0 });

  expect(await zalo.upload(image, aJpeg())).toMatchObject({ error: -211 });
});

test("a file is sent by its token", async () => {
  const pdf = new Blob(["%PDF-1.7"], { type: "application/pdf" });
  const { data } = await zalo.upload("/v2.0/oa/upload/file", pdf, "bản tin.pdf");

  const sent = await zalo.post("/v3.0/oa/message/cs", {
    recipient: { user_id: person.id },
    message: { attachment: { type: "file", payload: { token: data.token } } },
  });

  expect(sent).toMatchObject({ error: 0 });
  expect(sim.items(person.id)).toMatchObject([
    { attachment: { kind: "file", name: "bản tin.pdf" } },
  ]);
});
