import { chatText } from "../../text/chat-vi.ts";
import { phoneText } from "../../text/vi.ts";
import { order, simState } from "./ask.ts";

/** What the person does with their Zalo: writes, presses, follows, joins. The simulator does the rest. */
export function startActs(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("[data-group-link]");
    if (link !== null) {
      event.preventDefault();
      void tryOn(link, () => follow(link));
    }
    const target = (event.target as Element).closest<HTMLElement>(
      "[data-press], [data-act], [data-say]",
    );
    if (target !== null) void tryOn(target, () => click(target));
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches("[data-compose], [data-join]")) return;
    event.preventDefault();
    void tryOn(form, () => (form.matches("[data-join]") ? join(form) : write(form)));
  });
  document.addEventListener("keydown", (event) => {
    const field = event.target as HTMLElement;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    if (!field.matches("textarea[data-draft]")) return;
    event.preventDefault();
    field.closest("form")?.requestSubmit();
  });
  startMenus();
}

async function click(target: HTMLElement): Promise<void> {
  const personId = phoneOf(target).dataset["person"] ?? "";
  const { press, act, say, groupId } = target.dataset;
  if (press !== undefined) return pressButton(target, personId);
  target.closest("details")?.removeAttribute("open");
  if (say !== undefined) await order("acts/say", { personId, text: say });
  else if (act === "sendImage") await order("acts/sendImage", { personId, url: samplePicture() });
  else await order(`acts/${act}`, { personId, groupId }); // no group is left out
}

function samplePicture(): string {
  return new URL("./assets/picture.svg", location.href).href;
}

async function pressButton(target: HTMLElement, personId: string): Promise<void> {
  const { press, of, dial } = target.dataset;
  if (dial !== undefined) call(phoneOf(target), dial);
  else if (target.matches("button")) flash(target);
  await order("acts/press", { personId, itemN: Number(of), buttonIndex: Number(press) });
}

/** A press that says something quietly leaves no other trace on the screen. */
function flash(button: HTMLElement): void {
  button.classList.add("is-pressed");
  button.setAttribute("aria-pressed", "true");
}

function call(phone: HTMLElement, number: string): void {
  const dialog = phone.querySelector<HTMLDialogElement>("[data-call]");
  const title = dialog?.querySelector("[data-call-title]");
  if (dialog === null || title === null || title === undefined) return;
  title.textContent = phoneText.calling(number);
  dialog.showModal();
}

async function write(form: HTMLFormElement): Promise<void> {
  const field = form.elements.namedItem("text") as HTMLTextAreaElement;
  const text = field.value.trim();
  if (text === "") return;
  const personId = phoneOf(form).dataset["person"] ?? "";
  const { compose, groupId, chatId } = form.dataset;
  field.value = "";
  try {
    await order(`acts/${compose}`, { personId, groupId, chatId, text }); // what is not there is left out
  } catch (failure) {
    field.value = text;
    throw failure;
  }
}

async function join(form: HTMLFormElement): Promise<void> {
  const field = form.elements.namedItem("link") as HTMLInputElement;
  const words = await joinBy(field.value.trim(), phoneOf(form));
  if (words !== chatText.group.noSuchLink) field.value = "";
  tell(form.querySelector("[data-said]"), words);
}

/** A group's link in a chat: nothing leaves this machine, the person joins here. */
async function follow(link: HTMLAnchorElement): Promise<void> {
  const phone = phoneOf(link);
  tell(phone.querySelector("[data-told]"), await joinBy(link.href, phone));
}

/** Joins the group that this link leads to, and says in words how that went. */
async function joinBy(address: string, phone: HTMLElement): Promise<string> {
  const text = chatText.group;
  const { groups } = await simState();
  const group = groups.find(({ link }) => link === address);
  if (group === undefined) return text.noSuchLink;
  const personId = phone.dataset["person"] ?? "";
  const outcome = await order("acts/joinGroup", { personId, groupId: group.id });
  if (outcome === "refused") return text.closed;
  return outcome === "waiting" ? text.waiting(group.name) : text.joined(group.name);
}

function tell(place: Element | null, words: string): void {
  if (place !== null) place.textContent = words;
}

async function tryOn(within: HTMLElement, act: () => Promise<void>): Promise<void> {
  const place = phoneOf(within).querySelector("[data-trouble]");
  try {
    await act();
    if (place !== null) place.textContent = "";
  } catch {
    if (place !== null) place.textContent = chatText.failed;
  }
}

/** A menu closes with Escape, and when something else is touched. */
function startMenus(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = (event.target as Element).closest<HTMLDetailsElement>("details[data-menu][open]");
    menu?.removeAttribute("open");
    menu?.querySelector("summary")?.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    for (const menu of document.querySelectorAll("details[data-menu][open]")) {
      if (!menu.contains(event.target as Node)) menu.removeAttribute("open");
    }
  });
}

function phoneOf(within: HTMLElement): HTMLElement {
  const phone = within.closest<HTMLElement>("[data-person]");
  if (phone === null) throw new Error("this stands on no phone");
  return phone;
}
