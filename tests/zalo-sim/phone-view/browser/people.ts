const memory = "truong-an-phone-chosen";

/** On a narrow screen one phone is shown at a time; this is the choice. The wide screen shows all of them. */
export function startPeople(): void {
  const buttons = [...document.querySelectorAll<HTMLElement>("[data-choose]")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      choose(button.dataset["choose"] ?? "");
      phoneOf(button)?.dispatchEvent(new CustomEvent("phone-opened", { bubbles: true }));
    });
  }
  const remembered = buttons.find((button) => button.dataset["choose"] === recall());
  choose((remembered ?? buttons[0])?.dataset["choose"] ?? "");
}

function phoneOf(button: HTMLElement): HTMLElement | null {
  return document.getElementById(`phone-${button.dataset["choose"]}`);
}

function choose(personId: string): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-choose]")) {
    button.setAttribute("aria-current", String(button.dataset["choose"] === personId));
  }
  for (const phone of document.querySelectorAll<HTMLElement>("[data-person]")) {
    phone.classList.toggle("is-chosen", phone.dataset["person"] === personId);
  }
  sessionStorage.setItem(memory, personId);
}

function recall(): string | null {
  return sessionStorage.getItem(memory);
}
