import { Notice } from "../ui/notice.tsx";
import { text } from "./text/vi.ts";
import { Frame } from "./ui/frame.tsx";

/** Without a secure context the browser keeps its cryptography shut: no report could be opened. */
export function InsecurePage() {
  return (
    <Frame title={text.failed.insecureTitle} narrow>
      <Notice kind="warning">
        <p>{text.failed.insecure}</p>
      </Notice>
    </Frame>
  );
}
