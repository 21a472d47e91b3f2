import type { Article } from "@truong-an/shared/api/bulletins";
import { topicLabels } from "@truong-an/shared/text/bulletin-vi";
import { useState } from "react";
import { bulletinsText } from "../text/bulletins-vi.ts";
import { ArticleText } from "../ui/article.tsx";
import { ShareIcon } from "../ui/icons.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { PressRow } from "../ui/press-row.tsx";
import { Empty, Failure, Loading } from "../ui/states.tsx";
import { TextLink } from "../ui/text-link.tsx";
import { goTo } from "../ui/use-hash.ts";
import { useQuery } from "../ui/use-query.ts";
import styles from "./bulletin-page.module.css";
import { coverUrl, fetchArticle } from "./bulletins-api.ts";
import { inVietnam } from "./moments.ts";
import { type PassedOn, passOnBulletin } from "./pass-on.ts";
import type { PageProps } from "./routes.tsx";

/** One bulletin, to be read in peace. */
export function BulletinPage({ path: id }: PageProps) {
  const { query, again } = useQuery(id, () => fetchArticle(id));
  const told = query.kind === "ready" ? query.value : null;
  const article = told?.kind === "ok" ? told.value : null;
  return (
    <Page
      title={bulletinsText.title}
      {...(article === null ? {} : { heading: article.title })}
      onBack={() => goTo("/bulletins")}
    >
      {query.kind === "loading" && <Loading label={bulletinsText.articleLoading} />}
      {(query.kind === "failed" || told?.kind === "failed") && (
        <Failure message={bulletinsText.articleFailed} onRetry={again} />
      )}
      {told?.kind === "missing" && (
        <Empty message={bulletinsText.gone}>
          <TextLink href="#/bulletins">{bulletinsText.toList}</TextLink>
        </Empty>
      )}
      {article !== null && <WholeArticle article={article} />}
    </Page>
  );
}

function WholeArticle({ article }: { readonly article: Article }) {
  return (
    <>
      <p className={styles["source"]}>
        <span className={styles["topic"]}>{topicLabels[article.topic]}</span>
        <span>
          {article.deskName} · {bulletinsText.published(inVietnam(article.publishedAt))}
        </span>
        {article.correctedAt !== null && (
          <span>{bulletinsText.corrected(inVietnam(article.correctedAt))}</span>
        )}
      </p>
      <article className={styles["paper"]}>
        {article.coverAlt !== null && (
          <img
            className={styles["cover"]}
            src={coverUrl(article)}
            alt={article.coverAlt}
            crossOrigin="anonymous"
            decoding="async"
          />
        )}
        <ArticleText body={article.body} />
      </article>
      <PassOn id={article.id} title={article.title} />
    </>
  );
}

function PassOn(props: { readonly id: string; readonly title: string }) {
  const [passed, setPassed] = useState<PassedOn | null>(null);
  return (
    <>
      <PressRow
        icon={<ShareIcon size={28} />}
        label={bulletinsText.passOn}
        hint={bulletinsText.passOnHint}
        isBusy={false}
        onPress={() => void passOnBulletin(props).then(setPassed)}
      />
      <div role="status">
        {passed?.kind === "copied" && <Notice kind="success">{bulletinsText.copied}</Notice>}
        {passed?.kind === "byHand" && (
          <Notice kind="information">
            <p>{bulletinsText.byHand}</p>
            <p className={styles["link"]}>{passed.link}</p>
          </Notice>
        )}
      </div>
    </>
  );
}
