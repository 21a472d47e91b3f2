import { hashRaw } from "@node-rs/argon2";
import {
  CannotOpen,
  identityFromBytes,
  newIdentity,
  recipientOf,
  sealTo,
} from "@truong-an/shared/sealing/age";
import { toHex, toUtf8 } from "@truong-an/shared/sealing/bytes";
import {
  lockIdentity,
  newInvitation,
  newSalt,
  openDeskKey,
  parseInvitation,
  passphraseKeys,
  passphraseProblem,
  printInvitation,
  sealDeskKey,
  unlockIdentity,
} from "@truong-an/shared/sealing/staff-keys";
import { beforeAll, describe, expect, test } from "vitest";

const passphrase = "mèo ăn cơm nguội";
const salt = Uint8Array.from({ length: 16 }, (_, index) => index);

describe("passphrase", () => {
  test("a known passphrase and salt give the known halves", async () => {
    const keys = await passphraseKeys(passphrase, salt);

    expect(toHex(keys.signInHalf)).toBe(
      "76e885f056dac7e3db8d7742f2fc863283272fd064acd23cd7bce8be378ecbfc",
    );
    expect(keys.unlockIdentity).toBe(
      "AGE-SECRET-KEY-1265WAAMJR2E9MGDTNNTGGW77FZYYW0DLKSQ0SWVPNGNVXP8JKW2QZK2EQU",
    );
  });

  test("the native Argon2id gives the same halves", async () => {
    const fresh = newSalt();
    const reference = await hashRaw("một câu thật dài 🌧️", {
      algorithm: 2, // Argon2id
      salt: fresh,
      memoryCost: 65_536,
      timeCost: 3,
      parallelism: 1,
      outputLen: 64,
    });

    const keys = await passphraseKeys("một câu thật dài 🌧️", fresh);

    expect(toHex(keys.signInHalf)).toBe(reference.subarray(0, 32).toString("hex"));
    expect(keys.unlockIdentity).toBe(identityFromBytes(reference.subarray(32)));
  });

  test("accents typed as separate marks give the same halves", async () => {
    const composed = await passphraseKeys(passphrase.normalize("NFC"), salt);
    const decomposed = await passphraseKeys(passphrase.normalize("NFD"), salt);

    expect(passphrase.normalize("NFD")).not.toBe(passphrase.normalize("NFC"));
    expect(decomposed).toEqual(composed);
  });

  test("another salt gives other halves", async () => {
    const one = await passphraseKeys(passphrase, salt);
    const other = await passphraseKeys(passphrase, newSalt());

    expect(other.signInHalf).not.toEqual(one.signInHalf);
    expect(other.unlockIdentity).not.toBe(one.unlockIdentity);
  });

  test("a new salt has sixteen bytes and is never the same", () => {
    expect(newSalt()).toHaveLength(16);
    expect(newSalt()).not.toEqual(newSalt());
  });

  test.each([
    ["", "too-short"],
    ["conmeo12345", "too-short"],
    ["            ", "too-short"],
    ["cơm nguội ăn", undefined],
    ["a b c d", "too-short"],
    ["mèo ăn cơm", "too-short"],
    ["mèo ăn cơm no", undefined],
    ["mèo ăn cơm nguội", undefined],
    ["aaaaaaaaaaaaaaaa", "repeats"],
    ["121212121212", "repeats"],
    ["nhà nhà nhà nhà", "repeats"],
    ["Nhà nhà NHÀ nhà", "repeats"],
    ["k9#Vd2!mQx7p", undefined],
    ["ệệệ".normalize("NFD"), "too-short"],
  ])("the problem with %j is %s", (text, problem) => {
    expect(passphraseProblem(text)).toBe(problem);
  });
});

