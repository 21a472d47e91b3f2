import { addMinutes, instant } from "@truong-an/shared/time";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { people, schools } from "../demo/directory.ts";
import { seedDirectory } from "../demo/seed.ts";
import { freshDatabase } from "../support/database.ts";
import { demoPlaces, type NamedPlace } from "./places.ts";
import { recordOf } from "./record.ts";
import { routes } from "./routes.ts";
import { storedPlaces } from "./stored-places.ts";
import { moments, runsIn, summaryOf } from "./summary.ts";

const patience = 60_000;

function printer() {
  const lines: string[] = [];
  const print = async (line: string): Promise<void> => {
    lines.push(line);
  };
  return { lines, print };
}

describe("the demonstration's directory", () => {
  test(
    "keeps every promise, and is listed school by school and level by level",
    async () => {
      const { lines, print } = printer();

      const isKept = await routes([], {}, print);

      expect(isKept).toBe(true);
      expect(lines).toContain("Trường TH&THCS Cill Cus, xã Nam Ban Lâm Hà");
      expect(lines).toContain("Trường THPT Đồi Thông (trình diễn), xã Đồi Thông (trình diễn)");
      expect(lines.filter((line) => line.trim() === "KHẨN CẤP")).toHaveLength(2);
      expect(lines).toContain(
        "    ngay: Công an xã Nam Ban Lâm Hà, Phòng Văn hóa - Xã hội xã Nam Ban Lâm Hà → sau 5 phút: Sở Giáo dục và Đào tạo tỉnh Lâm Đồng",
      );
      expect(lines).toContain("        bị phản ánh: Người làm việc ở trường · mọi việc");
      expect(lines.at(-1)).toMatch(/^2 trường, \d{3}\.\d{3} tổ hợp, .*, 0 lỗi\.$/);
    },
    patience,
  );

  test("is told as one line of JSON a combination, too", () => {
    const [place] = demoPlaces() as [NamedPlace, ...NamedPlace[]];
    const runs = runsIn(place);
    const first = runs.next().value;

    expect(first && recordOf(place, first)).toEqual({
      school: "Trường TH&THCS Cill Cus, xã Nam Ban Lâm Hà",
      level: "emergency",
      categories: ["bullying"],
      accused: "peer",
      formAsksWho: true,
      writer: "pupil_lower",
      wantsPolice: false,
      excluded: null,
      hint: null,
      sentAt: "2026-03-02T08:30+07:00",
      owner: "police: Công an xã Nam Ban Lâm Hà",
      told: [
        {
          afterMinutes: 0,
          desks: [
            "police: Công an xã Nam Ban Lâm Hà",
            "school: Tổ tiếp nhận Trường TH&THCS Cill Cus",
            "commune: Phòng Văn hóa - Xã hội xã Nam Ban Lâm Hà",
          ],
        },
        { afterMinutes: 5, desks: ["department: Sở Giáo dục và Đào tạo tỉnh Lâm Đồng"] },
      ],
      faults: [],
    });
  });

  test("without its commune desk it is refused, with the fault and an example", () => {
    const [place] = demoPlaces() as [NamedPlace, ...NamedPlace[]];
    const gone = { ...place, desks: place.desks.filter(({ kind }) => kind !== "commune") };

    const { faults } = summaryOf(gone);

    expect([...faults.keys()]).toContain("fewer-than-two-bodies");
  });

  test("an unknown word after the command is refused", async () => {
    await expect(routes(["--jsn"], {})).rejects.toThrow("--json");
  });
});

describe("a directory in a database", () => {
  let url: string;
  let drop: () => Promise<void>;
  let client: pg.Client;
  beforeAll(async () => {
    const fresh = await freshDatabase();
    url = fresh.url;
    drop = fresh.drop;
    await seedDirectory(url);
    client = new pg.Client({ connectionString: url });
    await client.connect();
  }, patience);
  afterAll(async () => {
    await client.end();
    await drop();
  });

  const lacksOf = (places: readonly NamedPlace[]) =>
    places.flatMap(({ desks }) => desks.map(({ name, lacks }) => [name, ...lacks]));

  test("has no live desk on its opening day, before anybody has accepted an invitation", async () => {
    const places = await storedPlaces(url);

    expect(places.map(({ name }) => name)).toEqual([
      "Trường TH&THCS Cill Cus, xã Nam Ban Lâm Hà",
      "Trường THPT Đồi Thông (trình diễn), xã Đồi Thông (trình diễn)",
    ]);
    expect(new Set(lacksOf(places).map(([, ...lacks]) => lacks.join()))).toEqual(
      new Set(["nobody-holds-key"]),
    );
  });

  test("is live once people hold their desk's key; a new key, an empty duty list end that", async () => {
    await client.query("update staff set joined_at = now()");
    await client.query(`
      insert into desk_members
      select desk_id, staff_id, 'lead', '\\x00', 1 from desk_duty`);
    const joined = await storedPlaces(url);
    await client.query("update desks set key_number = 2 where kind = 'department'");
    await client.query("delete from desk_duty where staff_id = $1", [people[0]?.id]);

    const changed = await storedPlaces(url);

    expect(lacksOf(joined).flatMap(([, ...lacks]) => lacks)).toEqual([]);
    expect(lacksOf(changed).filter(([, ...lacks]) => lacks.length > 0)).toEqual([
      ["Sở Giáo dục và Đào tạo tỉnh Lâm Đồng", "not-on-sheet", "nobody-holds-key"],
      ["Tổ tiếp nhận Trường TH&THCS Cill Cus", "nobody-on-duty"],
      ["Sở Giáo dục và Đào tạo tỉnh Lâm Đồng", "not-on-sheet", "nobody-holds-key"],
    ]);
  });

  test(
    "with an unstaffed desk fails the command, which names the desk and the promise it breaks",
    async () => {
      await client.query("delete from school_desks where school_id = $1", [schools[1]?.id]);
      const { lines, print } = printer();

      const isKept = await routes(["--gaps"], { DATABASE_URL: url }, print);

      expect(isKept).toBe(false);
      expect(lines).toContain("  ! Tổ tiếp nhận Trường TH&THCS Cill Cus: chưa có ai trực để gọi");
      expect(lines.join("\n")).toContain("LỖI: chưa đủ hai cơ quan độc lập nhận được tin ngay");
      expect(lines.join("\n")).toContain("LỖI: không nơi nào mở được tin");
    },
    patience,
  );
});

test("the moments are within school hours, on a Saturday night and on a free day of Tết", () => {
  const local = moments.map((moment) => new Date(addMinutes(instant(moment), 7 * 60)));

  expect(local.map((time) => time.toISOString().slice(0, 16))).toEqual([
    "2026-03-02T08:30",
    "2026-03-07T22:00",
    "2026-02-16T10:00",
  ]);
});
