import { limits } from "@truong-an/shared/report";
import type { Role } from "@truong-an/shared/triage/reading/features";
import { useRef, useState } from "react";
import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { CallButtons } from "../ui/call-buttons.tsx";
import { Card } from "../ui/card.tsx";
import { Tick } from "../ui/choice.tsx";
import { TextArea } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { HelpNotice } from "./help-notice.tsx";
import type { SealedPhotos } from "./parcel.ts";
import { PhotoPicker } from "./photo-picker.tsx";
import { patience, prepareReader, readToSend, readWith } from "./reader.ts";
import {
  type ReplyOutcome,
  type SealedReply,
  sealReply,
  sendReply,
  sendReplyPhotos,
} from "./reply.ts";
import { emptyDraft, isEmpty, type ReplyDraft, withoutSent } from "./reply-draft.ts";
import type { OpenedThread, ThreadKeys } from "./thread.ts";
import { useReadings } from "./use-readings.ts";
import { useUnloadWarning } from "./use-unload-warning.ts";
import { roleOf, writerNow } from "./writer.ts";

/** Write more: words, photos, and a tick that raises everything when danger is now. */
export function ReplyForm(props: {
  readonly keys: ThreadKeys;
  readonly opened: OpenedThread;
  readonly onSent: () => void;
}) {
  const { draft, change, send, isBusy, said, photosLeft, sendPhotosAgain } = useReply(props);
  return (
    <Card title={text.thread.reply}>
      <TextArea
        label={text.thread.replyLabel}
        rows={4}
        value={draft.words}
        maxLength={limits.messageCharacters}
        onFocus={prepareReader}
        onChange={(words) => {
          prepareReader();
          change({ ...draft, words });
        }}
      />
      <ReplyHelp words={draft.words} role={roleFor(props.opened)} />
      <PhotoPicker
        photos={draft.photos}
        onAdd={(photos) =>
          change((before) => ({ ...before, photos: [...before.photos, ...photos] }))
        }
        onRemove={(id) =>
          change({ ...draft, photos: draft.photos.filter((photo) => photo.id !== id) })
        }
      />
      <Tick
        label={text.thread.dangerNow}
        hint={text.thread.dangerNowHint}
        checked={draft.dangerNow}
        onChange={(dangerNow) => change({ ...draft, dangerNow })}
      />
      {draft.dangerNow && <CallButtons />}
      {said !== null && (
        <Notice kind={said.isGood ? "success" : "warning"} live>
          <p>{said.words}</p>
          {photosLeft.length > 0 && (
            <div>
              <Button kind="secondary" busy={isBusy} onPress={sendPhotosAgain}>
                {text.thread.sendPhotosAgain}
              </Button>
            </div>
          )}
        </Notice>
      )}
      <Button wide busy={isBusy} onPress={send}>
        {isBusy ? text.thread.sending : text.thread.send}
      </Button>
    </Card>
  );
}

/** The same help as beneath a story. */
function ReplyHelp({ words, role }: { readonly words: string; readonly role: Role }) {
  return <HelpNotice {...useReadings(words, role)} />;
}

/** Whoever wrote the report writes the replies, on whatever phone. */
function roleFor({ kept }: OpenedThread): Role {
  return roleOf(kept?.facts.writer ?? writerNow());
}

type Said = { readonly words: string; readonly isGood: boolean };

function useReply(props: {
  readonly keys: ThreadKeys;
  readonly opened: OpenedThread;
  readonly onSent: () => void;
}) {
  const [draft, setDraft] = useState(emptyDraft);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const [photosLeft, setPhotosLeft] = useState<SealedPhotos>([]);
  // Sealed once and kept until it has arrived or the draft changes, so that trying again is the same message.
  const sealed = useRef<SealedReply | null>(null);
  const edits = useRef(0);
  useUnloadWarning(() => draft.words.trim() !== "" || draft.photos.length > 0);

  const change = (next: ReplyDraft | ((before: ReplyDraft) => ReplyDraft)) => {
    sealed.current = null;
    edits.current += 1;
    setDraft(next);
  };
  const tellOutcome = (outcome: ReplyOutcome) => {
    setSaid(saidAfter(outcome));
    if (outcome.kind !== "sent") return;
    setPhotosLeft(outcome.photosLeft);
    props.onSent();
  };
  const run = async (work: () => Promise<ReplyOutcome>) => {
    setBusy(true);
    setSaid(null);
    tellOutcome(await work().catch((): ReplyOutcome => ({ kind: "not-sent" })));
    setBusy(false);
  };
  const sealDraft = async () => {
    const { words, dangerNow } = draft;
    const role = roleFor(props.opened);
    const levelSoFar = dangerNow ? "emergency" : readWith(words, role).level;
    const { signals } = await readToSend(words, role, patience(levelSoFar));
    const photos = draft.photos.map((photo) => photo.jpeg);
    return sealReply({ ...props, text: words, photos, signals, dangerNow });
  };
  const sealAndSend = async (): Promise<ReplyOutcome> => {
    const edit = edits.current;
    const reply = sealed.current ?? (await sealDraft());
    if (reply === null) return { kind: "refused", message: text.report.story.tooLong };
    if (edits.current === edit) sealed.current = reply; // else it is no longer what is written
    const outcome = await sendReply(reply, props.opened);
    if (outcome.kind === "sent") {
      for (const photo of draft.photos) URL.revokeObjectURL(photo.previewUrl);
      change((now) => withoutSent(now, draft));
    }
    return outcome;
  };
  const send = () => {
    if (isEmpty(draft)) setSaid({ words: text.thread.replyEmpty, isGood: false });
    else void run(sealAndSend);
  };
  const sendPhotosAgain = () => void run(() => sendReplyPhotos(photosLeft));
  return { draft, change, send, isBusy, said, photosLeft, sendPhotosAgain };
}

function saidAfter(outcome: ReplyOutcome): Said {
  switch (outcome.kind) {
    case "sent":
      return outcome.photosLeft.length === 0
        ? { words: text.thread.sent, isGood: true }
        : { words: text.thread.sentPhotosMissing(outcome.photosLeft.length), isGood: false };
    case "refused":
      return { words: outcome.message, isGood: false };
    case "not-sent":
      return { words: text.thread.sendFailed, isGood: false };
  }
}
