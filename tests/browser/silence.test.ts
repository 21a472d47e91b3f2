import { afterAll, beforeAll, expect, test } from "vitest";
import { fasterClocks } from "../demo/clocks.ts";
import { pilotSchool } from "../support/reporter.ts";
import type { Stage } from "../support/stage.ts";
import { type Chromium, inChromium, openChromium, type Visitor } from "./support/browser.ts";
import { openPhone } from "./support/desk.ts";
import { openHouse } from "./support/house.ts";
import { arrived, sendAndKeepCode, tellUpToReaders } from "./support/pupil.ts";

// A school day lasts six seconds here: the commune hears after one of them, the province after three.
const speed = 14_400;
// Its own case: the hint on an empty chat says the same words within a sentence.
const alert = /^Có việc cần xem/;

inChromium("silence", () => {
  let stage: Stage;
  let chromium: Chromium;
  let pupil: Visitor;
  let onlooker: Visitor;

  beforeAll(async () => {
    stage = await openHouse({ settings: { CLOCKS: JSON.stringify(fasterClocks(speed)) } });
    chromium = await openChromium();
    pupil = await chromium.visit([stage.url]);
    onlooker = await chromium.visit([stage.sim.url], { screen: "desk" });
  });

  afterAll(async () => {
    await chromium?.close();
    await stage?.close();
  });

  test("a report nobody takes climbs from phone to phone", async () => {
    const { page } = onlooker;
    const school = await openPhone(page, stage.sim.url, "cill-cus", "zalo");
    const commune = await openPhone(page, stage.sim.url, "commune-nam-ban", "zalo");
    const department = await openPhone(page, stage.sim.url, "department", "zalo");

    await pupil.page.goto(`${stage.url}/?school=${pilotSchool}`);
    await tellUpToReaders(pupil.page, { story: "Bạn em bị trêu mỗi giờ ra chơi." });
    await sendAndKeepCode(pupil.page);
    await arrived(pupil.page);

    await school.getByText(alert).first().waitFor();
    expect(await commune.getByText(alert).count()).toBe(0);
    await commune.getByText(alert).first().waitFor({ timeout: 20_000 });
    expect(await department.getByText(alert).count()).toBe(0);
    await department.getByText(alert).first().waitFor({ timeout: 30_000 });
    expect([...pupil.troubles, ...onlooker.troubles]).toEqual([]);
  });
});
