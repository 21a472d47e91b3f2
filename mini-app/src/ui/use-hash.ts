import { useSyncExternalStore } from "react";

/** The route after `#`, such as `/report`. Hash routing works wherever the page is mounted. */
export function useHash(): string {
  return useSyncExternalStore(listen, currentHash);
}

export function currentHash(): string {
  return window.location.hash.replace(/^#/, "") || "/";
}

export function goTo(route: string): void {
  window.location.hash = route;
}

/** Goes to `route` without leaving the present page in the history. */
export function replaceWith(route: string): void {
  window.location.replace(`#${route}`);
}

function listen(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}
