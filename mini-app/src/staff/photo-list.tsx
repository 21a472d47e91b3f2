import type { PhotoReference } from "@truong-an/shared/report";
import styles from "./photo-list.module.css";
import { PhotoView } from "./photo-view.tsx";
import { text } from "./text/vi.ts";

/** The photos that a story or message names. Those still on the writer's phone are waited for. */
export function PhotoList(props: {
  readonly reportId: string;
  readonly references: readonly PhotoReference[];
  readonly arrived: readonly { readonly sha256: string; readonly here: boolean }[];
}) {
  if (props.references.length === 0) return null;
  const here = new Set(props.arrived.filter((photo) => photo.here).map(({ sha256 }) => sha256));
  return (
    <div className={styles["photos"]}>
      <p className={styles["quiet"]}>{text.photos.warning}</p>
      <ul className={styles["list"]}>
        {props.references.map((photo, index) => (
          <li key={photo.sha256}>
            {here.has(photo.sha256) ? (
              <PhotoView reportId={props.reportId} photo={photo} number={index + 1} />
            ) : (
              <p className={styles["quiet"]}>{text.photos.waiting(index + 1)}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
