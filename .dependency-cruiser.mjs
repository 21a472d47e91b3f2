// Who may import whom: the rooms, hallways and carriers of the house. A crossing is an error.
// A new room is a line in `rooms`, a new hallway a line in `hallways`.

const server = "^bot-server/src";
const app = "^mini-app/src";

/** Each room of the server and the other rooms it may call directly; all else goes through a job. */
const hallways = {
  alerts: ["duty/find[.]ts$", "zalo/", "mail/"],
  audit: [],
  bulletins: ["alerts/alarm[.]ts$", "directory/", "zalo/"],
  chat: [
    "bulletins/(find|subscriptions)[.]ts$",
    "directory/",
    "groups/invitations[.]ts$",
    "reports/(receive|draft)[.]ts$",
    "zalo/",
  ],
  desks: [],
  directory: [],
  duty: ["directory/"],
  groups: ["bulletins/find[.]ts$", "directory/", "mail/", "zalo/"], // mail: who leads a group hears that it lapses
  people: [],
  reports: ["directory/", "desks/", "routing/start-ladder[.]ts$"],
  routing: ["desks/"],
};
const rooms = Object.keys(hallways);
const carriers = ["db", "mail", "zalo"];

/** What any room may use: the world's shape, refusals, settings, words, and how to leave a trace. */
const openToRooms = [
  "(world|refusal|config|log|metrics)[.]ts$",
  "text/",
  "db/",
  "jobs/(enqueue|payloads)[.]ts$",
  "audit/record[.]ts$",
];

const anyOf = (names) => `(${names.join("|")})`;

const roomRules = rooms.map((room) => ({
  name: `room-${room}`,
  comment: `${room} reaches other rooms through its hallways only`,
  severity: "error",
  from: { path: `${server}/${room}/` },
  to: {
    path: `${server}/`,
    pathNot: [`${room}/`, ...hallways[room], ...openToRooms].map((path) => `${server}/${path}`),
  },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
const config = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "a type may look back; code may not",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "resolvable",
      comment: "every import leads somewhere",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "shared-knows-nobody",
      severity: "error",
      from: { path: "^shared/" },
      to: { path: "^(bot-server|mini-app|tests)/" },
    },
    {
      name: "shared-is-pure",
      comment: "shared uses zod and nothing else; the folder sealing alone also uses ciphers",
      severity: "error",
      from: { path: "^shared/src/", pathNot: "^shared/src/sealing/" },
      to: { pathNot: "(^shared/|/zod/)" },
    },
    {
      name: "sealing-uses-ciphers-only",
      severity: "error",
      from: { path: "^shared/src/sealing/" },
      to: {
        pathNot:
          "(^shared/|/zod/|/age-encryption/|/hash-wasm/|/@noble/(curves|hashes)/|/@scure/base/)",
      },
    },
    {
      name: "mini-app-never-server",
      severity: "error",
      from: { path: "^mini-app/" },
      to: { path: "^(bot-server|tests)/" },
    },
    {
      name: "server-alone-hears",
      comment:
        "no page carries what was learned of the chat: a quarter of a megabyte of no use there",
      severity: "error",
      from: { path: "^mini-app/" },
      to: { path: "^shared/src/chat/", reachable: true },
    },
    {
      name: "server-never-mini-app",
      severity: "error",
      from: { path: "^bot-server/" },
      to: { path: "^(mini-app|tests)/" },
    },
    {
      name: "reporter-never-staff",
      severity: "error",
      from: { path: `${app}/reporter/` },
      to: { path: `${app}/staff/` },
    },
    {
      name: "staff-never-reporter",
      severity: "error",
      from: { path: `${app}/staff/` },
      to: { path: `${app}/reporter/` },
    },
    {
      name: "ui-knows-neither",
      severity: "error",
      from: { path: `${app}/(ui|text)/` },
      to: { path: `${app}/(reporter|staff)/` },
    },
    {
      name: "zalo-sdk-for-sharing-and-notices-only",
      comment: "as soon as it is loaded it signs the person in to Zalo",
      severity: "error",
      from: { path: `${app}/`, pathNot: `${app}/reporter/(share|notice-consent)[.]ts$` },
      to: { path: "/zmp-sdk/" },
    },
    {
      name: "zalo-sdk-loaded-late",
      comment: "it may come only when the person presses: to share, or for notices of bulletins",
      severity: "error",
      from: { path: `${app}/` },
      to: { path: "/zmp-sdk/", dependencyTypesNot: ["dynamic-import"] },
    },
    {
      name: "zalo-sdk-knows-no-report",
      comment: "whoever may load it reaches these files of the reporter's and no other",
      severity: "error",
      from: { path: `${app}/reporter/(share|notice-consent)[.]ts$` },
      to: {
        path: `${app}/reporter/`,
        pathNot: `${app}/reporter/(app-link|bulletins-api|parsed-route|zalo|zalo-sdk-answers|zalo-sdk-page)[.]ts$`,
        reachable: true,
      },
    },
    {
      name: "sharing-from-home-only",
      comment: "nothing on the way of a report shares a file with Zalo's SDK",
      severity: "error",
      from: { path: `${app}/`, pathNot: `${app}/reporter/home-page[.]tsx$` },
      to: { path: `${app}/reporter/share[.]ts$` },
    },
    {
      name: "notices-from-bulletins-only",
      comment: "nor with the consent to be told of bulletins: page, button, its steps, Zalo",
      severity: "error",
      from: {
        path: `${app}/`,
        pathNot: `${app}/reporter/(bulletins-page[.]tsx|bulletin-notices[.]tsx|use-notices[.]ts)$`,
      },
      to: {
        path: `${app}/reporter/(bulletin-notices[.]tsx|use-notices[.]ts|notice-consent[.]ts)$`,
      },
    },
    {
      name: "doors-hold-no-sql-and-call-nobody",
      comment: "a door calls a room; tables, Zalo and mail are behind it",
      severity: "error",
      from: { path: `${server}/doors/` },
      to: {
        path: [`${server}/db/[a-z-]*tables[.]ts$`, `${server}/zalo/`, `${server}/mail/`],
        pathNot: `${server}/zalo/(webhook|event|read-event|read-bot-event)[.]ts$`,
      },
    },
    {
      name: "rooms-never-doors",
      severity: "error",
      from: { path: `${server}/${anyOf([...rooms, ...carriers, "jobs"])}/` },
      to: { path: `${server}/(doors/|app[.]ts$|main[.]ts$)` },
    },
    {
      name: "carriers-know-no-room",
      comment: "they carry messages and do not know what a report is",
      severity: "error",
      from: { path: `${server}/${anyOf(carriers)}/` },
      to: { path: `${server}/${anyOf([...rooms, "jobs"])}/` },
    },
    ...roomRules,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(shared|bot-server|mini-app|tests)/(dist|www)/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["source", "import", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".css", ".d.ts"],
    },
  },
};

// biome-ignore lint/style/noDefaultExport: the tool reads the default export
export default config;
