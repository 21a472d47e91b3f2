import { rememberedSchool, rememberSchool } from "./remembered.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A school's poster or QR code leads here with `?school=<id>`; its name comes with its signed sheet. */
export function rememberSchoolFromLink(search: string | URLSearchParams): void {
  const id = new URLSearchParams(search).get("school");
  if (id === null || !uuid.test(id) || rememberedSchool()?.id === id) return;
  rememberSchool({ id: id.toLowerCase(), name: "", placeName: "" });
}
