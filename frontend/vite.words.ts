import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

// Pages say t.jobs.title, and t is the whole catalogue, which a bundler cannot take apart. In the built
// pages each file loads only the groups of words that it uses, so that the first page does not wait for
// the words of all others.

interface Node {
  type: string;
  start: number;
  end: number;
}

const IMPORT = 'from "@/strings"';

/** The file of each group of the catalogue, by the imports of its index. */
function groupFiles(index: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const [, names = "", file = ""] of index.matchAll(
    /import \{ ([\w, ]+) \} from "\.\/(\w+)"/g,
  )) {
    for (const name of names.split(", ")) files.set(name, file);
  }
  return files;
}

function* nodesIn(value: unknown): Generator<Node & Record<string, unknown>> {
  if (Array.isArray(value)) for (const part of value) yield* nodesIn(part);
  else if (value !== null && typeof value === "object") {
    const node = value as Node & Record<string, unknown>;
    if (typeof node.type === "string") yield node;
    for (const part of Object.values(node)) yield* nodesIn(part);
  }
}

function isT(node: unknown): node is Node {
  const { type, name } = node as { type?: string; name?: string };
  return type === "Identifier" && name === "t";
}

interface Use {
  start: number;
  end: number;
  group: string;
}

/** The places that read t.group. Throws where t is used in another way. */
function usesOfT(nodes: ReturnType<typeof nodesIn>, imported: Node): Use[] {
  const uses: Use[] = [];
  const others = new Set<number>();
  for (const node of nodes) {
    if (node.start >= imported.start && node.end <= imported.end) continue;
    if (isT(node)) others.add(node.start);
    if (node.type === "MemberExpression" && isT(node.object) && !node.computed) {
      const group = (node.property as { name: string }).name;
      uses.push({ start: node.start, end: node.end, group });
    }
  }
  for (const { start } of uses) others.delete(start);
  if (others.size > 0) throw new Error("t is not used as t.group; give a variable another name");
  return uses;
}

/** Code in which t.group is an import of that group from its file. */
export function takeApart(code: string, ast: unknown, files: Map<string, string>): string {
  const imported = [...nodesIn(ast)].find(
    ({ type, source }) =>
      type === "ImportDeclaration" && (source as { value: string }).value === "@/strings",
  );
  if (!imported) return code;
  const uses = usesOfT(nodesIn(ast), imported);
  const imports = [...new Set(uses.map((use) => use.group))].map((group) => {
    const file = files.get(group);
    if (file === undefined) throw new Error(`the catalogue has no group ${group}`);
    return `import { ${group} as words$${group} } from "@/strings/en/${file}";`;
  });
  const edits = [
    ...uses.map(({ start, end, group }) => ({ start, end, text: `words$${group}` })),
    {
      start: imported.start,
      end: imported.end,
      text: `import "@/strings/speak";${imports.join("")}`,
    },
  ].sort((a, b) => b.start - a.start);
  return edits.reduce(
    (all, { start, end, text }) => all.slice(0, start) + text + all.slice(end),
    code,
  );
}

/** The plugin. It rests where the catalogue itself is replaced, by a plugin of the name given. */
export function wordsWhereUsed(index: string, unless: string): Plugin {
  const files = groupFiles(readFileSync(index, "utf8"));
  let rests = false;
  return {
    name: "words-where-used",
    apply: "build",
    configResolved(config) {
      rests = config.plugins.some((plugin) => plugin.name === unless);
    },
    transform(code, id) {
      if (rests || !id.includes("/src/") || !code.includes(IMPORT)) return null;
      return { code: takeApart(code, this.parse(code), files), map: null };
    },
  };
}
