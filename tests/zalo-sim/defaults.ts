import type { NewAsset } from "./gmf-assets.ts";
import type { SimSettings } from "./sim.ts";
import { simText } from "./text/sim-vi.ts";
import type { Template } from "./zns-templates.ts";

const text = { require: true, type: "STRING", minLength: 1 } as const;

/** Approved, and with every gap that an alert to staff fills. */
const alertTemplate: Template = {
  id: "480001",
  name: "Có việc cần xem",
  status: "ENABLE",
  text: simText.alertTemplate,
  params: [
    { name: "desk", maxLength: 200, ...text },
    { name: "level", maxLength: 30, ...text },
    { name: "time", maxLength: 20, require: true, type: "DATE", minLength: 10 },
  ],
  byUserId: true,
  isForeign: false,
};

const package100: Omit<NewAsset, "id"> = {
  productType: "gmf100",
  quotaType: "sub_quota",
  validDays: 365,
};

/** A verified Official Account on a package with groups, and nobody who uses it yet. */
export const defaults: SimSettings = {
  people: [],
  accessTokens: ["sim-access-token"],
  app: {
    id: "1000000000000000001",
    secret: "sim-app-secret",
    refreshToken: "sim-refresh-token",
    codeChallenge: "",
  },
  oa: { id: "1000000000000000002", name: "Trường An", secret: "sim-oa-secret" },
  mini: {
    appId: "1000000000000000003",
    key: "sim-mini-app-key",
    noticeTemplates: ["sim-notice-template"],
  },
  bot: { token: "3000000000000000001:sim-bot-token", name: simText.botName },
  templates: [alertTemplate, { ...alertTemplate, id: "480002", status: "PENDING_REVIEW" }],
  assets: [
    { id: "6a0000000000000000000001", ...package100 },
    { id: "6a0000000000000000000002", ...package100 },
    { id: "6a0000000000000000000003", ...package100 },
    {
      id: "6a0000000000000000000004",
      productType: "gmf10",
      quotaType: "purchase_quota",
      validDays: 30,
    },
  ],
  conditions: {},
  webhooks: undefined,
  callsPerMinute: 4_000,
  seed: 1,
  realNow: Date.now,
};
