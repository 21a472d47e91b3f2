const memory = "truong-an-phones-shown";
const shownAtFirst = 3;

type Shown = { readonly one: string; readonly many: readonly string[] };

/** A narrow screen shows one phone at a time, a wide one as many as are pressed; both are remembered. */
export function startPeople(): void {
  const wide = window.matchMedia("(min-width: 700px)");
  const ids = buttons().map((button) => button.dataset["choose"] ?? "");
  let shown = recall(ids);
  const draw = () => show(wide.matches ? shown.many : [shown.one]);

  for (const button of buttons()) {
    button.addEventListener("click", () => {
      const id = button.dataset["choose"] ?? "";
      shown = wide.matches ? { ...shown, many: toggled(shown.many, id) } : { ...shown, one: id };
      sessionStorage.setItem(memory, JSON.stringify(shown));
      draw();
      const phone = document.getElementById(`phone-${id}`);
      phone?.dispatchEvent(new CustomEvent("phone-opened", { bubbles: true }));
      phone?.scrollIntoView({ block: "nearest" });
    });
  }
  wide.addEventListener("change", draw);
  draw();
}

function toggled(many: readonly string[], id: string): readonly string[] {
  return many.includes(id) ? many.filter((one) => one !== id) : [...many, id];
}

function show(ids: readonly string[]): void {
  for (const button of buttons()) {
    button.setAttribute("aria-pressed", String(ids.includes(button.dataset["choose"] ?? "")));
  }
  for (const phone of document.querySelectorAll<HTMLElement>("[data-person]")) {
    phone.classList.toggle("is-shown", ids.includes(phone.dataset["person"] ?? ""));
  }
}

function buttons(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-choose]")];
}

function recall(ids: readonly string[]): Shown {
  const stored: Shown | null = JSON.parse(sessionStorage.getItem(memory) ?? "null");
  const known = (stored?.many ?? ids.slice(0, shownAtFirst)).filter((id) => ids.includes(id));
  return { one: ids.find((id) => id === stored?.one) ?? ids[0] ?? "", many: known };
}
