import { replaceWith } from "../ui/use-hash.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Somebody sent a link to one bulletin, `?bulletin=<id>`: it opens, unless a page is open already. */
export function openBulletinFromLink(search: string): void {
  const id = new URLSearchParams(search).get("bulletin");
  if (id === null || !uuid.test(id) || window.location.hash !== "") return;
  replaceWith(`/bulletin/${id.toLowerCase()}`);
}
