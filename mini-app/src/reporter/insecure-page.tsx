import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { CallButtons } from "../ui/call-buttons.tsx";
import { Page } from "../ui/page.tsx";
import { replaceWith } from "../ui/use-hash.ts";

/** Without a secure context the browser keeps its cryptography shut: said before anyone has written a word. */
export function InsecurePage() {
  return (
    <Page
      title={text.insecure.title}
      actions={
        <Button wide onPress={() => replaceWith("/")}>
          {text.home}
        </Button>
      }
    >
      <p>{text.insecure.words}</p>
      <CallButtons />
    </Page>
  );
}
