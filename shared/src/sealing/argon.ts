import { argon2id } from "hash-wasm";

/** One lane of Argon2id (RFC 9106). A server may pass a native one; the answer is the same. */
export type Argon2id = (input: {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly memoryKib: number;
  readonly passes: number;
  readonly outputBytes: number;
}) => Promise<Uint8Array>;

/** Argon2id in WebAssembly: works in every browser and in Node. */
export const argon2idWasm: Argon2id = ({ password, salt, memoryKib, passes, outputBytes }) =>
  argon2id({
    password,
    salt,
    memorySize: memoryKib,
    iterations: passes,
    parallelism: 1,
    hashLength: outputBytes,
    outputType: "binary",
  });
