import { openEnvelope, openStory } from "@truong-an/shared/sealing/report";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { staffIdOf } from "../../support/alerting.ts";
import { setBulletin } from "../../support/bulletin-rows.ts";
import { newCanary, placesWith } from "../../support/canary.ts";
import { lookUp, receiptIn } from "../../support/chat-report.ts";
import { dumpDatabase } from "../../support/database-dump.ts";
import { zaloIdOf } from "../../support/demo-ids.ts";
import { setGroup } from "../../support/group-rows.ts";
import { dangerFacts, pilotSchool, submit } from "../../support/reporter.ts";
import { eventually, openStage, type Stage } from "../../support/stage.ts";
import { storedNow } from "../../support/stored.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** What the Official Account has said to this person. */
function heardBy(id: string): readonly string[] {
  return stage.sim
    .items(id)
    .flatMap((item) => (item.app === "zalo" && item.from === "oa" ? [item.text] : []));
}

function newcomer(id: string): string {
  stage.sim.putPerson({ id, name: "Người dùng" });
  return id;
}

/** Says it, and waits for an answer that reads like this. */
async function ask(id: string, text: string, answer: RegExp): Promise<string> {
  const before = heardBy(id).length;
  stage.sim.say(id, text);
  return eventually(`an answer like ${answer} to “${text}”`, () =>
    heardBy(id)
      .slice(before)
      .find((said) => answer.test(said)),
  );
}

async function idle(): Promise<void> {
  await eventually("that nothing is left to do", async () => {
    const { rows } = await stage.database.query(
      "select count(*)::int as count from graphile_worker.jobs where run_at <= now()",
    );
    return rows[0].count === 0 ? true : undefined;
  });
}

/** Through the questions to the receipt. */
async function begin(id: string, accused: string): Promise<string> {
  await ask(id, "em muốn phản ánh", /không ẩn danh/);
  await ask(id, "đồng ý", /trường nào/);
  await ask(id, "truong cill cus", /đang gặp nguy hiểm không/);
  await ask(id, "không", /Chuyện gần nhất/);
  await ask(id, "1", /Ai đã làm/);
  await ask(id, accused, /khi nào/);
  return ask(id, "mấy hôm nay rồi", /Mã tra cứu của bạn/);
}

test("a parent chats: menu, numbers, a school, and out again", async () => {
  const parent = newcomer("2000000000000000101");

  await ask(parent, "xin chao", /Bản tin mới/);
  await ask(parent, "số khẩn cấp", /113: Công an/);
  await ask(parent, "bản tin mới", /bản tin của trường nào/);
  await ask(parent, "cill cus", /chưa có bản tin nào/);
  await ask(parent, "thôi", /dừng ở đây/);

  expect(heardBy(parent).every((said) => said.length <= 2_000)).toBe(true);
});

test("a phone that types its marks apart is understood all the same", async () => {
  const parent = newcomer("2000000000000000115");
  const asked = (text: string, answer: RegExp) => ask(parent, text.normalize("NFD"), answer);

  await asked("số 113", /113: Công an/);
  await asked("bà muốn đọc lại mấy cái tin hôm trước nhà trường gửi", /bản tin của trường nào/);
  await asked("Trường TH&THCS Cill Cus", /chưa có bản tin nào/);
  await asked("chú ơi nó dí dao vào cổ bạn em", /113[\s\S]*111[\s\S]*115/);
});

test("words in which somebody asks without any phrase of ours are understood", async () => {
  const parent = newcomer("2000000000000000116");

  await ask(
    parent,
    "máy này trả lời vòng vo quá, có ai ngồi đó thì ra tiếp tôi",
    /dừng trả lời tự động/,
  );
  await ask(parent, "menu", /Bản tin mới/);
  await ask(parent, "từ rày có gì hay thì cứ gửi về máy tôi nghe", /trường nào/);
});

