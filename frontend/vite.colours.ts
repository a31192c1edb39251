import type { Plugin } from "vite";

// Mantine's list of variables has fourteen colours in two schemes, and sizes of headings; ours are in src/ui/theme.

const LIST = "@mantine/core/styles/default-css-variables.css";
const THEME = "/MantineProvider/default-colors.mjs";
const UNUSED = "blue|cyan|grape|indigo|lime|pink|teal|violet";
const NAMES = `--mantine-(?:color-(?:${UNUSED})|h[1-6]|breakpoint)-[\\w-]+`;
const SET = new RegExp(`^\\s*${NAMES}:[^;]*;\n`, "gm");
const READ = new RegExp(`var\\(${NAMES}\\)`);

/** Values of colours that our theme sets when it starts. Those that point at another variable stay: it leaves them. */
const SET_AGAIN =
  /^\s*--mantine-color-(?:dark|gray|green|orange|red|yellow)-[\w-]+:\s*(?:#|rgb)[^;]*;\n/gm;

/** The list without what nothing here reads, and without what the theme sets itself. */
export function withoutUnused(css: string): string {
  return css
    .replace(SET, "")
    .replace(SET_AGAIN, "")
    .split("\n")
    .filter((line) => !READ.test(line))
    .join("\n");
}

/** Colours of Mantine's own theme; blue is that theme's first, which it needs to begin with. */
const STEPS = new RegExp(`^\\s*(?:${UNUSED.replace("blue|", "")}): \\[[^\\]]*\\],?\n`, "gm");

/** Mantine's theme without the colours that ours does not have. */
export function withoutSteps(code: string): string {
  const left = code.replace(STEPS, "");
  if (left === code) throw new Error("Mantine's theme has no colours to leave out");
  return left;
}

/** The plugin. Throws where another style sheet reads one of the variables. */
export function usedColours(): Plugin {
  return {
    name: "used-colours",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (id.endsWith(LIST)) return { code: withoutUnused(code), map: null };
      if (id.endsWith(THEME)) return { code: withoutSteps(code), map: null };
      if (!id.endsWith(".css")) return null;
      const read = READ.exec(code);
      if (read) throw new Error(`${id} reads ${read[0]}, which is left out`);
      return null;
    },
  };
}
