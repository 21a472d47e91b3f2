type Place = { readonly origin: string; readonly pathname: string };

/** The app's public address. Inside Zalo it is known by the id in its path, `/zapps/<id>/`. */
export function appLink({ origin, pathname }: Place, inZalo: boolean): string {
  const [, id] = /^\/zapps\/(\d+)(?:\/|$)/.exec(pathname) ?? [];
  if (inZalo && id !== undefined) return `https://zalo.me/s/${id}/`;
  return new URL("./", `${origin}${pathname}`).href;
}
