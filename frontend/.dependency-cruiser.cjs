// Who may import whom. contract is generated from Go; lib knows nothing, strings only lib; domain is how
// the backend's answers are shown; ui is the kit; api is the only way out; flows are sequences that several
// features share; features never meet; app joins all.
const below = {
  strings: ["strings", "contract", "lib"],
  lib: ["lib"],
  contract: ["contract"],
  domain: ["domain", "contract", "lib", "strings"],
  ui: ["ui", "lib", "strings"],
  api: ["api", "contract", "domain", "lib", "strings"],
  flows: ["flows", "contract", "api", "ui", "domain", "lib", "strings"],
  features: ["features", "contract", "flows", "api", "ui", "domain", "lib", "strings"],
  gallery: ["gallery", "ui", "lib", "strings"],
  app: ["app", "contract", "features", "flows", "api", "ui", "domain", "lib", "strings"],
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
