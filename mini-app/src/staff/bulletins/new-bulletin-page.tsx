import type { Me } from "@truong-an/shared/api/staff";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { useState } from "react";
import { bulletinHash, bulletinsHash } from "../routes.ts";
import type { Shell } from "../signed-in.tsx";
import { bulletinsText } from "../text/bulletins-vi.ts";
import { Frame } from "../ui/frame.tsx";
import { emptyDraft } from "./bulletin-draft.ts";
import { BulletinForm } from "./bulletin-form.tsx";
import { saveNew } from "./save.ts";

/** A bulletin is begun. Its id is made here, so that saving twice is saving once. */
export function NewBulletinPage({ me, shell }: { readonly me: Me; readonly shell: Shell }) {
  const [id] = useState(newSubmissionId);
  return (
    <Frame title={bulletinsText.form.newTitle} bar={shell.bar} emergencies={shell.emergencies}>
      {shell.notices}
      <BulletinForm
        start={emptyDraft(me.desks[0]?.id ?? "")}
        desks={me.desks}
        save={(draft) => saveNew(id, draft)}
        onSaved={() => window.location.replace(bulletinHash(id))}
        onLeave={() => window.location.replace(bulletinsHash("draft"))}
      />
    </Frame>
  );
}
