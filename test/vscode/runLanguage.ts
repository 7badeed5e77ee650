// The languages the suite is run in: VS Code's own, the setting, and what everything of ours must be said in then.
import type { Locale } from "../../client/src/texts";

export interface RunLanguage {
  /** What VS Code itself is shown in. */
  readonly display: "en" | "zh-cn";
  /** Of the user's settings; none where the setting is left as it is. */
  readonly settings: { readonly "nianbao.language"?: "en" | "auto" };
  readonly said: Locale;
}

/** Chinese, whatever VS Code is shown in. */
export const byDefault: RunLanguage = { display: "en", settings: {}, said: "zh" };
export const asSet: RunLanguage = { display: "en", settings: { "nianbao.language": "en" }, said: "en" };

/** With VS Code itself. */
export const along = {
  zh: { display: "zh-cn", settings: { "nianbao.language": "auto" }, said: "zh" },
  en: { display: "en", settings: { "nianbao.language": "auto" }, said: "en" },
} as const satisfies Record<Locale, RunLanguage>;

/** Constants of the suite that are written in when it is bundled, for no environment reaches a worker of the browser. */
export function constants(language: RunLanguage): { readonly runLanguage: string } {
  return { runLanguage: JSON.stringify(language) };
}
