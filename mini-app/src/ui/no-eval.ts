/**
 * Zod asks the browser whether it may compile code, and under our content policy the question
 * alone is a violation. This answers it beforehand: it must be the first import of a page.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