test("danger brings the numbers to call first, and buttons that dial", async () => {
  const pupil = newcomer("2000000000000000102");

  const answer = await ask(pupil, "bạn em đang đứng trên lan can tầng 3 đòi nhảy", /113/);

  const [item] = stage.sim.items(pupil).filter((one) => one.app === "zalo" && one.from === "oa");
  const dials = item?.app === "zalo" ? item.buttons.map(({ dials }) => dials) : [];
  expect(answer).toMatch(/111[\s\S]*115/);
  expect(dials).toEqual(expect.arrayContaining(["113", "111", "115"]));
});

describe("a report told in the chat", () => {
  const writer = "2000000000000000103";
  const canary = newCanary();

  test("arrives whole at the desks that may read, opens with the receipt, and nothing leads to the writer", async () => {
    newcomer(writer);
    const digits = receiptIn(await begin(writer, "cô giáo chủ nhiệm"));
    await ask(writer, `Chuyện là ${canary.text} ở lớp em`, /khóa và giữ lại/);
    stage.sim.say(writer, `thêm nữa ${canary.text} vẫn vậy`);
    await eventually("that it is kept", async () => {
      const { rows } = await stage.database.query(
        "select jsonb_array_length(state #> '{stage,draft,pieces}') as count from chat_states where state #>> '{stage,at}' = 'telling'",
      );
      return rows[0]?.count === 2 ? true : undefined;
    });
    await idle();
    expect(await cellsWith(writer)).toEqual([]); // while it is being told
    await ask(writer, "gửi", /Đã gửi tới nơi tiếp nhận/);
    await idle();

    const found = await lookUp(stage.url, digits);
    expect(found.story).toEqual({ story: `Chuyện là ${canary.text} ở lớp em`, photos: [] });
    expect(found.messages).toEqual([{ text: `thêm nữa ${canary.text} vẫn vậy`, photos: [] }]);
    expect(found.keeps.facts).toMatchObject({ accused: "staff", categories: ["bullying"] });
    const stored = await storedNow(stage.database, found.thread.submissionId);
    expect(stored.sealedTo).not.toContain("school");
    expect(stored.told.length).toBeGreaterThan(0);
    expect(await openedByDesk(found.thread.submissionId, stored.told[0] ?? "")).toEqual(
      found.story,
    );
  });

  test("leaves neither words, nor digits, nor the Zalo id anywhere in the database", async () => {
    const cells = await dumpDatabase(stage.database);
    const printed = heardBy(writer).flatMap((said) => /\d{4}( \d{4}){4}/.exec(said)?.[0] ?? []);
    const [groups = ""] = printed;
    const secrets = [groups, groups.replaceAll(" ", ""), writer];

    expect(cells.length).toBeGreaterThan(100);
    expect(printed).toHaveLength(1);
    expect(placesWith(canary, cells)).toEqual([]);
    expect(placesWith({ text: "", pieces: secrets }, cells)).toEqual([]);
  });
});

/** Every place in the database that holds this. */
async function cellsWith(text: string): Promise<readonly string[]> {
  return placesWith({ text: "", pieces: [text] }, await dumpDatabase(stage.database));
}

/** The story as somebody at a desk of this kind opens it. */
async function openedByDesk(submissionId: string, kind: string): Promise<unknown> {
  const { rows } = await stage.database.query(
    `select envelopes.desk_id, envelopes.sealed, reports.recipient, reports.story from envelopes
     join reports on reports.id = report_id join desks on desks.id = envelopes.desk_id
     where submission_id = $1 and kind = $2`,
    [submissionId, kind],
  );
  const [{ desk_id: deskId, sealed, recipient, story }] = rows;
  const { rows: desks } = await stage.database.query("select recipient from desks where id = $1", [
    deskId,
  ]);
  const key = [...stage.deskKeys.values()].find((one) => one.recipient === desks[0].recipient);
  const identity = await openEnvelope(key?.identity ?? "", sealed, {
    submissionId,
    deskId,
    recipient,
  });
  return openStory(identity, story);
}

