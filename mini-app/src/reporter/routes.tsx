import { type ComponentType, lazy } from "react";
import { HomePage } from "./home-page.tsx";

export type PageProps = { readonly path: string; readonly query: URLSearchParams };

const loadSchoolPage = () => import("./school-page.tsx").then((m) => ({ default: m.SchoolPage }));
const loadReceiptPage = () =>
  import("./receipt-page.tsx").then((m) => ({ default: m.ReceiptPage }));
/** Nobody may write before the page that shows the code is there: a sealed report's code is seen at once or never. */
const loadReportPage = () =>
  Promise.all([import("./report-page.tsx"), loadReceiptPage()]).then(([m]) => ({
    default: m.ReportPage,
  }));
const loadThreadPage = () => import("./thread-page.tsx").then((m) => ({ default: m.ThreadPage }));
const loadBulletinsPage = () =>
  import("./bulletins-page.tsx").then((m) => ({ default: m.BulletinsPage }));
const loadBulletinPage = () =>
  import("./bulletin-page.tsx").then((m) => ({ default: m.BulletinPage }));
const loadOutboxPage = () => import("./outbox-page.tsx").then((m) => ({ default: m.OutboxPage }));

/** The first word of the route → its page. Home comes with the start; the rest arrive on their own. */
export const pages: ReadonlyMap<string, ComponentType<PageProps>> = new Map<
  string,
  ComponentType<PageProps>
>([
  ["", HomePage],
  ["school", lazy(loadSchoolPage)],
  ["report", lazy(loadReportPage)],
  ["receipt", lazy(loadReceiptPage)],
  ["thread", lazy(loadThreadPage)],
  ["outbox", lazy(loadOutboxPage)],
  ["bulletins", lazy(loadBulletinsPage)],
  ["bulletin", lazy(loadBulletinPage)],
]);

/** Fetches every page, and what sealing needs, so that the form opens and seals without a network. */
export async function prefetchPages(): Promise<void> {
  const loads = [
    loadReportPage,
    loadReceiptPage,
    loadSchoolPage,
    loadThreadPage,
    loadOutboxPage,
    () => import("./sealing-run.ts"),
    () => import("./outbox.ts").then((outbox) => outbox.startOutbox()), // goes on sending what waits
    () => import("./seal-again.ts"),
    () => import("./puzzle-number.ts"),
    loadBulletinsPage,
    loadBulletinPage,
  ];
  for (const load of loads) await load().catch(() => undefined); // fetched again when needed
}
