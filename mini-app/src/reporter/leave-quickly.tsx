import { text } from "../text/vi.ts";
import { LeaveIcon } from "../ui/icons.tsx";
import styles from "./leave-quickly.module.css";
import { closeMiniApp } from "./zalo.ts";

/** An everyday page that explains itself to whoever looks over the shoulder. */
const neutralPage = "https://vi.wikipedia.org/";

/** Always in reach: empties the screen at once, forgets what was typed and goes somewhere neutral. */
export function LeaveQuickly() {
  return (
    <button
      type="button"
      className={styles["leave"]}
      aria-label={text.leaveQuickly}
      onClick={leave}
    >
      <LeaveIcon />
    </button>
  );
}

/** Set while leaving, so that no "are you sure" stands in the way. */
let isLeaving = false;

export function isLeavingQuickly(): boolean {
  return isLeaving;
}

function leave(): void {
  isLeaving = true;
  document.title = "";
  document.body.replaceChildren(); // what is written must not stay in sight while the next page loads
  void closeMiniApp().then(() => window.location.replace(neutralPage));
}
