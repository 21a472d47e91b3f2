type Bridge = {
  readonly jsCall: (
    jsToken: string,
    action: string,
    accessToken: string,
    parameters: string,
    callback: string,
  ) => unknown;
};

type Host = {
  readonly location: { readonly hostname: string };
  readonly ZaloJavaScriptInterface?: unknown;
};

const closesWithinMs = 1_000;

/** Whether the page runs inside Zalo's own app. */
export function isInZalo(host: Host = window): boolean {
  return host.location.hostname.includes("h5.zdn.vn") && host.ZaloJavaScriptInterface !== undefined;
}

/**
 * Asks Zalo to close the Mini App; comes back when the page is still there a moment later. These
 * are the words of Zalo's SDK without the SDK: whatever it is used for, it first signs the person
 * in, and then tells Zalo what it was used for (measured on zmp-sdk 2.51.6). Only share.ts and
 * notice-consent.ts load it.
 */
export async function closeMiniApp(host: Host = window): Promise<void> {
  if (!isInZalo(host)) return;
  try {
    const bridge = host.ZaloJavaScriptInterface as Bridge;
    bridge.jsCall("", "action.window.close", "", "{}", "Function.prototype"); // which hears no answer
  } catch {
    return; // a bridge without this call
  }
  await new Promise((resolve) => setTimeout(resolve, closesWithinMs));
}