test("thôi while telling throws everything away", async () => {
  const pupil = newcomer("2000000000000000104");
  const digits = receiptIn(await begin(pupil, "bạn cùng lớp"));
  await ask(pupil, "chuyện này dài lắm", /khóa và giữ lại/);

  await ask(pupil, "thôi", /bỏ hết/);
  await idle();

  await expect(lookUp(stage.url, digits)).rejects.toThrow();
});

test("words that seem to want to stop are asked about, and unanswered nothing is sent", async () => {
  const pupil = newcomer("2000000000000000115");
  const digits = receiptIn(await begin(pupil, "bạn cùng lớp"));
  await ask(pupil, "mấy bạn hay trêu em", /khóa và giữ lại/);

  await ask(pupil, "thôi em sợ lắm không gửi đâu", /Bạn muốn thôi, không gửi nữa/);
  await pass("send-draft");
  await eventually("a word", () => heardBy(pupil).find((said) => /bỏ hết/.test(said)));

  await expect(lookUp(stage.url, digits)).rejects.toThrow();
});

test("whoever chose a danger and then writes nothing is reported by what they chose", async () => {
  const pupil = newcomer("2000000000000000116");
  await ask(pupil, "em muốn phản ánh", /không ẩn danh/);
  await ask(pupil, "đồng ý", /trường nào/);
  await ask(pupil, "cill cus", /đang gặp nguy hiểm không/);
  await ask(pupil, "1", /Chuyện gần nhất/);
  await ask(pupil, "2", /Ai đã làm/);
  const digits = receiptIn(await ask(pupil, "1", /Mã tra cứu[\s\S]*10 phút nữa/));
  await idle();

  await pass("send-draft");
  await eventually("a word", () => heardBy(pupil).find((said) => /chưa viết thêm/.test(said)));

  const found = await lookUp(stage.url, digits);
  expect(found.thread.level).toBe("emergency");
  expect(found.story).toMatchObject({ story: expect.stringContaining("hệ thống ghi") });
  expect(found.keeps.facts).toMatchObject({ danger: "me", categories: ["physical_violence"] });
});

test("whoever chose a danger and falls silent among the questions hears that nothing was sent", async () => {
  const pupil = newcomer("2000000000000000117");
  await ask(pupil, "em muốn phản ánh", /không ẩn danh/);
  await ask(pupil, "đồng ý", /trường nào/);
  await ask(pupil, "cill cus", /đang gặp nguy hiểm không/);
  await ask(pupil, "2", /Chuyện gần nhất/);
  await idle();

  await pass("send-draft");

  await eventually("a word", () => heardBy(pupil).find((said) => /chưa gửi gì cả/.test(said)));
});

test("what reads as an emergency is sent at once, and what is told after it follows", async () => {
  const pupil = newcomer("2000000000000000105");
  const digits = receiptIn(await begin(pupil, "bạn cùng lớp"));

  await ask(pupil, "nó đang cầm dao ngoài cửa lớp đòi đâm em", /đã gửi ngay/);
  stage.sim.say(pupil, "em trốn trong nhà vệ sinh tầng hai");
  const found = await eventually("both", async () => {
    const now = await lookUp(stage.url, digits);
    return now.messages.length === 1 ? now : undefined;
  });

  await idle();
  const cells = await dumpDatabase(stage.database);
  expect(placesWith({ text: "", pieces: [pupil] }, cells)).toEqual([]);
  expect(found.thread.level).toBe("emergency");
  expect(found.story).toMatchObject({ story: "nó đang cầm dao ngoài cửa lớp đòi đâm em" });
  expect(found.messages).toEqual([{ text: "em trốn trong nhà vệ sinh tầng hai", photos: [] }]);
  expect(heardBy(pupil).some((said) => /113: Công an/.test(said))).toBe(true);
});

