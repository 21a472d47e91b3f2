import { type Envelope, readEnvelope } from "./answer.ts";
import { accepted, ask, type Question, urlOf } from "./ask.ts";
import { meaningOf } from "./codes.ts";
import { ZaloRefused } from "./errors.ts";
import { type Lane, openPace } from "./pace.ts";
import type { TokenSource } from "./tokens.ts";

/** Calls that carry the Official Account's access token. Each gives `data` of an answer that said yes. */
export type OaApi = {
  readonly get: (
    path: string,
    query?: Readonly<Record<string, string>>,
    lane?: Lane,
  ) => Promise<unknown>;
  readonly post: (path: string, body: object, lane?: Lane) => Promise<unknown>;
};

export type OaApiSettings = {
  readonly service: "oa" | "zns";
  readonly baseUrl: string;
  readonly timeoutMs: number;
  readonly now: () => number;
};

/** Keeps within the rate limit, and when Zalo refuses the token tries once more with the next one, if there is one. */
export function openOaApi(settings: OaApiSettings, tokens: TokenSource): OaApi {
  const { service, baseUrl, timeoutMs, now } = settings;
  const pace = openPace(now);

  const askOnce = async (question: Question, token: string, lane: Lane): Promise<Envelope> => {
    pace.enter(lane);
    const withToken = { ...question, headers: { access_token: token } };
    const envelope = await ask(withToken, async (response) => {
      pace.heard(response.headers);
      if (response.status === 429) throw pace.exhausted();
      return readEnvelope(response);
    });
    if (envelope.error === tooManyCalls) throw pace.exhausted();
    return envelope;
  };

  const askWithToken = async (question: Question, lane: Lane): Promise<unknown> => {
    const token = await tokens.current();
    const first = await askOnce(question, token, lane);
    if (meaningOf(service, first.error) !== "token-refused") return accepted(service, first).data;

    const another = await tokens.refused(token);
    if (another === undefined) throw new ZaloRefused(first.error, service);
    return accepted(service, await askOnce(question, another, lane)).data;
  };

  return {
    get: (path, query, lane = "urgent") =>
      askWithToken({ method: "GET", url: urlOf(baseUrl, path, query), timeoutMs }, lane),
    post: (path, body, lane = "urgent") =>
      askWithToken({ method: "POST", url: urlOf(baseUrl, path), body, timeoutMs }, lane),
  };
}

const tooManyCalls = -32;
