import type { PhotoReference } from "@truong-an/shared/report";
import { useEffect, useState } from "react";
import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { PhotoIcon } from "../ui/icons.tsx";
import { readPhoto, type ThreadKeys } from "./thread.ts";
import styles from "./thread-photos.module.css";

type PhotoKeys = { readonly keys: ThreadKeys; readonly reportIdentity: string };

/** The photos of a story or message, each opened only when tapped. Missing ones are left out. */
export function ThreadPhotos(
  props: PhotoKeys & {
    readonly references: readonly PhotoReference[];
    readonly missing: ReadonlySet<string>;
  },
) {
  const here = props.references.filter((reference) => !props.missing.has(reference.sha256));
  if (here.length === 0) return null;
  return (
    <div className={styles["photos"]}>
      {here.map((reference, index) => (
        <ThreadPhoto key={reference.sha256} {...props} reference={reference} number={index + 1} />
      ))}
    </div>
  );
}

function ThreadPhoto(
  props: PhotoKeys & { readonly reference: PhotoReference; readonly number: number },
) {
  const [url, setUrl] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    return () => {
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [url]);
  const show = async () => {
    setBusy(true);
    const photo = await readPhoto(props.keys, props.reportIdentity, props.reference);
    setBusy(false);
    setFailed(photo === null);
    if (photo !== null) setUrl(URL.createObjectURL(photo));
  };
  if (url !== null) {
    return <img className={styles["photo"]} src={url} alt={text.thread.photoShown(props.number)} />;
  }
  return (
    <>
      <Button
        kind="secondary"
        busy={isBusy}
        icon={<PhotoIcon size={20} />}
        onPress={() => void show()}
      >
        {text.thread.photo(props.number)}
      </Button>
      {hasFailed && <p role="status">{text.thread.photoFailed}</p>}
    </>
  );
}
