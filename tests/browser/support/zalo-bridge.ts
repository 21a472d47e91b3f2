import type { Visitor } from "./browser.ts";

/** A page inside Zalo's own app, as its page sees it: the bridge, and Zalo's server behind it. */

export const inZalo =
  "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36 Zalo android/25110123";

export const zaloServer = "https://h5.zalo.me";

export type ZaloCall = { readonly action: string; readonly words: string };

/** Zalo's bridge as the page sees it, deaf; answers what the page asks of it, as it is asked. */
export async function imitateSilentZalo({ context }: Visitor): Promise<readonly string[]> {
  const asked: string[] = [];
  await context.exposeBinding("noteZaloCall", (_source, call: string) => {
    asked.push(call);
  });
  await context.addInitScript(() => {
    const note = (call: string) => Reflect.get(window, "noteZaloCall")(call);
    const deaf = new Proxy(
      {},
      {
        get:
          (_bridge, name) =>
          (...words: unknown[]) =>
            note(`${String(name)} ${words[1]}`),
      },
    );
    Object.assign(window, {
      ZaloJavaScriptInterface: deaf,
      ZJSBridge: {},
      APP_ID: "123",
      zAppID: "123",
    });
  });
  return asked;
}

/**
 * Zalo's bridge as the SDK knows it: signs in whoever is asked to, and answers the share sheet with
 * `shareCode`. Gives what the page asks of it, as it is asked.
 */
export async function imitateZalo(
  { context }: Visitor,
  { shareCode }: { readonly shareCode: number },
): Promise<readonly ZaloCall[]> {
  const asked: ZaloCall[] = [];
  await context.exposeBinding("noteZaloCall", (_source, call: ZaloCall) => {
    asked.push(call);
  });
  await context.addInitScript((code) => {
    const cookies = ["zlink3rd", "zoauth", "zoauth_vrf"];
    const signedIn = {
      cookiesOAuthLogins: cookies.map((name) => ({ name: `h5.zdn.vn_${name}`, value: "made-up" })),
      miniProgramConfig: { userAuthorized: true, dynamicApis: [], requiredAuthenList: [] },
    };
    const answerTo = (action: string) =>
      action === "action.jump.login"
        ? { action, error_code: 0, data: signedIn }
        : { action, error_code: code, error_message: "", data: { status: 1 } };
    const jsCall = (_js: string, action: string, _access: string, words: string, back: string) => {
      Reflect.get(window, "noteZaloCall")({ action, words });
      const [, id, name] = /onNativeMessage\("([^"]+)", "([^"]+)"\)/.exec(back) ?? [];
      if (id === undefined) return; // who asked waits for no answer
      setTimeout(() =>
        Reflect.get(window, "onNativeMessage")(id, name)(JSON.stringify(answerTo(action))),
      );
    };
    Object.assign(window, {
      ZaloJavaScriptInterface: { jsCall, jsH5EventCallback: () => undefined },
      ZJSBridge: {},
      APP_ID: "123",
      zAppID: "123",
    });
  }, shareCode);
  return asked;
}

/** Zalo's server, which turns a sign-in into a token. Gives each request for one. */
export async function imitateZaloServer({ context }: Visitor): Promise<readonly string[]> {
  const signIns: string[] = [];
  await context.route(`${zaloServer}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/openapi/access_token") signIns.push(pathname);
    const json = { access_token: "made-up", refresh_token: "made-up", expires_in: "3600" };
    return route.fulfill({ json, headers: { "access-control-allow-origin": "*" } });
  });
  return signIns;
}
