import { Suspense, useEffect } from "react";
import { text } from "../text/vi.ts";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { Page } from "../ui/page.tsx";
import { Loading } from "../ui/states.tsx";
import { useHash } from "../ui/use-hash.ts";
import { InsecurePage } from "./insecure-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { parsedRoute } from "./parsed-route.ts";
import { pages, prefetchPages } from "./routes.tsx";

/** The whole Mini App: one page at a time, chosen by the hash. */
export function App() {
  const { name, path, query } = parsedRoute(useHash());
  const mayOpen = window.isSecureContext || !sealingPages.has(name);
  const Shown = mayOpen ? (pages.get(name) ?? NotFoundPage) : InsecurePage;
  useEffect(prefetchWhenIdle, []);
  return (
    <ErrorBoundary key={name} withCalls>
      <Suspense
        fallback={
          <Page title={text.appName}>
            <Loading />
          </Page>
        }
      >
        <Shown path={path} query={query} />
      </Suspense>
    </ErrorBoundary>
  );
}

const sealingPages: ReadonlySet<string> = new Set(["report", "thread", "outbox"]);

const prefetchAfterMs = 1_500;

function prefetchWhenIdle(): () => void {
  const timer = setTimeout(() => void prefetchPages(), prefetchAfterMs);
  return () => clearTimeout(timer);
}