test("a receipt that may not have arrived is made anew when the person says so, and that one holds", async () => {
  const pupil = newcomer("2000000000000000106");
  await ask(pupil, "gửi phản ánh", /không ẩn danh/);
  await ask(pupil, "có", /trường nào/);
  await ask(pupil, "cill cus", /nguy hiểm/);
  await ask(pupil, "4", /Chuyện gần nhất/);
  await ask(pupil, "4", /khi nào/);
  stage.sim.fail({ next: 2, kind: "html502", at: "cs" });
  await ask(pupil, "lâu rồi", /không chắc tin nhắn có mã/);
  const said = await ask(pupil, "1", /Mã tra cứu của bạn/);
  await ask(pupil, "em buồn quá không ai chơi cùng", /khóa và giữ lại/);
  await ask(pupil, "xong", /Đã gửi/);

  expect((await lookUp(stage.url, receiptIn(said))).story).toMatchObject({
    story: "em buồn quá không ai chơi cùng",
  });
}, 30_000);

describe("a member of staff", () => {
  const officer = { id: staffIdOf("police-nam-ban"), zaloId: zaloIdOf("police-nam-ban") };

  test("says by the button that they have received a call, and the next press finds nothing to do", async () => {
    await submit(stage.url, { facts: dangerFacts });
    const [item, button] = await eventually("an alert with its button", () =>
      alertOn(officer.zaloId),
    );

    stage.sim.press(officer.zaloId, item, button);

    await eventually("an answer", () =>
      heardBy(officer.zaloId).find((said) => /đã nhận tin báo/.test(said)),
    );
    await eventually("that it is noted", async () => {
      const { rows } = await stage.database.query(
        "select count(*)::int as count from audit_entries where kind = 'alert-acknowledged' and staff_id = $1",
        [officer.id],
      );
      return rows[0].count === 1 ? true : undefined;
    });
  });

  test("says it by a 1 as well, which is the menu's first choice again afterwards", async () => {
    await stage.database.query("update alert_calls set acknowledged_at = now()"); // all before it
    await submit(stage.url, { facts: dangerFacts });
    await eventually("another call", async () => {
      const { rows } = await stage.database.query(
        "select from alert_calls where staff_id = $1 and acknowledged_at is null",
        [officer.id],
      );
      return rows.length > 0 ? true : undefined;
    });

    await ask(officer.zaloId, "1", /đã nhận tin báo/);
    await idle();
    await ask(officer.zaloId, "1", /bản tin của trường nào/);
  });

  test("links another Zalo account by the code from the console, and hears how it ended", async () => {
    const phone = newcomer("2000000000000000120");
    await stage.database.query(
      `insert into zalo_link_codes (staff_id, code_hash, expires_at)
       values ($1, sha256('LK7Q4MAX9C'), now() + interval '5 minutes')`,
      [officer.id],
    );

    await ask(phone, "LK 7q4m-xxxx", /không dùng được/);
    await ask(phone, "lk 7q4m ax9c", /Đã nối/);

    const { rows } = await stage.database.query(
      "select user_id from staff_zalo where staff_id = $1",
      [officer.id],
    );
    expect(rows).toEqual([{ user_id: phone }]);
  });
});

/** The newest message on this phone that asks "received?", and which of its buttons that is. */
function alertOn(id: string): readonly [item: number, button: number] | undefined {
  for (const item of stage.sim.items(id).toReversed()) {
    if (item.app !== "zalo") continue;
    const button = item.buttons.findIndex(({ says }) => says?.startsWith("#nhan-"));
    if (button !== -1) return [item.n, button];
  }
  return undefined;
}

/** Makes the jobs of this kind due now, as time would. */
async function pass(name: string): Promise<void> {
  await stage.database.query(
    `update graphile_worker._private_jobs set run_at = now() where task_id =
       (select id from graphile_worker._private_tasks where identifier = $1)`,
    [name],
  );
}

