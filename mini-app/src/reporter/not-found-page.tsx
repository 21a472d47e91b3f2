import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { CallButtons } from "../ui/call-buttons.tsx";
import { Page } from "../ui/page.tsx";
import { replaceWith } from "../ui/use-hash.ts";

/** A route we do not know still leads somewhere. */
export function NotFoundPage() {
  return (
    <Page
      title={text.notFound.title}
      actions={
        <Button wide onPress={() => replaceWith("/")}>
          {text.home}
        </Button>
      }
    >
      <p>{text.notFound.words}</p>
      <CallButtons />
    </Page>
  );
}
