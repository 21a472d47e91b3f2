import { bulletinLink as linkOf } from "@truong-an/shared/bulletin";
import type { BulletinId, SchoolId } from "@truong-an/shared/ids";
import type { Config } from "../config.ts";

/** Where the Mini App is opened; a deployment without one has its own page. */
function appLink(config: Config): string {
  return config.MINI_APP_LINK ?? config.PUBLIC_URL;
}

export function bulletinLink(config: Config, id: BulletinId): string {
  return linkOf(appLink(config), id);
}

/** The same, with this school chosen: what a school's QR code holds. */
export function schoolLink(config: Config, id: SchoolId): string {
  const link = new URL(appLink(config));
  link.searchParams.set("school", id);
  return link.toString();
}
