import { useRef, useState } from "react";
import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { CloseIcon, PhotoIcon } from "../ui/icons.tsx";
import { Notice } from "../ui/notice.tsx";
import styles from "./photo-picker.module.css";
import { photoFrom } from "./photos.ts";
import { mostPhotos, type Photo } from "./report-form.ts";

/** Choose, look at and take out photos. What comes out has been drawn anew on this phone. */
export function PhotoPicker(props: {
  readonly photos: readonly Photo[];
  readonly onAdd: (photos: readonly Photo[]) => void;
  readonly onRemove: (id: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const free = mostPhotos - props.photos.length;
  const add = async (files: readonly File[]) => {
    setWorking(true);
    setProblem(files.length > free ? text.report.photos.tooMany(mostPhotos) : null);
    for (const file of files.slice(0, free)) {
      const photo = await photoFrom(file); // one after the other: a cheap phone has little memory
      if (photo === null) setProblem(text.report.photos.unreadable);
      else props.onAdd([photo]);
    }
    setWorking(false);
  };
  return (
    <section className={styles["picker"]} aria-label={text.report.photos.title}>
      <p className={styles["title"]}>{text.report.photos.title}</p>
      <p className={styles["hint"]}>{text.report.photos.hint(mostPhotos)}</p>
      <ul className={styles["photos"]}>
        {props.photos.map((photo, index) => (
          <li key={photo.id} className={styles["photo"]}>
            <img src={photo.previewUrl} alt={text.report.photos.preview(index + 1)} />
            <button
              type="button"
              className={styles["remove"]}
              aria-label={text.report.photos.remove(index + 1)}
              onClick={() => props.onRemove(photo.id)}
            >
              <CloseIcon size={20} />
            </button>
          </li>
        ))}
      </ul>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept="image/*"
        multiple
        tabIndex={-1}
        aria-label={text.report.photos.add}
        aria-hidden="true"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = ""; // the same file may be chosen again
          void add(files);
        }}
      />
      {free > 0 && (
        <div>
          <Button
            kind="secondary"
            busy={isWorking}
            icon={<PhotoIcon size={20} />}
            onPress={() => input.current?.click()}
          >
            {isWorking ? text.report.photos.working : text.report.photos.add}
          </Button>
        </div>
      )}
      {problem !== null && (
        <Notice kind="warning" live>
          <p>{problem}</p>
        </Notice>
      )}
    </section>
  );
}
