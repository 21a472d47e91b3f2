import type { Config } from "../config.ts";

/** The console's front page: an alert never links to one report. */
export function consoleUrl(config: Config): string {
  return new URL("/console", config.PUBLIC_URL).toString();
}
