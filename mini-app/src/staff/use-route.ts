import { useSyncExternalStore } from "react";
import { invitationHash, queueHash, type Route, routeOf } from "./routes.ts";

let current: Route = readAddress();

/** The page that the address names. */
export function useRoute(): Route {
  return useSyncExternalStore(listen, () => current);
}

/** To the queue, without leaving the present page in the history. */
export function replaceWithQueue(): void {
  window.location.replace(queueHash("all"));
}

/** An invitation's secret leaves the address bar and the history before anything else happens. */
function readAddress(): Route {
  const route = routeOf(window.location.hash);
  if (route.page === "invitation" && route.invitation !== undefined) {
    window.history.replaceState(null, "", invitationHash);
  }
  return route;
}

function listen(onChange: () => void): () => void {
  const read = () => {
    current = readAddress();
    onChange();
  };
  window.addEventListener("hashchange", read);
  return () => window.removeEventListener("hashchange", read);
}
