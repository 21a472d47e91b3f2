/** The administrator's Ed25519 public key in base64, set at build time; null in a build that trusts no desk. */
declare const __DIRECTORY_KEY__: string | null;

/** Where the doors are when they are on another host than the page; empty for the page's own host. */
declare const __API_BASE__: string;
