import { timeSealing } from "./sealing-run.ts";

// The page of the sealing bench: it only makes the work callable from outside.
Object.assign(globalThis, { timeSealing });
