import { newIdentity, recipientOf } from "@truong-an/shared/sealing/age";
import type { DeskKey } from "@truong-an/shared/sealing/report";

export async function aKeyPair(): Promise<{ identity: string; recipient: string }> {
  const identity = await newIdentity();
  return { identity, recipient: await recipientOf(identity) };
}

export async function aDesk(deskId: string): Promise<{ identity: string; key: DeskKey }> {
  const { identity, recipient } = await aKeyPair();
  return { identity, key: { deskId, keyNumber: 1, recipient } };
}

/** Bytes that stand for a photo: sealing looks at none of them. */
export function jpegOf(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 256);
}

export function missing(): never {
  throw new Error("the test expects it to be there");
}
