import {
  CannotOpen,
  identityFromBytes,
  newIdentity,
  openWith,
  recipientOf,
  sealTo,
} from "@truong-an/shared/sealing/age";
import { toUtf8 } from "@truong-an/shared/sealing/bytes";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";

const secret = toUtf8("Một bí mật dài hơn tám byte");

let identity: string;
let recipient: string;

beforeAll(async () => {
  identity = await newIdentity();
  recipient = await recipientOf(identity);
});

test("each recipient opens what was sealed to several", async () => {
  const second = await newIdentity();

  const sealed = await sealTo([recipient, await recipientOf(second)], secret);

  expect(await openWith(identity, sealed)).toEqual(secret);
  expect(await openWith(second, sealed)).toEqual(secret);
});

test("another key does not open it", async () => {
  const sealed = await sealTo([recipient], secret);

  await expect(openWith(await newIdentity(), sealed)).rejects.toEqual(new CannotOpen("unreadable"));
});

test("a file sealed by us opens through plain typage", async () => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);

  const opened = await decrypter.decrypt(await sealTo([recipient], secret));

  expect(opened).toEqual(secret);
});

test("a file sealed by plain typage opens through us", async () => {
  const theirs = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(theirs));

  const sealed = await encrypter.encrypt(secret);

  expect(await openWith(theirs, sealed)).toEqual(secret);
});

test("a sealed file begins with the age v1 header", async () => {
  const sealed = await sealTo([recipient], secret);

  expect(Buffer.from(sealed).toString("latin1")).toMatch(/^age-encryption\.org\/v1\n-> X25519 /);
});

test("an identity from 32 bytes has the known spelling", () => {
  const scalar = Buffer.from(
    "f208f155c1c246a52ab48674634ede774ff9d7837efae13724e714fba9f483fe",
    "hex",
  );

  // Worked out with another bech32 implementation (BIP 173's reference).
  expect(identityFromBytes(scalar)).toBe(
    "AGE-SECRET-KEY-17GY0Z4WPCFR22245SE6XXNK7WA8LN4UR0MAWZDEYUU20H205S0LQZWAEAS",
  );
  expect(() => identityFromBytes(scalar.subarray(1))).toThrow("32 bytes");
});

test("whatever single bit is flipped, nothing opens", async () => {
  const sealed = await sealTo([recipient], secret);
  const bit = fc.tuple(fc.nat({ max: sealed.length - 1 }), fc.nat({ max: 7 }));

  await fc.assert(
    fc.asyncProperty(bit, async ([at, shift]) => {
      const damaged = sealed.map((byte, index) => (index === at ? byte ^ (1 << shift) : byte));

      await expect(openWith(identity, damaged)).rejects.toEqual(new CannotOpen("unreadable"));
    }),
    { numRuns: 60 },
  );
});

test("wherever a sealed file is cut, nothing opens", async () => {
  const long = await sealTo([recipient], new Uint8Array(200 * 1024));
  const length = fc.oneof(fc.nat({ max: 400 }), fc.nat({ max: long.length - 1 }));

  await fc.assert(
    fc.asyncProperty(length, async (kept) => {
      const cut = long.subarray(0, kept);

      await expect(openWith(identity, cut)).rejects.toEqual(new CannotOpen("unreadable"));
    }),
    { numRuns: 40 },
  );
});

test("bytes added at the end are refused", async () => {
  const longer = Buffer.concat([await sealTo([recipient], secret), Buffer.from([0])]);

  await expect(openWith(identity, longer)).rejects.toEqual(new CannotOpen("unreadable"));
});

test("sealing for nobody is refused", async () => {
  await expect(sealTo([], secret)).rejects.toThrow("needs a recipient");
});

test.each([
  ["", "nothing"],
  ["age1", "only the prefix"],
  ["AGE-SECRET-KEY-17GY0Z4WPCFR22245SE6XXNK7WA8LN4UR0MAWZDEYUU20H205S0LQZWAEAS", "a private key"],
  [
    "age1tag1qt8lw0ual6avlwmwatk888yqnmdamm7xfd0wak53ut6elz5c4swx2yqdj4e",
    "another kind of recipient",
  ],
])("sealing to %j, %s, is refused without repeating it", async (notARecipient) => {
  await expect(sealTo([notARecipient], secret)).rejects.toThrow(/^not an age X25519 recipient$/);
});

test("one wrong letter in a recipient or identity is noticed", async () => {
  const typo = (text: string, right: RegExp, wrong: string) => text.replace(right, wrong);
  const badRecipient = typo(recipient, /.$/, recipient.endsWith("q") ? "p" : "q");
  const badIdentity = typo(identity, /.$/, identity.endsWith("Q") ? "P" : "Q");
  const sealed = await sealTo([recipient], secret);

  await expect(sealTo([badRecipient], secret)).rejects.toThrow();
  await expect(recipientOf(badIdentity)).rejects.toEqual(new CannotOpen("bad-identity"));
  await expect(openWith(badIdentity, sealed)).rejects.toEqual(new CannotOpen("bad-identity"));
});

test("no error of opening holds a piece of the key or the content", async () => {
  const sealed = await sealTo([recipient], secret);
  const typo = `${identity.slice(0, -1)}${identity.endsWith("Q") ? "P" : "Q"}`;
  const attempts = [
    recipientOf(typo),
    openWith(typo, sealed),
    openWith(`${identity} `, sealed),
    openWith(identity, sealed.subarray(0, -1)),
  ];

  const failures = await Promise.all(attempts.map((attempt) => attempt.catch((error) => error)));

  for (const failure of failures) {
    expect(failure).toBeInstanceOf(CannotOpen);
    expect(failure.cause).toBeUndefined();
    expect(`${failure.message}${failure.stack}`).not.toContain(identity.slice(16, 40));
  }
});
