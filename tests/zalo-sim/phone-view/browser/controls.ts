import { controlsText } from "../../text/controls-vi.ts";
import { fullTime } from "../moments.ts";
import { order, simState } from "./ask.ts";

const memory = "truong-an-controls-open";

/** The drawer with the strings behind the puppet. */
export function startControls(): void {
  const drawer = part("#controls");
  const button = part("[data-controls-button]");
  const open = (isOpen: boolean) => {
    drawer.hidden = !isOpen;
    sessionStorage.setItem(memory, String(isOpen));
    button.setAttribute("aria-expanded", String(isOpen));
    document.body.classList.toggle("has-controls", isOpen);
    (isOpen ? part("[data-controls-close]") : button).focus();
    if (isOpen) void showClock();
  };
  if (sessionStorage.getItem(memory) === "true") open(true); // other people came: the page loaded again
  button.addEventListener("click", () => open(drawer.hidden === true));
  part("[data-controls-close]").addEventListener("click", () => open(false));
  drawer.addEventListener("keydown", (event) => {
    if (event.key === "Escape") open(false);
  });
  drawer.addEventListener("click", (event) => {
    const pressed = (event.target as Element).closest<HTMLElement>(
      "[data-advance], [data-clock-back], [data-scenario]",
    );
    if (pressed !== null) void tryIt(() => press(pressed.dataset));
  });
  const admin = part("[data-admin]") as HTMLFormElement;
  admin.addEventListener("submit", (event) => {
    event.preventDefault();
    void tryIt(() => answerAsAdmin(admin));
  });
  window.setInterval(() => {
    if (!drawer.hidden) void showClock();
  }, 20_000);
}

async function press({ advance, scenario }: DOMStringMap): Promise<void> {
  if (scenario !== undefined) await order(`scenarios/${scenario}`, { personId: cast() });
  else if (advance !== undefined) await order("clock", { milliseconds: Number(advance) });
  else await order("clock", { at: Date.now() });
}

async function answerAsAdmin(form: HTMLFormElement): Promise<void> {
  const field = form.elements.namedItem("text") as HTMLTextAreaElement;
  const text = field.value.trim();
  if (text === "") return;
  await order("acts/adminReplies", { personId: cast(), text });
  field.value = "";
}

/** Whom it is done with. */
function cast(): string {
  return (part("[data-cast]") as HTMLSelectElement).value;
}

async function tryIt(act: () => Promise<void>): Promise<void> {
  const said = part("[data-controls-said]");
  said.textContent = "";
  try {
    await act();
    await showClock();
    said.textContent = controlsText.done;
  } catch {
    said.textContent = controlsText.failed;
  }
}

const minute = 60_000;
async function showClock(): Promise<void> {
  const { now } = await simState();
  const place = part("[data-clock]");
  place.textContent = fullTime(now);
  part("[data-clock-ahead]").hidden = Math.abs(now - Date.now()) < 2 * minute;
}

function part(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector} on the page`);
  return found;
}
