import { TOTP, URI } from "otpauth";
import { phoneText } from "../../text/vi.ts";

const text = phoneText.authenticator;

/** Makes each phone's authenticator work. The key stays in this browser and is sent nowhere. */
export function startAuthenticators(): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-authenticator]")) start(box);
}

function start(box: HTMLElement): void {
  const memory = `truong-an-authenticator/${box.dataset["authenticator"]}`;
  const form = part(box, "[data-key-form]") as HTMLFormElement;
  const input = part(form, "input") as HTMLInputElement;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const key = keyFrom(input.value);
    part(form, "[data-problem]").textContent = key === undefined ? text.wrongKey : "";
    if (key === undefined) return input.focus();
    localStorage.setItem(memory, key.toString());
    form.reset();
    draw(box, memory);
    part(box, "[data-copy]").focus();
  });
  part(box, "[data-remove]").addEventListener("click", () => {
    localStorage.removeItem(memory);
    draw(box, memory);
    input.focus();
  });
  part(box, "[data-copy]").addEventListener("click", () => copy(box));

  draw(box, memory);
  window.setInterval(() => draw(box, memory), 500);
}

/** Where the browser keeps the clipboard shut, the digits are marked for the person to copy. */
async function copy(box: HTMLElement): Promise<void> {
  const digits = part(box, "[data-digits]");
  try {
    await navigator.clipboard.writeText(digits.dataset["digits"] ?? "");
  } catch {
    getSelection()?.selectAllChildren(digits);
    return;
  }
  part(box, "[data-copy]").textContent = text.copied;
  window.setTimeout(() => {
    part(box, "[data-copy]").textContent = text.copy;
  }, 2_000);
}

function draw(box: HTMLElement, memory: string): void {
  const stored = localStorage.getItem(memory);
  const key = stored === null ? undefined : keyFrom(stored);
  part(box, "[data-key-form]").hidden = key !== undefined;
  part(box, "[data-code-box]").hidden = key === undefined;
  if (key === undefined) return;

  const digits = key.generate();
  const left = key.remaining() / 1_000;
  const shown = part(box, "[data-digits]");
  if (shown.dataset["digits"] !== digits) {
    shown.dataset["digits"] = digits;
    shown.textContent = digits.replace(/(\d{3})(?=\d)/g, "$1 ");
  }
  part(box, "[data-seconds]").textContent = text.secondsLeft(Math.ceil(left));
  part(box, "[data-bar]").style.width = `${(100 * left) / key.period}%`;
}

/** Reads a set-up key: the bare letters and digits in any grouping, or a whole `otpauth:` address. */
function keyFrom(typed: string): TOTP | undefined {
  try {
    const trimmed = typed.trim();
    if (trimmed.startsWith("otpauth:")) {
      const key = URI.parse(trimmed);
      return key instanceof TOTP ? key : undefined;
    }
    const secret = trimmed.replace(/[\s-]/g, "").toUpperCase();
    return /^[A-Z2-7]{16,}=*$/.test(secret) ? new TOTP({ secret }) : undefined;
  } catch {
    return undefined;
  }
}

function part(within: HTMLElement, selector: string): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector} on the page`);
  return found;
}
