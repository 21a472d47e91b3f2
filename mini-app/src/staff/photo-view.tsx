import type { PhotoReference } from "@truong-an/shared/report";
import { useEffect, useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { PhotoIcon } from "../ui/icons.tsx";
import { Failure, Loading } from "../ui/states.tsx";
import { fetchPhoto } from "./api.ts";
import { openReportPhoto } from "./keys.ts";
import styles from "./photo-view.module.css";
import { text } from "./text/vi.ts";

type PhotoState =
  | { readonly kind: "hidden" }
  | { readonly kind: "loading" }
  | { readonly kind: "failed" }
  | { readonly kind: "shown"; readonly picture: ImageBitmap };

type PhotoProps = {
  readonly reportId: string;
  readonly photo: PhotoReference;
  readonly number: number;
};

/** One photo: hidden until asked for, fetched anew each time, and gone again when hidden. */
export function PhotoView(props: PhotoProps) {
  const { number } = props;
  const [state, setState] = useState<PhotoState>({ kind: "hidden" });
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  async function open() {
    setState({ kind: "loading" });
    const picture = await pictureOf(props);
    if (isGone.current) return picture?.close();
    setState(picture === undefined ? { kind: "failed" } : { kind: "shown", picture });
  }

  if (state.kind === "loading") return <Loading label={text.photos.loading(number)} />;
  if (state.kind === "failed") {
    return <Failure message={text.photos.failed(number)} onRetry={() => void open()} />;
  }
  if (state.kind === "hidden") {
    return (
      <Button kind="secondary" icon={<PhotoIcon />} onPress={() => void open()}>
        {text.photos.open(number)}
      </Button>
    );
  }
  return (
    <div className={styles["shown"]}>
      <Picture picture={state.picture} label={text.photos.label(number)} />
      <Button kind="secondary" onPress={() => setState({ kind: "hidden" })}>
        {text.photos.hide(number)}
      </Button>
    </div>
  );
}

/** Only the pixels are shown, drawn anew: nothing else that a file may carry reaches the page. */
function Picture(props: { readonly picture: ImageBitmap; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { picture } = props;
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    element.width = picture.width;
    element.height = picture.height;
    element.getContext("2d")?.drawImage(picture, 0, 0);
    return () => {
      element.width = 0; // frees the pixels at once
      picture.close();
    };
  }, [picture]);
  return <canvas ref={canvas} className={styles["picture"]} role="img" aria-label={props.label} />;
}

async function pictureOf({ reportId, photo }: PhotoProps): Promise<ImageBitmap | undefined> {
  const answer = await fetchPhoto(reportId, photo.sha256);
  if (answer.kind !== "ok") return undefined;
  const opened = await openReportPhoto(reportId, photo, answer.value);
  if (opened.kind !== "opened") return undefined;
  try {
    return await createImageBitmap(new Blob([opened.value], { type: "image/jpeg" }));
  } catch {
    return undefined; // not a picture
  }
}