test("a story that nobody ends is sent after ten minutes of silence", async () => {
  const pupil = newcomer("2000000000000000111");
  const digits = receiptIn(await begin(pupil, "bạn cùng lớp"));
  await ask(pupil, "mấy bạn hay giấu cặp của em mỗi giờ ra chơi", /khóa và giữ lại/);

  await pass("send-draft");
  await eventually("a confirmation", () => heardBy(pupil).find((said) => /Đã gửi/.test(said)));

  expect((await lookUp(stage.url, digits)).story).toMatchObject({
    story: "mấy bạn hay giấu cặp của em mỗi giờ ra chơi",
  });
});

test("a desk whose key has changed meanwhile loses no report that was being told", async () => {
  const pupil = newcomer("2000000000000000112");
  const digits = receiptIn(await begin(pupil, "bạn cùng lớp"));
  await ask(pupil, "bạn ấy cứ lấy tiền ăn sáng của em hoài", /khóa và giữ lại|113/);

  await stage.database.query("update desks set key_number = 2 where kind = 'school'");
  await ask(pupil, "gửi", /Đã gửi|gửi trước đó/);
  await stage.database.query("update desks set key_number = 1 where kind = 'school'");

  const found = await lookUp(stage.url, digits);
  const stored = await storedNow(stage.database, found.thread.submissionId);
  expect(stored.sealedTo).toContain("school");
  expect(await openedByDesk(found.thread.submissionId, "school")).toEqual(found.story);
});

test("a conversation is dropped after half an hour, and a story left over in it is sent first", async () => {
  const pupil = newcomer("2000000000000000113");
  const digits = receiptIn(await begin(pupil, "bạn cùng lớp"));
  await ask(pupil, "chuyện này kể ra cũng hơi dài một chút nha", /khóa và giữ lại/);
  await stage.database.query(
    "delete from graphile_worker._private_jobs where key like 'send-draft:%'",
  );
  await stage.database.query("update chat_states set expires_at = now() - interval '1 minute'");

  await stage.database.query("select graphile_worker.add_job('sweep-chat', '{}')");
  await eventually("that no conversation is kept", async () => {
    const { rows } = await stage.database.query("select count(*)::int as count from chat_states");
    return rows[0].count === 0 ? true : undefined;
  });

  expect((await lookUp(stage.url, digits)).story).toMatchObject({
    story: "chuyện này kể ra cũng hơi dài một chút nha",
  });
});

test("a school's groups are shown with the way into them", async () => {
  const parent = newcomer("2000000000000000114");
  await ask(parent, "nhóm zalo của trường", /nhóm của trường nào/);
  await ask(parent, "cill cus", /Chưa có nhóm Zalo nào/);
  await stage.database.query(
    `insert into zalo_groups (id, kind, zalo_id, school_id, readers, name, description, state, link,
       is_locked, asks_to_join, members, requests, asset_renews, added_at)
     values (gen_random_uuid(), 'gmf', 'g1', $1, array['parents'], 'Phụ huynh Cill Cus', '', 'enabled',
       'https://zalo.me/g/abc123', true, false, 1, 0, false, now())`,
    [pilotSchool],
  );

  await ask(parent, "nhóm", /nhóm của trường nào/);
  const answer = await ask(parent, "cill cus", /Nhóm Zalo của/);

  expect(answer).toContain("https://zalo.me/g/abc123");
});

test("the way into a group with pupils is given only while somebody lets each newcomer in", async () => {
  const parent = newcomer("2000000000000000115");
  await setGroup(stage.database, { place: "other school", link: "https://zalo.me/g/pupils" });
  await ask(parent, "nhóm zalo của trường", /nhóm của trường nào/);
  const heldBack = await ask(parent, "doi thong", /thầy cô chủ nhiệm/);
  await stage.database.query("update zalo_groups set asks_to_join = true");

  await ask(parent, "nhóm", /nhóm của trường nào/);
  const given = await ask(parent, "doi thong", /Nhóm Zalo của/);

  expect(heldBack).not.toContain("https://zalo.me");
  expect(given).toContain("https://zalo.me/g/pupils");
});

