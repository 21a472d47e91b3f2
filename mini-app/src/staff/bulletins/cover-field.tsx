import { bulletinLimits } from "@truong-an/shared/bulletin";
import { useId, useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { jpegFrom } from "../../ui/jpeg-from.ts";
import { Failure, Loading } from "../../ui/states.tsx";
import { bulletinsText } from "../text/bulletins-vi.ts";
import layout from "../ui/layout.module.css";
import type { DraftCover } from "./bulletin-draft.ts";
import styles from "./cover-field.module.css";

const { form } = bulletinsText;
const limits = {
  longestSide: bulletinLimits.coverSide,
  mostBytes: bulletinLimits.coverBytes,
};

/** One picture, drawn anew and small on this computer, with its description. */
export function CoverField(props: {
  readonly cover: DraftCover | null;
  readonly isAltMissing: boolean;
  readonly onChange: (cover: DraftCover | null) => void;
}) {
  const { cover, onChange } = props;
  const [state, setState] = useState<"idle" | "busy" | "unreadable">("idle");
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();

  async function take(file: File | undefined) {
    if (file === undefined) return;
    setState("busy");
    const jpeg = await jpegFrom(file, limits);
    setState(jpeg === null ? "unreadable" : "idle");
    if (jpeg === null) return;
    const url = URL.createObjectURL(new Blob([jpeg], { type: "image/jpeg" }));
    onChange({ kind: "new", jpeg, url, alt: cover?.alt ?? "" });
  }

  return (
    <fieldset className={layout["form"]}>
      <legend className={styles["legend"]}>{form.cover}</legend>
      <p id={hint} className={layout["quiet"]}>
        {form.coverHint}
      </p>
      {cover !== null && <img className={styles["cover"]} src={cover.url} alt={cover.alt} />}
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={form.coverChoose}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <div className={layout["row"]}>
        <Button kind="secondary" describedBy={hint} onPress={() => input.current?.click()}>
          {cover === null ? form.coverChoose : form.coverOther}
        </Button>
        {cover !== null && (
          <Button kind="quiet" onPress={() => onChange(null)}>
            {form.coverRemove}
          </Button>
        )}
      </div>
      {state === "busy" && <Loading label={form.coverBusy} />}
      {state === "unreadable" && <Failure message={form.coverUnreadable} />}
      {cover !== null && (
        <TextField
          label={form.coverAlt}
          value={cover.alt}
          maxLength={bulletinLimits.coverAltChars}
          error={props.isAltMissing ? form.missing.coverAlt : null}
          onChange={(alt) => onChange({ ...cover, alt })}
        />
      )}
    </fieldset>
  );
}
