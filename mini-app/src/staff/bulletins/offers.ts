import type { BulletinDetail, BulletinVersion } from "@truong-an/shared/api/bulletins";

export type StepName = "submit" | "return" | "approve" | "publish" | "withdraw" | "discard";

/** One step that this person may take now, and with which version. */
export type Offer = { readonly step: StepName; readonly version: BulletinVersion };

/** On with what is worked on, a correction of what is read, or anew where there is neither. */
export type WayToWrite = "edit" | "correct" | "rewrite";

export type Offers = {
  /** The version that is worked on, else the one that is read, else the last. */
  readonly front: BulletinVersion | undefined;
  readonly steps: readonly Offer[];
  readonly edit: WayToWrite | null;
  /** Nothing goes on before another person has looked. */
  readonly waitsForColleague: boolean;
};

const working: ReadonlySet<string> = new Set(["draft", "submitted", "approved"]);

/** What may be done with a bulletin by whoever looks at it. The server has the last word. */
export function offersFor({ versions, isMyDesk }: BulletinDetail): Offers {
  const worked = versions.find(({ status }) => working.has(status));
  const read = versions.find(({ status }) => status === "published");
  const front = worked ?? read ?? versions[0];
  const onWorked = (version: BulletinVersion) =>
    waysOn(version, isMyDesk).map((step): Offer => ({ step, version }));
  return {
    front,
    steps: [
      ...(worked === undefined ? [] : onWorked(worked)),
      ...(read === undefined ? [] : [{ step: "withdraw", version: read } as const]),
    ],
    edit: isMyDesk ? wayToWrite(worked, read) : null,
    waitsForColleague: worked !== undefined && worked.status !== "draft" && worked.written.isMe,
  };
}

function wayToWrite(
  worked: BulletinVersion | undefined,
  read: BulletinVersion | undefined,
): WayToWrite {
  if (worked !== undefined) return "edit";
  return read === undefined ? "rewrite" : "correct";
}

function waysOn({ status, written }: BulletinVersion, isMyDesk: boolean): readonly StepName[] {
  const isOthers = !written.isMe;
  switch (status) {
    case "draft":
      return isMyDesk ? ["submit", "discard"] : [];
    case "submitted":
      return isOthers ? ["approve", "return", "discard"] : ["discard"];
    case "approved":
      return isOthers ? ["publish", "return", "discard"] : ["discard"];
    case "published":
    case "replaced":
    case "withdrawn":
      return [];
  }
}