test("while a human answers the bot is quiet, but for danger", async () => {
  const parent = newcomer("2000000000000000107");
  await ask(parent, "menu", /Bản tin mới/);
  stage.sim.adminReplies(parent, "Chào chị, tôi nghe đây.");
  await idle();
  const before = heardBy(parent).length;

  stage.sim.say(parent, "chị hỏi chút về lịch họp");
  await idle();
  await ask(parent, "cháu tôi vừa uống thuốc sâu", /115/);

  expect(heardBy(parent).length).toBe(before + 1);
});

test("a photo is not taken, and the form is offered", async () => {
  const parent = newcomer("2000000000000000108");
  const before = heardBy(parent).length;
  stage.sim.sendImage(parent);

  await eventually("an answer", () =>
    heardBy(parent)
      .slice(before)
      .find((said) => /chưa nhận được ảnh/.test(said)),
  );
});

test("somebody follows a school's bulletins, stops, and is forgotten on request", async () => {
  const parent = newcomer("2000000000000000109");
  const kept = async () => {
    const { rows } = await stage.database.query(
      `select (select count(*)::int from zalo_contacts where user_id = $1) as contacts,
         (select count(*)::int from bulletin_subscriptions where user_id = $1) as followings`,
      [parent],
    );
    return rows[0];
  };
  await ask(parent, "theo dõi bản tin", /trường nào/);
  await ask(parent, "cill cus", /Gõ số nghĩa là bạn đồng ý/);
  await ask(parent, "3", /sẽ được báo/);
  const followed = await kept();
  await ask(parent, "bỏ theo dõi", /thôi nhận bản tin nào/);
  await ask(parent, "1", /dừng gửi bản tin/);
  const stopped = await kept();
  await ask(parent, "theo doi ban tin", /trường nào/);
  await ask(parent, "cill cus", /Gõ số/);
  await ask(parent, "1", /sẽ được báo/);
  await ask(parent, "xóa dữ liệu của tôi", /đã xóa/);

  expect(followed).toEqual({ contacts: 1, followings: 1 });
  expect(stopped).toEqual({ contacts: 0, followings: 0 });
  expect(await kept()).toEqual({ contacts: 0, followings: 0 });
});

test("whoever has just begun to follow is told of the next bulletin", async () => {
  const parent = newcomer("2000000000000000121");
  await ask(parent, "theo dõi bản tin", /trường nào/);
  await ask(parent, "cill cus", /Gõ số/);
  await ask(parent, "1", /sẽ được báo/);
  await idle();

  const bulletinId = await setBulletin(stage.database, { title: "Đường tới trường mùa mưa" });
  await stage.database.query(
    "select graphile_worker.add_job('announce-bulletin', json_build_object('bulletinId', $1::text))",
    [bulletinId],
  );

  await eventually("the bulletin", () =>
    heardBy(parent).find((said) => /Đường tới trường mùa mưa/.test(said)),
  );
});

test("whoever withdraws in Zalo itself is forgotten too, and that it was done is remembered without them", async () => {
  const parent = newcomer("2000000000000000110");
  await ask(parent, "theo dõi bản tin", /trường nào/);
  await ask(parent, "cill cus", /Gõ số/);
  await ask(parent, "1", /sẽ được báo/);

  stage.sim.withdraw(parent);
  await eventually("a confirmation", () => heardBy(parent).find((said) => /đã xóa/.test(said)));
  await idle();

  const { rows } = await stage.database.query(
    "select details from audit_entries where kind = 'person-forgotten'",
  );
  const cells = await dumpDatabase(stage.database);
  expect(rows.at(-1)).toEqual({ details: {} });
  expect(placesWith({ text: "", pieces: [parent] }, cells)).toEqual([]);
});
