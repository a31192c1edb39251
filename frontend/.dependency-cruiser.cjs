// Who may import whom. lib knows nothing, strings only lib; domain mirrors the backend's words and rules;
// ui is the kit; api is the only way out; flows are sequences that several features share; features never
// meet; app joins all.
const below = {
  strings: ["strings", "lib"],
  lib: ["lib"],
  domain: ["domain", "lib", "strings"],
  ui: ["ui", "lib", "strings"],
  api: ["api", "domain", "lib", "strings"],
  flows: ["flows", "api", "ui", "domain", "lib", "strings"],
  features: ["features", "flows", "api", "ui", "domain", "lib", "strings"],
  gallery: ["gallery", "ui", "lib", "strings"],
  app: ["app", "features", "flows", "api", "ui", "domain", "lib", "strings"],
};

const layers = Object.entries(below).map(([room, allowed]) => ({
  name: `${room}-imports-only-below`,
  severity: "error",
  from: { path: `^src/${room}/`, pathNot: "\\.test\\.tsx?$" },
  to: { path: "^src/", pathNot: `^src/(${allowed.join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...layers,
    {
      name: "features-do-not-meet",
      severity: "error",
      from: { path: "^src/features/([^/]+)/" },
      to: { path: "^src/features/", pathNot: "^src/features/$1/" },
    },
    {
      name: "only-api-knows-the-window",
      severity: "error",
      from: { pathNot: "^src/api/" },
      to: { path: "wailsjs" },
    },
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "tests-stay-out",
      severity: "error",
      from: { path: "^src/", pathNot: "(\\.test\\.tsx?$|^src/testing/)" },
      to: { path: "(\\.test\\.tsx?$|^src/testing/)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.app.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
    },
  },
};
