import { bulletinLink } from "@truong-an/shared/bulletin";
import { BulletinId } from "@truong-an/shared/ids";
import { copyText } from "../ui/copy-text.ts";
import { appLink } from "./app-link.ts";
import { isInZalo } from "./zalo.ts";

export type PassedOn =
  | { readonly kind: "offered" } // the phone showed whom to send it to, or the person said no
  | { readonly kind: "copied" }
  | { readonly kind: "byHand"; readonly link: string }; // nothing worked: show it

/** Lets the person send on the way to a bulletin, without Zalo's SDK: that would sign them in. */
export async function passOnBulletin(bulletin: {
  readonly id: string;
  readonly title: string;
}): Promise<PassedOn> {
  const link = bulletinLink(appLink(window.location, isInZalo()), BulletinId.parse(bulletin.id));
  if (!isInZalo() && typeof navigator.share === "function") {
    try {
      await navigator.share({ title: bulletin.title, url: link });
      return { kind: "offered" };
    } catch (reason) {
      if (reason instanceof DOMException && reason.name === "AbortError")
        return { kind: "offered" };
    }
  }
  return (await copyText(link)) ? { kind: "copied" } : { kind: "byHand", link };
}
