import { text } from "../text/vi.ts";
import { copyText } from "../ui/copy-text.ts";
import { appLink } from "./app-link.ts";
import { isInZalo } from "./zalo.ts";
import { hushSignIn, inTime, saysNo } from "./zalo-sdk-answers.ts";
import { letSdkIn } from "./zalo-sdk-page.ts";

export type Shared =
  | { readonly kind: "offered" } // the phone or Zalo showed whom to send it to
  | { readonly kind: "declined" }
  | { readonly kind: "copied" }
  | { readonly kind: "byHand"; readonly link: string }; // nothing worked: show it

const answersWithinMs = 60_000;

/** Lets the person pass on the way to the app: the bare link, without a school or anything told. */
export async function shareApp(): Promise<Shared> {
  const link = appLink(window.location, isInZalo());
  if (isInZalo() && letSdkIn()) return shareInZalo(link);
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
  hushSignIn();
  try {
    return await inTime(openSheet(link), answersWithinMs);
  } catch (reason) {
    return saysNo(reason) ? { kind: "declined" } : { kind: "byHand", link };
  }
}

async function openSheet(link: string): Promise<Shared> {
  const { openShareSheet } = await import("zmp-sdk/apis");
  await openShareSheet({ type: "link", data: { link } });
  return { kind: "offered" };
}

async function copyLink(link: string): Promise<Shared> {
  return (await copyText(link)) ? { kind: "copied" } : { kind: "byHand", link };
}
