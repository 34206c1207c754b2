/** The rooms of docs/architecture.md from left to right; callers stand side by side. A room imports itself and what is left of it. */
const rooms = [
  ["base"],
  ["words"],
  ["link"],
  ["sources"],
  ["workspace"],
  ["measure"],
  ["corpus"],
  ["screen"],
  ["leverage"],
  ["plan"],
  ["answers"],
  ["report"],
  ["proof"],
  ["ask"],
  ["site"],
  ["paper"],
  ["library"],
  ["cluster"],
  ["cli", "server", "client"],
];

/** The command line starts the server; nothing else looks sideways. */
const sideways = { cli: ["server"] };

const leftOf = (index) => rooms.slice(0, index).flat();

const roomRules = rooms.flatMap((side, index) =>
  side.map((room) => ({
    name: `${room}-imports-leftwards`,
    comment: `${room} may import only ${[room, ...leftOf(index), ...(sideways[room] ?? [])].join(", ")}`,
    severity: "error",
    from: { path: `^src/${room}/` },
    to: { path: "^src/", pathNot: `^src/(${[room, ...leftOf(index), ...(sideways[room] ?? [])].join("|")})/` },
  })),
);

module.exports = {
  forbidden: [
    ...roomRules,
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-orphans", severity: "error", from: { orphan: true, path: "^src/" }, to: {} },
    { name: "known-rooms-only", severity: "error", from: {}, to: { path: "^src/[^/]+/", pathNot: `^src/(${rooms.flat().join("|")})/` } },
    {
      name: "proof-apart",
      comment: "what compares told with happened: only the lists of questions and views know it, and the commands that are its own",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: "^src/(proof/|index\\.ts$|ask/(questions|open-ask|views)\\.ts$|cli/commands/(backtest|plan-growth)\\.ts$)",
      },
      to: { path: "^src/proof/" },
    },
    {
      name: "cluster-apart",
      comment: "work of many processes on a folder: only the commands that start it know it",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(cluster/|index\\.ts$|cli/commands/(cluster|export|load|measure|parse)\\.ts$)" },
      to: { path: "^src/cluster/" },
    },
    {
      name: "proof-measures-leftwards",
      severity: "error",
      from: { path: "^src/proof/measure/" },
      to: { path: "^src/((answers|report)/|proof/(?!measure/))" },
    },
    {
      name: "pure-measures",
      comment: "measure, leverage and plan touch no files or database, and of plan only the solver, on its own thread, a package",
      severity: "error",
      from: { path: "^src/((proof/)?measure|leverage|plan)/", pathNot: "^src/plan/solver/" },
      to: { dependencyTypes: ["core", "npm"] },
    },
    {
      name: "pure-views",
      comment: "report runs in the page too: of answers it takes types, and code that touches no file, database or package",
      severity: "error",
      from: { path: "^src/(report|proof/views)/" },
      to: { dependencyTypes: ["core", "npm"] },
    },
    {
      name: "client-alone",
      comment: "it runs in browsers too",
      severity: "error",
      from: { path: "^src/client/" },
      to: { pathNot: "^src/client/|^node_modules/openapi-" },
    },
    { name: "not-to-dev-dependency", severity: "error", from: { path: "^src/" }, to: { dependencyTypes: ["npm-dev"] } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: [".ts", ".js"], exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
