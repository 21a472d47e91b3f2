import type { Me } from "@truong-an/shared/api/staff";
import type { Model } from "@truong-an/shared/library/model";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { useState } from "react";
import { Failure, Loading } from "../../ui/states.tsx";
import { useQuery } from "../../ui/use-query.ts";
import { bulletinHash, bulletinsHash } from "../routes.ts";
import type { Shell } from "../signed-in.tsx";
import { bulletinsText } from "../text/bulletins-vi.ts";
import { Frame } from "../ui/frame.tsx";
import { draftFrom, emptyDraft } from "./bulletin-draft.ts";
import { BulletinForm } from "./bulletin-form.tsx";
import { loadLibrary } from "./load-library.ts";
import { saveNew } from "./save.ts";

type PageProps = { readonly me: Me; readonly modelKey: string | null; readonly shell: Shell };

/**
 * A bulletin is begun, on an empty sheet or with the words of one of the library. Its id is made here,
 * so that saving twice is saving once.
 */
export function NewBulletinPage({ me, modelKey, shell }: PageProps) {
  const { query, again } = useQuery(modelKey ?? "", () => findModel(modelKey));
  return (
    <Frame title={bulletinsText.form.newTitle} bar={shell.bar} emergencies={shell.emergencies}>
      {shell.notices}
      {query.kind === "loading" && <Loading label={bulletinsText.loading} />}
      {query.kind === "failed" && <Failure message={bulletinsText.failed} onRetry={again} />}
      {query.kind === "ready" && <NewBulletin key={modelKey} me={me} model={query.value} />}
    </Frame>
  );
}

function NewBulletin({ me, model }: { readonly me: Me; readonly model: Model | undefined }) {
  const [id] = useState(newSubmissionId);
  const sheet = emptyDraft(me.desks[0]?.id ?? "");
  return (
    <BulletinForm
      start={model === undefined ? sheet : draftFrom(model, sheet)}
      desks={me.desks}
      save={(draft) => saveNew(id, draft)}
      onSaved={() => window.location.replace(bulletinHash(id))}
      onLeave={() => window.location.replace(bulletinsHash("draft"))}
    />
  );
}

async function findModel(modelKey: string | null): Promise<Model | undefined> {
  if (modelKey === null) return undefined;
  return (await loadLibrary()).find(({ key }) => key === modelKey);
}
