/** A piece of HTML that is safe to send: every value put into it has been escaped. */
export type Html = { readonly html: string };

type Value = string | number | Html | readonly Html[];

/** Writes HTML. Strings and numbers are escaped; only what this function made is taken as it is. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const written = parts.map((part, index) => {
    const value = values[index];
    return value === undefined ? part : part + write(value);
  });
  return { html: written.join("") };
}

export const nothing: Html = { html: "" };

function write(value: Value): string {
  if (typeof value === "string" || typeof value === "number") return escapeHtml(String(value));
  if ("html" in value) return value.html;
  return value.map((piece) => piece.html).join("");
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An address that may stand in a link: the web only, so never `javascript:` or `data:`. */
export function webAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? href : undefined;
}

/** An address on this machine, which the page may load a picture from. */
export function localAddress(address: string): string | undefined {
  if (/^\/__sim\/[\w/-]+$/.test(address)) return `.${address}`;
  const web = webAddress(address);
  if (web === undefined) return undefined;
  const { protocol, hostname } = new URL(web);
  const isHere = hostname === "127.0.0.1" || hostname === "localhost";
  return protocol === "http:" && isHere ? web : undefined;
}
