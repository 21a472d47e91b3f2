import { Topic } from "@truong-an/shared/bulletin";
import type { Model } from "@truong-an/shared/library/model";
import { readerLabels, topicLabels } from "@truong-an/shared/text/bulletin-vi";
import { Card } from "../../ui/card.tsx";
import { Failure, Loading } from "../../ui/states.tsx";
import { useQuery } from "../../ui/use-query.ts";
import { bulletinsHash, libraryHash, newBulletinHash } from "../routes.ts";
import type { Shell } from "../signed-in.tsx";
import { bulletinsText } from "../text/bulletins-vi.ts";
import { Frame } from "../ui/frame.tsx";
import layout from "../ui/layout.module.css";
import styles from "./bulletins-page.module.css";
import { loadLibrary } from "./load-library.ts";
import { PhonePreview } from "./phone-preview.tsx";

type PageProps = { readonly modelKey: string | null; readonly shell: Shell };

/** Bulletins to begin with: one is read here as it will look, and taken into a draft of one's own. */
export function LibraryPage({ modelKey, shell }: PageProps) {
  const { query, again } = useQuery("library", loadLibrary);
  return (
    <Frame title={bulletinsText.library.title} bar={shell.bar} emergencies={shell.emergencies}>
      {shell.notices}
      <p>
        <a
          className={styles["other"]}
          href={modelKey === null ? bulletinsHash("draft") : libraryHash(null)}
        >
          {modelKey === null ? bulletinsText.back : bulletinsText.library.back}
        </a>
      </p>
      {query.kind === "loading" && <Loading label={bulletinsText.loading} />}
      {query.kind === "failed" && <Failure message={bulletinsText.failed} onRetry={again} />}
      {query.kind === "ready" && <Library models={query.value} modelKey={modelKey} />}
    </Frame>
  );
}

function Library(props: { readonly models: readonly Model[]; readonly modelKey: string | null }) {
  const { models, modelKey } = props;
  const chosen = models.find(({ key }) => key === modelKey);
  if (chosen !== undefined) return <OneModel model={chosen} />;
  return (
    <>
      <p>{bulletinsText.library.meaning}</p>
      {Topic.options.map((topic) => (
        <section key={topic} aria-label={topicLabels[topic]}>
          <h2 className={styles["topic"]}>{topicLabels[topic]}</h2>
          <ul className={styles["rows"]}>
            {models
              .filter((model) => model.topic === topic)
              .map((model) => (
                <li key={model.key}>
                  <a className={styles["row"]} href={libraryHash(model.key)}>
                    <span className={styles["title"]}>{model.title}</span>
                    <span className={styles["quiet"]}>{writtenFor(model)}</span>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function OneModel({ model }: { readonly model: Model }) {
  const words = bulletinsText.library;
  return (
    <div className={layout["form"]}>
      <PhonePreview
        topic={model.topic}
        title={model.title}
        body={model.body}
        deskName={words.yourDesk}
        cover={null}
      />
      <Card title={words.beforeUse}>
        <p>{writtenFor(model)}</p>
        <p>{words.checked(model.checkedOn)}</p>
        <ul>
          {model.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
        {model.unverified !== null && <p>{words.unverified(model.unverified)}</p>}
        <p>
          <a className={styles["write"]} href={newBulletinHash(model.key)}>
            {words.use}
          </a>
        </p>
      </Card>
    </div>
  );
}

/** "Phụ huynh, Học sinh (THCS, THPT)" */
function writtenFor({ readers, ages }: Model): string {
  const stages = ages.map((age) => bulletinsText.library.ages[age]).join(", ");
  const people = readers.map((reader) =>
    reader === "pupils" && stages !== ""
      ? `${readerLabels.pupils} (${stages})`
      : readerLabels[reader],
  );
  return bulletinsText.forPlace(people.join(", "));
}
