import type { Writer } from "@truong-an/shared/report";

export type RememberedSchool = {
  readonly id: string;
  readonly name: string;
  readonly placeName: string;
};

const schoolKey = "truong-an/school";
const writerKey = "truong-an/writer";

/** Zalo and private windows may forbid storage: then it is remembered until the page closes. */
const memory = new Map<string, string>();

/** What is kept on this phone between visits: the school and the kind of writer. Never words. */
export function rememberedSchool(): RememberedSchool | null {
  const kept = read(schoolKey);
  if (kept === null) return null;
  try {
    const { id, name, placeName } = JSON.parse(kept) as Record<string, unknown>;
    if (typeof id !== "string" || typeof name !== "string" || typeof placeName !== "string")
      return null;
    return { id, name, placeName };
  } catch {
    return null;
  }
}

export function rememberSchool(school: RememberedSchool): void {
  write(schoolKey, JSON.stringify(school));
}

export function rememberedWriter(): string {
  return read(writerKey) ?? "unsaid";
}

export function rememberWriter(writer: Writer): void {
  write(writerKey, writer);
}

/** A school's signed sheet, kept so that a report can be sealed without a network. Checked anew at each use. */
export function rememberedSheet(schoolId: string): string | null {
  return read(sheetKey(schoolId));
}

export function rememberSheet(schoolId: string, sheet: string): void {
  write(sheetKey(schoolId), sheet);
}

function sheetKey(schoolId: string): string {
  return `truong-an/sheet/${schoolId}`;
}

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

function write(key: string, value: string): void {
  memory.set(key, value);
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // Kept in memory above.
  }
}
