import { limits } from "@truong-an/shared/report";
import { useRef, useState } from "react";
import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { CallButtons } from "../ui/call-buttons.tsx";
import { Card } from "../ui/card.tsx";
import { Tick } from "../ui/choice.tsx";
import { TextArea } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import type { SealedPhotos } from "./parcel.ts";
import { PhotoPicker } from "./photo-picker.tsx";
import {
  type ReplyOutcome,
  type SealedReply,
  sealReply,
  sendReply,
  sendReplyPhotos,
} from "./reply.ts";
import type { Photo } from "./report-form.ts";
import type { OpenedThread, ThreadKeys } from "./thread.ts";
import { useUnloadWarning } from "./use-unload-warning.ts";

type Draft = {
  readonly words: string;
  readonly photos: readonly Photo[];
  readonly dangerNow: boolean;
};

const emptyDraft: Draft = { words: "", photos: [], dangerNow: false };

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
        onChange={(words) => change({ ...draft, words })}
      />
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
  useUnloadWarning(() => draft.words.trim() !== "" || draft.photos.length > 0);

  const change = (next: Draft | ((before: Draft) => Draft)) => {
    sealed.current = null;
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
  const sealAndSend = async (): Promise<ReplyOutcome> => {
    const photos = draft.photos.map((photo) => photo.jpeg);
    const { words, dangerNow } = draft;
    sealed.current ??= await sealReply({ ...props, text: words, photos, dangerNow });
    if (sealed.current === null) return { kind: "refused", message: text.report.story.tooLong };
    const outcome = await sendReply(sealed.current, props.opened);
    if (outcome.kind === "sent") {
      for (const photo of draft.photos) URL.revokeObjectURL(photo.previewUrl);
      change(emptyDraft);
    }
    return outcome;
  };
  const send = () => {
    const isEmpty = draft.words.trim() === "" && draft.photos.length === 0 && !draft.dangerNow;
    if (isEmpty) setSaid({ words: text.thread.replyEmpty, isGood: false });
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
