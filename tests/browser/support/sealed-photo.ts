import { Narrative } from "@truong-an/shared/report";
import { openPhoto } from "@truong-an/shared/sealing/photos";
import { openEnvelope, openStory } from "@truong-an/shared/sealing/report";
import { deskIdOf } from "../../support/demo-ids.ts";
import type { Stage } from "../../support/stage.ts";

/** The first photo of the newest report as this desk gets it: out of the database, with the desk's own key. */
export async function photoAsReadAt(stage: Stage, desk: string): Promise<Uint8Array> {
  const { rows } = await stage.database.query(
    `select r.submission_id, r.recipient, r.story, e.sealed as envelope, p.sha256, p.sealed as photo
       from reports r
       join envelopes e on e.report_id = r.id and e.desk_id = $1
       join photos p on p.report_id = r.id and p.message_id is null
      order by r.received_at desc, p.position limit 1`,
    [deskIdOf(desk)],
  );
  const [row] = rows;
  const deskIdentity = stage.deskKeys.get(desk)?.identity ?? "";
  const expected = {
    submissionId: row.submission_id,
    deskId: deskIdOf(desk),
    recipient: row.recipient,
  };
  const reportIdentity = await openEnvelope(deskIdentity, row.envelope, expected);
  const { photos } = Narrative.parse(await openStory(reportIdentity, row.story));
  const [reference] = photos;
  if (reference === undefined) throw new Error("the story names no photo");
  return openPhoto(reportIdentity, reference, row.photo);
}
