import type { Finding } from "@truong-an/shared/bulletin-check";
import { Notice } from "../../ui/notice.tsx";
import { bulletinsText } from "../text/bulletins-vi.ts";

/** What the check found, for a person to look at. */
export function FindingsNotice({ findings }: { readonly findings: readonly Finding[] }) {
  const { check } = bulletinsText;
  if (findings.length === 0) {
    return (
      <Notice kind="information">
        <p>{check.clear}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="warning" title={check.title}>
      <p>{check.why}</p>
      <ul>
        {findings.map(({ flag, words }) => (
          <li key={`${flag} ${words}`}>{check.line(check.flags[flag], words)}</li>
        ))}
      </ul>
    </Notice>
  );
}