describe("locked identity", () => {
  let identity: string;
  let unlockKey: string;

  beforeAll(async () => {
    identity = await newIdentity();
    unlockKey = await newIdentity();
  });

  test("the right passphrase's key unlocks it", async () => {
    const locked = await lockIdentity(identity, unlockKey);

    expect(await unlockIdentity(locked, unlockKey)).toBe(identity);
  });

  test("another passphrase's key does not", async () => {
    const locked = await lockIdentity(identity, unlockKey);

    await expect(unlockIdentity(locked, await newIdentity())).rejects.toEqual(
      new CannotOpen("unreadable"),
    );
  });

  test("something that is no key is refused even if it opens", async () => {
    const recipients = [await recipientOf(unlockKey)];
    const words = await sealTo(recipients, toUtf8("không phải khóa"));
    const notText = await sealTo(recipients, new Uint8Array([255, 254]));

    await expect(unlockIdentity(words, unlockKey)).rejects.toBeInstanceOf(CannotOpen);
    await expect(unlockIdentity(notText, unlockKey)).rejects.toBeInstanceOf(CannotOpen);
  });
});

describe("desk key", () => {
  let member: string;
  let deskIdentity: string;
  let expected: { deskId: string; keyNumber: number; recipient: string };
  let sealed: Uint8Array;

  beforeAll(async () => {
    member = await newIdentity();
    deskIdentity = await newIdentity();
    expected = { deskId: "desk-a", keyNumber: 2, recipient: await recipientOf(deskIdentity) };
    sealed = await sealDeskKey(
      { deskId: "desk-a", keyNumber: 2, deskIdentity },
      await recipientOf(member),
    );
  });

  test("a member opens the key of the desk", async () => {
    expect(await openDeskKey(member, sealed, expected)).toBe(deskIdentity);
  });

  test("nobody else does", async () => {
    await expect(openDeskKey(await newIdentity(), sealed, expected)).rejects.toEqual(
      new CannotOpen("unreadable"),
    );
  });

  test.each([
    ["another desk", { deskId: "desk-b" }],
    ["another key of the desk", { keyNumber: 1 }],
  ])("it is refused for %s", async (_what, other) => {
    await expect(openDeskKey(member, sealed, { ...expected, ...other })).rejects.toEqual(
      new CannotOpen("mismatch"),
    );
  });

  test("a key that is not the one the signed sheet lists is refused", async () => {
    const other = { ...expected, recipient: await recipientOf(await newIdentity()) };

    await expect(openDeskKey(member, sealed, other)).rejects.toEqual(new CannotOpen("mismatch"));
  });

  test("other content sealed to the member is refused", async () => {
    const other = await sealTo([await recipientOf(member)], toUtf8('{"v":2}'));

    await expect(openDeskKey(member, other, expected)).rejects.toEqual(
      new CannotOpen("unreadable"),
    );
  });
});

describe("invitation", () => {
  test("what is printed in the link is read back", () => {
    const invitation = newInvitation();

    expect(parseInvitation(printInvitation(invitation))).toEqual(invitation);
  });

  test("a desk key sealed to the invitation opens with the link alone", async () => {
    const invitation = newInvitation();
    const deskIdentity = await newIdentity();
    const key = { deskId: "desk-a", keyNumber: 1, deskIdentity };
    const sealed = await sealDeskKey(key, await recipientOf(invitation.identity));

    const identity = parseInvitation(printInvitation(invitation))?.identity ?? "";
    const opened = await openDeskKey(identity, sealed, {
      deskId: "desk-a",
      keyNumber: 1,
      recipient: await recipientOf(deskIdentity),
    });

    expect(opened).toBe(deskIdentity);
  });

  test("token and secret are unrelated, and no two invitations are alike", () => {
    const one = newInvitation();
    const other = newInvitation();

    expect(one.token).not.toEqual(one.secret);
    expect(other.token).not.toEqual(one.token);
    expect(other.secret).not.toEqual(one.secret);
  });

  test.each([
    ["", "nothing"],
    [`${"A".repeat(43)}`, "half of it"],
    [`${"A".repeat(43)}.${"A".repeat(42)}`, "a letter short"],
    [`${"A".repeat(43)}.${"A".repeat(44)}`, "a letter long"],
    [`${"A".repeat(43)}.${"A".repeat(42)}+`, "another alphabet"],
    [`${"A".repeat(43)}.${"A".repeat(42)}B`, "unused bits that are set"],
  ])("%j is no invitation: %s", (text) => {
    expect(parseInvitation(text)).toBeUndefined();
  });
});
