import { readEnvelope } from "@truong-an/bot-server/zalo/answer";
import { ZaloUnreachable } from "@truong-an/bot-server/zalo/errors";
import { expect, test } from "vitest";

test("fields that nobody documented are let through", async () => {
  const answer = {
    error: 0,
    message: "Success",
    data: { message_id: "m1", x: 1 },
    surprise: [null],
  };

  const envelope = await readEnvelope(Response.json(answer));

  expect(envelope.data).toMatchObject({ message_id: "m1" });
});

test.each([
  ["a list", "[]"],
  ["an object without a code", '{"message":"Success"}'],
  ["a code that is a word", '{"error":"none"}'],
  ["half an object", '{"error":0,"da'],
  ["more than we are willing to read", `{"error":0,"data":"${"x".repeat(70_000)}"}`],
])("%s is not an answer", async (_what, body) => {
  const reading = readEnvelope(new Response(body));

  await expect(reading).rejects.toThrow(new ZaloUnreachable("unreadable"));
});

test("HTTP 429 means later", async () => {
  const reading = readEnvelope(new Response("slow down", { status: 429 }));

  await expect(reading).rejects.toMatchObject({ why: "busy" });
});
