/** "/report/what?school=…" → name "report", path "what" and the query. */
export function parsedRoute(hash: string) {
  const [route = "", search = ""] = hash.split("?");
  const [name = "", path = ""] = route.split("/").filter((part) => part !== "");
  return { name, path, query: new URLSearchParams(search) };
}
