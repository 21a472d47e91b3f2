import { text } from "../text/vi.ts";
import { copyText } from "../ui/copy-text.ts";
import { currentHash } from "../ui/use-hash.ts";
import { appLink } from "./app-link.ts";
import { isInZalo } from "./zalo.ts";

export type Shared =
  | { readonly kind: "offered" } // the phone or Zalo showed whom to send it to
  | { readonly kind: "declined" }
  | { readonly kind: "copied" }
  | { readonly kind: "byHand"; readonly link: string }; // nothing worked: show it

const answersWithinMs = 60_000;

/** What Zalo's SDK rejects with when the person said no. Its rejections are plain objects. */
const saidNo: readonly unknown[] = [-201, -202, -2002, -2003];

/**
 * Zalo's SDK signs the person in as soon as it is loaded (measured on zmp-sdk 2.51.6), so it and a
 * report never share a page: it is loaded only where nothing but home was ever open, and from then
 * on the next step starts the page anew.
 */
let isOnlyHomeSeen = currentHash() === "/";
let isSdkLoaded = false;

window.addEventListener("hashchange", (event) => {
  isOnlyHomeSeen = false;
  if (!isSdkLoaded) return;
  event.stopImmediatePropagation(); // or the next page would already begin here
  window.location.reload();
});

/** Lets the person pass on the way to the app: the bare link, without a school or anything told. */
export async function shareApp(): Promise<Shared> {
  const link = appLink(window.location, isInZalo());
  if (isInZalo() && isOnlyHomeSeen) return shareInZalo(link);
  if (isInZalo() || typeof navigator.share !== "function") return copyLink(link);
  try {
    await navigator.share({ title: text.appName, url: link });
    return { kind: "offered" };
  } catch (reason) {
    const isNo = reason instanceof DOMException && reason.name === "AbortError";
    return isNo ? { kind: "declined" } : copyLink(link);
  }
}

/** A plain link: Zalo's own card of a Mini App would need a share id made in the person's name. */
async function shareInZalo(link: string): Promise<Shared> {
  isSdkLoaded = true;
  window.addEventListener("unhandledrejection", hushSignIn);
  try {
    return await Promise.race([openSheet(link), tooLate(link)]);
  } catch (reason) {
    return saidNo.includes(codeOf(reason)) ? { kind: "declined" } : { kind: "byHand", link };
  }
}

async function openSheet(link: string): Promise<Shared> {
  const { openShareSheet } = await import("zmp-sdk/apis");
  await openShareSheet({ type: "link", data: { link } });
  return { kind: "offered" };
}

function tooLate(link: string): Promise<Shared> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ kind: "byHand", link }), answersWithinMs);
  });
}

async function copyLink(link: string): Promise<Shared> {
  return (await copyText(link)) ? { kind: "copied" } : { kind: "byHand", link };
}

/** The SDK lets the failure of its own sign-in fall; sharing fails with it and is answered above. */
function hushSignIn(event: PromiseRejectionEvent): void {
  if (codeOf(event.reason) !== undefined) event.preventDefault();
}

function codeOf(reason: unknown): unknown {
  return typeof reason === "object" && reason !== null && "code" in reason
    ? reason.code
    : undefined;
}
