import { create } from "qrcode";
import { useMemo } from "react";
import styles from "./qr-code.module.css";

const quietZone = 4; // modules of white on each side, as the QR standard asks

/** A QR code drawn as one path: no image to load, nothing that a strict content policy refuses. */
export function QrCode(props: { readonly words: string; readonly label: string }) {
  const { size, path } = useMemo(() => drawing(props.words), [props.words]);
  return (
    <svg
      className={styles["code"]}
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path className={styles["paper"]} d={`M0 0h${size}v${size}H0z`} />
      <path className={styles["ink"]} d={path} />
    </svg>
  );
}

function drawing(words: string): { readonly size: number; readonly path: string } {
  const { modules } = create(words, { errorCorrectionLevel: "M" });
  let path = "";
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column + quietZone} ${row + quietZone}h1v1h-1z`;
    }
  }
  return { size: modules.size + 2 * quietZone, path };
}
