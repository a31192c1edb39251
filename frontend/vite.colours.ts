import type { Plugin } from "vite";

// Mantine's list of variables has fourteen colours in two schemes; ours are in src/ui/theme.

const LIST = "@mantine/core/styles/default-css-variables.css";
const UNUSED = "blue|cyan|grape|indigo|lime|pink|teal|violet";
const SET = new RegExp(`^\\s*--mantine-color-(?:${UNUSED})-[\\w-]+:[^;]*;\n`, "gm");
const READ = new RegExp(`var\\(--mantine-color-(?:${UNUSED})-[\\w-]+\\)`);

/** The list without the variables of colours that the theme does not have. */
export function withoutUnused(css: string): string {
  return css
    .replace(SET, "")
    .split("\n")
    .filter((line) => !READ.test(line))
    .join("\n");
}

/** The plugin. Throws where another style sheet reads one of the variables. */
export function usedColours(): Plugin {
  return {
    name: "used-colours",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (id.endsWith(LIST)) return { code: withoutUnused(code), map: null };
      if (!id.endsWith(".css")) return null;
      const read = READ.exec(code);
      if (read) throw new Error(`${id} reads ${read[0]}, a colour that is left out`);
      return null;
    },
  };
}
