import { timeReading } from "./triage-run.ts";

// The page of the triage bench: it only makes the work callable from outside.
Object.assign(globalThis, { timeReading });
