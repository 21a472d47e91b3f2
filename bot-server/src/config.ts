import { Clocks, standardClocks } from "@truong-an/shared/routing/clocks";
import { z } from "zod";

const webUrl = z.url({ protocol: /^https?$/ });
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ });
const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: "custom", message: "is not JSON" });
    return z.NEVER;
  }
});
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);

/**
 * The proxies in front, by address, network or the names that Fastify knows. A count of hops would
 * believe whoever reaches this server past the proxy, and a network of everyone believes anyone.
 */
const proxy = z.union([
  z.ipv4(),
  z.ipv6(),
  z.cidrv4().refine(isSomeone),
  z.cidrv6().refine(isSomeone),
  z.enum(["loopback", "linklocal", "uniquelocal"]),
]);

const zaloId = z.string().regex(/^\d{1,20}$/); // longer than a number holds

/** Every setting, in one place, with its default. README's table names each of them. */
export const Environment = z.object({
  DATABASE_URL: databaseUrl,
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  ROLE: z.enum(["all", "web", "worker"]).default("all"),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: webUrl,
  MINI_APP_ORIGINS: list.default(["https://h5.zdn.vn"]),
  TRUST_PROXY: list.pipe(z.array(proxy)).default([]),
  SERVER_KEY: z.string().regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/),
  PUZZLE_KEY: z.string().min(32),
  METRICS_TOKEN: z.string().min(16).optional(),
  CLOCKS: json.pipe(Clocks).default(standardClocks),
  ACKNOWLEDGED_MINUTES: z.coerce.number().int().min(0).max(1_440).default(15), // how long "received" keeps mere repetitions away
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  MINI_APP_LINK: webUrl.optional(), // where a link to the Mini App leads; PUBLIC_URL unless said
  ZALO_OA_BASE: webUrl.default("https://openapi.zalo.me"),
  ZALO_OAUTH_BASE: webUrl.default("https://oauth.zaloapp.com"),
  ZALO_ZNS_BASE: webUrl.default("https://business.openapi.zalo.me"),
  ZALO_GRAPH_BASE: webUrl.default("https://graph.zalo.me"),
  ZALO_MINI_BASE: webUrl.default("https://openapi.mini.zalo.me"),
  ZALO_BOT_BASE: webUrl.default("https://bot-api.zaloplatforms.com"),
  ZALO_APP_ID: zaloId.optional(),
  ZALO_APP_SECRET: z.string().min(1).optional(),
  ZALO_OA_ID: zaloId.optional(),
  ZALO_OA_SECRET: z.string().min(1).optional(), // the "OA Secret Key" of the webhook page
  ZALO_OA_ACCESS_TOKEN: z.string().min(1).optional(), // one that nobody refreshes, for trying out
  ZALO_OA_REFRESH_TOKEN: z.string().min(1).optional(),
  ZALO_BUTTON_TEMPLATE: z.enum(["none", "button", "list"]).default("none"),
  ZALO_BUTTON_PRESS: z.enum(["hide", "show"]).default("hide"), // whether what a pressed button says is seen in the chat
  ZALO_SIGNATURE_ID: z.enum(["app", "oa"]).default("app"),
  ZALO_SIGNATURE_SECRET: z.enum(["oa", "app"]).default("oa"),
  ZALO_ZNS_TEMPLATE: zaloId.optional(), // "something waits": its parameters are read from Zalo
  ZALO_ZNS_AT_NIGHT: z.enum(["refused", "sent"]).default("refused"),
  ZALO_BOT_TOKEN: z
    .string()
    .regex(/^\d+:\S+$/)
    .optional(),
  ZALO_BOT_SECRET: z.string().min(8).max(256).optional(),
  ZALO_MINI_APP_ID: zaloId.optional(),
  ZALO_MINI_APP_KEY: z.string().min(1).optional(),
  ZALO_MINI_NOTICE_TEMPLATE: z.string().min(1).optional(),
  OPERATOR_EMAILS: list.pipe(z.array(z.email())).default([]), // who hears that a channel fails for everyone
  SMTP_HOST: z.string().min(1).optional(),
  SMTP_PORT: z.coerce.number().int().min(1).max(65_535).default(587),
  SMTP_TLS: z.enum(["implicit", "required", "none"]).default("required"),
  SMTP_USER: z.string().min(1).optional(),
  SMTP_PASSWORD: z.string().min(1).optional(),
  MAIL_FROM: z.email().default("khong-tra-loi@truong-an.invalid"),
});
const Consistent = Environment.superRefine((settings, context) => {
  if (settings.ZALO_OA_REFRESH_TOKEN === undefined) return;
  for (const needed of ["ZALO_APP_ID", "ZALO_APP_SECRET"] as const) {
    if (settings[needed] !== undefined) continue;
    context.addIssue({ code: "custom", path: [needed], message: "renewing tokens needs it" });
  }
});
export type Config = z.infer<typeof Environment>;

/**
 * Reads the settings from the environment. Fails at the start with every mistake listed by name;
 * the values themselves are never repeated. An empty value counts as not set.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.entries(environment).filter(([, value]) => value !== "");
  const read = Consistent.safeParse(Object.fromEntries(set));
  if (read.success) return read.data;
  const mistakes = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.code}`);
  throw new Error(`Settings that are missing or wrong:\n  ${mistakes.join("\n  ")}`);
}

function isSomeone(network: string): boolean {
  return !network.endsWith("/0");
}
