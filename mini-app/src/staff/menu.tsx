import { useEffect, useId, useState } from "react";
import { groupsHash } from "./groups/group-routes.ts";
import styles from "./menu.module.css";
import { bulletinsHash, dutyHash, myChannelsHash, queueHash, statusHash } from "./routes.ts";
import { menuText } from "./text/menu-vi.ts";

/** The pages that the menu leads to, in its order. */
const entries = [
  { page: "queue", hash: queueHash("all") },
  { page: "duty", hash: dutyHash(null) },
  { page: "bulletins", hash: bulletinsHash("submitted") },
  { page: "groups", hash: groupsHash({ kind: "list" }) },
  { page: "my-channels", hash: myChannelsHash },
  { page: "status", hash: statusHash },
] as const;

/** The way to every page: a row where there is room, otherwise a list behind one button. */
export function Menu({ current }: { readonly current: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the list
  useEffect(() => setIsOpen(false), [current]);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === "Escape") setIsOpen(false);
    };
    window.addEventListener("keydown", close);
    return () => window.removeEventListener("keydown", close);
  }, []);
  return (
    <nav className={styles["menu"]} aria-label={menuText.label}>
      <button
        type="button"
        className={styles["toggle"]}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {menuText.toggle}
      </button>
      <div id={id} className={isOpen ? styles["open"] : styles["entries"]}>
        {entries.map(({ page, hash }) => (
          <a
            key={page}
            className={styles["entry"]}
            href={hash}
            aria-current={page === current ? "page" : undefined}
            onClick={() => setIsOpen(false)}
          >
            {menuText.pages[page]}
          </a>
        ))}
      </div>
    </nav>
  );
}
