import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startZaloSim, type ZaloSim } from "../start.ts";

const officer = {
  id: "5000000000000000001",
  name: '<script>alert("tên")</script>',
  role: "Trực ban & 'đội'",
  email: "truc@xa.example",
};

let sim: ZaloSim;

beforeAll(async () => {
  sim = await startZaloSim({ port: 0, people: [officer] });
});
afterAll(async () => sim.stop());
beforeEach(() => sim.reset());

async function page(): Promise<string> {
  return (await fetch(`${sim.url}/`)).text();
}

test("a name with a script in it is shown, not run", async () => {
  const html = await page();

  expect(html).not.toContain("<script>alert");
  expect(html).toContain("&#60;script&#62;alert(&#34;tên&#34;)&#60;/script&#62;");
  expect(html).toContain("Trực ban &#38; &#39;đội&#39;");
});

test("what others wrote is escaped in every app", async () => {
  const nasty = "<img src=x onerror=alert(1)>";
  sim.invite(officer.id, { text: nasty, url: "javascript:alert(1)" });
  sim.showMail({
    from: nasty,
    to: [officer.email],
    subject: nasty,
    text: `${nasty} https://a.example/"onclick=x`,
  });

  const html = await page();

  expect(html).not.toContain("<img");
  expect(html).not.toContain("javascript:");
  expect(html).toContain('href="https://a.example/"');
});

test("what is said in a chat is escaped, on buttons too", async () => {
  const nasty = "<img src=x onerror=alert(1)>";
  sim.say(officer.id, nasty);
  sim.sendImage(officer.id, "https://elsewhere.example/a.jpg");
  const button = { title: nasty, type: "oa.query.show", payload: nasty };
  const attachment = { type: "template", payload: { buttons: [button] } };
  await fetch(`${sim.url}/v3.0/oa/message/cs`, {
    method: "POST",
    headers: { "content-type": "application/json", access_token: "sim-access-token" },
    body: JSON.stringify({
      recipient: { user_id: officer.id },
      message: { text: nasty, attachment },
    }),
  });

  const html = await page();

  expect(html).not.toContain("<img");
  expect(html.split("&#60;img")).toHaveLength(5); // said, answered, the button, the list's preview
  expect(html).toContain('href="https://elsewhere.example/a.jpg"');
});

test("a letter shows on the phone of whom it is addressed to, whatever the case of the letters", async () => {
  sim.showMail({
    from: "a@b.example",
    to: ["TRUC@xa.example", "khac@xa.example"],
    subject: "Việc",
    text: "Xem",
  });

  expect(sim.items()).toMatchObject([{ personId: officer.id, app: "mail", subject: "Việc" }]);
});

test("the page loads nothing from outside and frames nowhere", async () => {
  const response = await fetch(`${sim.url}/`);

  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await response.text()).not.toMatch(/(?:src|href)="https?:/);
});

test("every file that the page's scripts ask for is served, and nothing beside", async () => {
  const wanted = new Set([
    "phone-view/browser/main.js",
    "otpauth.js",
    "page.css",
    "phone.css",
    "chat.css",
    "controls.css",
  ]);

  for (const name of wanted) {
    const response = await fetch(`${sim.url}/assets/${name}`);
    expect(response.status, name).toBe(200);
    if (!name.startsWith("phone-view/")) continue;
    const imports = [...(await response.text()).matchAll(/from "(\.[^"]+)"/g)];
    for (const [, path] of imports)
      wanted.add(new URL(path ?? "", `http://x/${name}`).pathname.slice(1));
  }

  expect(wanted).toContain("text/vi.js");
  expect((await fetch(`${sim.url}/assets/phone-view/routes.js`)).status).toBe(404);
  expect((await fetch(`${sim.url}/assets/..%2f..%2fpackage.json`)).status).toBe(404);
});

test("a page that lost its connection gets what it missed, then what comes next", async () => {
  const run = /data-run="([^"]+)"/.exec(await page())?.[1];
  sim.invite(officer.id, { text: "đã thấy", url: "https://a.example/" });
  sim.invite(officer.id, { text: "bị lỡ", url: "https://a.example/" });

  const stream = await openStream({ "last-event-id": `${run}:1` });
  const missed = await stream.until("bị lỡ");
  sim.invite(officer.id, { text: "vừa đến", url: "https://a.example/" });
  const next = await stream.until("vừa đến");
  stream.close();

  expect(missed).not.toContain("đã thấy");
  expect(next).toContain(`id: ${run}:3`);
});

test("a page that was made before the people changed hears so as soon as it listens", async () => {
  const made = await page();
  const [, run, changes] = /data-run="([^"]+)".*data-changes="(\d+)"/.exec(made) ?? [];
  sim.putPerson({ id: "5000000000000000002", name: "Người mới" });

  const stream = await openStream({}, `?after=${run}:0&changes=${changes}`);

  expect(await stream.until("changed")).toContain("event: changed");
  stream.close();
});

test("a page of an earlier run is told to load again", async () => {
  const stream = await openStream({ "last-event-id": "an-earlier-run:7" });

  expect(await stream.until("reload")).toContain("event: reload");
  stream.close();
});

async function openStream(headers: Record<string, string>, query = "") {
  const stop = new AbortController();
  const response = await fetch(`${sim.url}/phone-view/events${query}`, {
    headers,
    signal: stop.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  return {
    close: () => stop.abort(),
    until: async (words: string) => {
      while (!heard.includes(words)) {
        const piece = await reader?.read();
        if (piece === undefined || piece.done)
          throw new Error(`the stream ended before "${words}"`);
        heard += piece.value;
      }
      return heard;
    },
  };
}
