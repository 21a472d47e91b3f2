import { openWith, recipientOf, sealTo } from "@truong-an/shared/sealing/age";

/** Keeps tokens unreadable in the database and its backups. */
export type TokenSeal = {
  readonly close: (token: string) => Promise<Buffer>;
  /** Throws CannotOpen for what was sealed to another key. */
  readonly open: (sealed: Buffer) => Promise<string>;
};

export function openTokenSeal(serverKey: string): TokenSeal {
  return {
    close: async (token) => {
      const recipient = await recipientOf(serverKey);
      return Buffer.from(await sealTo([recipient], new TextEncoder().encode(token)));
    },
    open: async (sealed) => new TextDecoder().decode(await openWith(serverKey, sealed)),
  };
}
