import { readingOf } from "@truong-an/shared/triage/reading/read";

// What the form loads at once: reading by the words alone. The bench weighs it.
Object.assign(globalThis, { readingOf });
