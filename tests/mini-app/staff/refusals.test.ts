import { bulletinsText } from "@truong-an/mini-app/staff/text/bulletins-vi";
import { reportRefusals } from "@truong-an/mini-app/staff/text/report-vi";
import { text } from "@truong-an/mini-app/staff/text/vi";
import { refusalText } from "@truong-an/mini-app/staff/use-action";
import { RefusalCode } from "@truong-an/shared/api/refusal";
import { expect, test } from "vitest";

test.each(RefusalCode.options)("a no for %s fits every page of the console", (code) => {
  const words = refusalText({ kind: "refused", code, body: null });

  expect(words).not.toContain(text.report.reload); // a button that only the page of a report has
  expect(words).not.toContain("Máy sẽ gửi lại"); // the console sends nothing again by itself
});

test("what has changed meanwhile is said plainly, and on a report's page with its own button", () => {
  const changed = { kind: "refused", code: "not-now", body: null } as const;

  expect(refusalText(changed)).toBe("Vừa có thay đổi. Xin xem lại rồi thử lại.");
  expect(refusalText(changed, reportRefusals)).toContain(`“${text.report.reload}”`);
  expect(refusalText(changed, { "not-now": bulletinsText.changed })).toBe(bulletinsText.changed);
});
