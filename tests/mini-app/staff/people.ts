import type { Me } from "@truong-an/shared/api/staff";
import type { DeskId, StaffId } from "@truong-an/shared/ids";
import { newIdentity, recipientOf } from "@truong-an/shared/sealing/age";
import { toBase64 } from "@truong-an/shared/sealing/bytes";
import { lockIdentity, newSalt, sealDeskKey } from "@truong-an/shared/sealing/staff-keys";

export type TestDesk = {
  readonly deskId: string;
  readonly name: string;
  readonly keyNumber: number;
  readonly recipient: string;
  readonly identity: string;
  readonly sealedTo: (recipient: string) => Promise<string>;
};

export async function aDesk(deskId: string): Promise<TestDesk> {
  const identity = await newIdentity();
  const key = { deskId, keyNumber: 1, deskIdentity: identity };
  return {
    deskId,
    name: `Bàn ${deskId.slice(0, 4)}`,
    keyNumber: 1,
    recipient: await recipientOf(identity),
    identity,
    sealedTo: async (recipient) => toBase64(await sealDeskKey(key, recipient)),
  };
}

/** A member as the server describes them, and the half of the passphrase that unlocks. */
export async function aMember(
  desks: readonly TestDesk[],
): Promise<{ readonly me: Me; readonly unlockKey: string }> {
  const identity = await newIdentity();
  const recipient = await recipientOf(identity);
  const unlockKey = await newIdentity();
  const seats = desks.map(async (desk) => ({
    id: desk.deskId as DeskId,
    kind: "school" as const,
    name: desk.name,
    role: "member" as const,
    keyNumber: desk.keyNumber,
    recipient: desk.recipient,
    deskKeyEnvelope: await desk.sealedTo(recipient),
  }));
  const me: Me = {
    id: "55555555-5555-4555-8555-555555555555" as StaffId,
    name: "Lê Thị Mai",
    email: "mai@truong.example",
    salt: toBase64(newSalt()),
    recipient,
    lockedIdentity: toBase64(await lockIdentity(identity, unlockKey)),
    desks: await Promise.all(seats),
  };
  return { me, unlockKey };
}
