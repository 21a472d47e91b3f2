/** Makes each phone's row of apps work as tabs: click, arrow keys, Home and End. */
export function startTabs(): void {
  for (const dock of document.querySelectorAll<HTMLElement>('[role="tablist"]')) {
    const tabs = [...dock.querySelectorAll<HTMLElement>('[role="tab"]')];
    for (const tab of tabs) tab.addEventListener("click", () => select(tabs, tab));
    dock.addEventListener("keydown", (event) => {
      const target = targetOf(event.key, tabs, tabs.indexOf(document.activeElement as HTMLElement));
      if (target === undefined) return;
      event.preventDefault();
      target.focus();
      select(tabs, target);
    });
  }
}

function targetOf(key: string, tabs: readonly HTMLElement[], now: number): HTMLElement | undefined {
  switch (key) {
    case "ArrowRight":
      return tabs[(now + 1) % tabs.length];
    case "ArrowLeft":
      return tabs.at(now - 1);
    case "Home":
      return tabs[0];
    case "End":
      return tabs.at(-1);
    default:
      return undefined;
  }
}

function select(tabs: readonly HTMLElement[], chosen: HTMLElement): void {
  for (const tab of tabs) {
    const isChosen = tab === chosen;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    const panel = document.getElementById(tab.getAttribute("aria-controls") ?? "");
    if (panel !== null) panel.hidden = !isChosen;
  }
  chosen.dispatchEvent(new CustomEvent("phone-opened", { bubbles: true }));
}
