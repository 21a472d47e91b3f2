/** What Zalo's SDK rejects with when the person said no. Its rejections are plain objects. */
const saidNo: readonly unknown[] = [-201, -202, -2002, -2003];
const notSupported = -1404;

export function saysNo(reason: unknown): boolean {
  return saidNo.includes(codeOf(reason));
}

/** This Zalo is too old for what was asked. */
export function isNotSupported(reason: unknown): boolean {
  return codeOf(reason) === notSupported;
}

/** The SDK lets the failure of its own sign-in fall; what was asked of it fails too, and is answered. */
export function hushSignIn(): void {
  window.addEventListener("unhandledrejection", hush);
}

function hush(event: PromiseRejectionEvent): void {
  if (codeOf(event.reason) !== undefined) event.preventDefault();
}

/** Most of the SDK's calls wait for ever when Zalo keeps silent. */
export function inTime<Value>(answer: Promise<Value>, withinMs: number): Promise<Value> {
  return Promise.race([
    answer,
    new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error("Zalo kept silent")), withinMs);
    }),
  ]);
}

function codeOf(reason: unknown): unknown {
  return typeof reason === "object" && reason !== null && "code" in reason
    ? reason.code
    : undefined;
}
