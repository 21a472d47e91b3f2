type Host = {
  readonly location: { readonly hostname: string };
  readonly ZaloJavaScriptInterface?: unknown;
};

const answerWithinMs = 2_000;

/**
 * Whether the page runs inside Zalo's own app. Anywhere else the SDK invents answers, refuses or
 * never answers (measured on zmp-sdk 2.51.6), so it is not even loaded there.
 */
export function isInZalo(host: Host = window): boolean {
  return host.location.hostname.includes("h5.zdn.vn") && host.ZaloJavaScriptInterface !== undefined;
}

/**
 * Closes the Mini App. The only thing we ever ask of Zalo on this side: no call here asks who the
 * person is. False when Zalo is not there or does not answer in time.
 */
export async function closeMiniApp(): Promise<boolean> {
  if (!isInZalo()) return false;
  const closed = import("zmp-sdk/apis").then(({ closeApp }) => closeApp({})).then(() => true);
  return Promise.race([closed.catch(() => false), after(answerWithinMs)]);
}

function after(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));
}
