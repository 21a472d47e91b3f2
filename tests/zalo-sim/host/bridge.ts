/**
 * Zalo's side of a Mini App's page: what the real Zalo app puts into its webview before the page's
 * own scripts run. It knows nothing itself: every call goes to `askZaloHost`, which whoever opens the
 * page lends it, and the storage to Zalo's server. Self-contained, for it runs as a plain script.
 */
type Callback = string | ((answer: string) => void);

type ZaloWindow = Window & {
  askZaloHost: (action: string, parameters: string) => Promise<string | null>;
  zaloHost: { readonly appId: string; readonly zaloAppId: string };
  onNativeMessage?: (id: string, name: string) => (answer: string) => void;
};

const page = window as unknown as ZaloWindow;

/** The answer may come late or never; who gave no way to hear it hears nothing. */
function jsCall(_js: string, action: string, _access: string, words: string, back: Callback): void {
  void page.askZaloHost(action, words).then((answer) => {
    if (answer !== null) hear(back, answer);
  });
}

/** On Android the way back is an expression, always of this form; on iOS a function. */
function hear(back: Callback, answer: string): void {
  if (typeof back === "function") {
    back(answer);
    return;
  }
  const [, id, name] = /^window\.onNativeMessage\("([^"]+)", "([^"]+)"\)$/.exec(back) ?? [];
  if (id !== undefined && name !== undefined) page.onNativeMessage?.(id, name)(answer);
}

/** The one call that Zalo answers before it returns. */
function processActionMPDS(request: string): string {
  const call = new XMLHttpRequest();
  call.open("POST", "https://h5.zalo.me/zalo-host/storage", false);
  call.setRequestHeader("content-type", "text/plain");
  call.send(request);
  return call.responseText;
}

function jsH5EventCallback(id: string, name: string, data: string): void {
  void page.askZaloHost("event.heard", JSON.stringify({ id, name, data }));
}

Object.assign(window, {
  ZaloJavaScriptInterface: { jsCall, processActionMPDS, jsH5EventCallback },
  ZJSBridge: {},
  APP_ID: page.zaloHost.appId,
  zAppID: page.zaloHost.zaloAppId,
});

export {};
