import type { Poster } from "@truong-an/shared/api/groups";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { Failure, Loading } from "../../ui/states.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { useQuery } from "../../ui/use-query.ts";
import type { Shell } from "../signed-in.tsx";
import { posterText } from "../text/broadcast-vi.ts";
import { groupsText } from "../text/groups-vi.ts";
import { Frame } from "../ui/frame.tsx";
import layout from "../ui/layout.module.css";
import { QrCode } from "../ui/qr-code.tsx";
import { groupsHash } from "./group-routes.ts";
import { fetchPoster } from "./groups-api.ts";
import styles from "./poster-page.module.css";

/** A sheet of A4 for a school's wall: on paper nothing but the sheet itself. */
export function PosterPage({
  schoolId,
  shell,
}: {
  readonly schoolId: string;
  readonly shell: Shell;
}) {
  const { query, again } = useQuery(schoolId, async () => {
    const answer = await fetchPoster(schoolId);
    if (answer.kind !== "ok") throw new Error("no poster");
    return answer.value;
  });
  return (
    <Frame title={posterText.title} bar={shell.bar} emergencies={shell.emergencies}>
      <div className={styles["screen"]}>
        {shell.notices}
        <p>
          <TextLink href={groupsHash({ kind: "list" })}>{posterText.back}</TextLink>
        </p>
        {query.kind === "ready" && <Tools link={query.value.link} />}
      </div>
      {query.kind === "loading" && <Loading label={posterText.loading} />}
      {query.kind === "failed" && <Failure message={posterText.failed} onRetry={again} />}
      {query.kind === "ready" && <Sheet poster={query.value} />}
    </Frame>
  );
}

function Tools({ link }: { readonly link: string }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    setSaid((await copyText(link)) ? groupsText.page.copied : groupsText.page.copyFailed);
  };
  return (
    <div className={layout["form"]}>
      <div className={layout["row"]}>
        <Button onPress={() => window.print()}>{posterText.print}</Button>
        <Button kind="secondary" onPress={() => void copy()}>
          {posterText.copy}
        </Button>
        <span role="status">{said}</span>
      </div>
      <p className={layout["quiet"]}>
        {posterText.link} {link}
      </p>
    </div>
  );
}

function Sheet({ poster }: { readonly poster: Poster }) {
  return (
    <article className={styles["sheet"]}>
      <p className={styles["school"]}>{poster.schoolName}</p>
      <p className={styles["commune"]}>{poster.communeName}</p>
      <h2 className={styles["headline"]}>{posterText.headline}</h2>
      <div className={styles["qr"]}>
        <QrCode words={poster.link} label={posterText.qr(poster.schoolName)} />
      </div>
      <p className={styles["scan"]}>{posterText.scan}</p>
      <p className={styles["receipt"]}>{posterText.receipt}</p>
      <p className={styles["danger"]}>{posterText.danger}</p>
      <ul className={styles["numbers"]}>
        <li>
          <strong className={styles["number"]}>113</strong> {posterText.police}
        </li>
        <li>
          <strong className={styles["number"]}>111</strong> {posterText.children}
        </li>
      </ul>
    </article>
  );
}
