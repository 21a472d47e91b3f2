import type { Page } from "playwright-core";

/** Everything the page's origin keeps in this browser, as text: words in it would be seen. */
export function storedText(page: Page): Promise<string> {
  return page.evaluate(readAll);
}

async function readAll(): Promise<string> {
  const found: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
  found.push(document.cookie, location.href, JSON.stringify(history.state));
  for (const { name } of await indexedDB.databases()) {
    const db = await answered(indexedDB.open(name ?? ""));
    for (const store of db.objectStoreNames) {
      const all = db.transaction(store).objectStore(store);
      for (const key of await answered(all.getAllKeys())) found.push(String(key));
      for (const value of await answered(db.transaction(store).objectStore(store).getAll())) {
        spell(value);
      }
    }
    db.close();
  }
  for (const name of await caches.keys()) found.push(name);
  return found.join("\n");

  function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  function spell(value: unknown): void {
    if (value instanceof Uint8Array) found.push(new TextDecoder().decode(value));
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(spell);
    else found.push(String(value));
  }
}
