import { Topic, TopicChoice } from "@truong-an/shared/bulletin";
import { topicLabels } from "@truong-an/shared/text/bulletin-vi";
import { bulletinsText } from "../text/bulletins-vi.ts";
import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { Empty, Failure, Loading } from "../ui/states.tsx";
import { TextLink } from "../ui/text-link.tsx";
import { goTo, replaceWith } from "../ui/use-hash.ts";
import { BulletinCard } from "./bulletin-card.tsx";
import { BulletinNotices } from "./bulletin-notices.tsx";
import styles from "./bulletins-page.module.css";
import type { PageProps } from "./routes.tsx";
import { type FeedView, useFeed } from "./use-feed.ts";
import { useSchool } from "./use-school.ts";
import { isInZalo } from "./zalo.ts";

const topics = TopicChoice.options.map((value) => ({ value, label: topicLabels[value] }));

/** What the school, its commune and its province tell, the newest first. */
export function BulletinsPage({ path, query }: PageProps) {
  const school = useSchool();
  const topic = Topic.safeParse(path).data ?? null;
  const { view, again, readOn } = useFeed({ schoolId: school?.id ?? null, topic });
  return (
    <Page title={bulletinsText.title} onBack={() => goTo("/")}>
      <SelectField
        label={bulletinsText.topic}
        options={topics}
        value={topic ?? "all"}
        onChange={(chosen) => replaceWith(routeTo(chosen))}
      />
      <ForWhom name={school === null ? null : school.name} />
      {view.kind === "ready" && view.notices && isInZalo() && (
        <BulletinNotices school={school} route={routeTo(topic ?? "all")} query={query} />
      )}
      <Cards view={view} topic={topic} onAgain={again} onMore={readOn} />
    </Page>
  );
}

function routeTo(choice: TopicChoice): string {
  return choice === "all" ? "/bulletins" : `/bulletins/${choice}`;
}

/** Null: no school has been chosen. A name may still be on its way. */
function ForWhom({ name }: { readonly name: string | null }) {
  if (name === "") return null;
  if (name !== null) return <p className={styles["quiet"]}>{bulletinsText.forSchool(name)}</p>;
  return (
    <p className={styles["quiet"]}>
      {bulletinsText.forEveryone} <a href="#/school?next=bulletins">{bulletinsText.chooseSchool}</a>
    </p>
  );
}

function Cards(props: {
  readonly view: FeedView;
  readonly topic: Topic | null;
  readonly onAgain: () => void;
  readonly onMore: () => void;
}) {
  const { view, topic } = props;
  if (view.kind === "loading") return <Loading label={bulletinsText.loading} />;
  if (view.kind === "failed") {
    return <Failure message={bulletinsText.failed} onRetry={props.onAgain} />;
  }
  if (view.cards.length === 0) {
    return (
      <Empty message={topic === null ? bulletinsText.empty : bulletinsText.emptyTopic}>
        {topic !== null && <TextLink href="#/bulletins">{bulletinsText.allTopics}</TextLink>}
      </Empty>
    );
  }
  return (
    <>
      <ul className={styles["cards"]} aria-label={bulletinsText.list}>
        {view.cards.map((card) => (
          <li key={card.id}>
            <BulletinCard card={card} />
          </li>
        ))}
      </ul>
      {view.more === "failed" && <Failure message={bulletinsText.failed} onRetry={props.onMore} />}
      {view.more === "loading" && <Loading label={bulletinsText.moreLoading} />}
      {view.more === "idle" && view.next !== null && (
        <Button wide kind="secondary" onPress={props.onMore}>
          {bulletinsText.more}
        </Button>
      )}
    </>
  );
}
