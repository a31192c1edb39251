import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

// Pages say t.jobs.title and rules.limits, and both are objects, which a bundler cannot take apart. In the
// built pages each file loads only the groups of words and the rules that it uses, so that the first page
// does not wait for those of all others.

interface Node {
  type: string;
  start: number;
  end: number;
}

/** An object that is imported everywhere and of which each file uses a part. */
interface Whole {
  name: string;
  from: string;
  /** The import of a part under a name. */
  importOf: (part: string, as: string) => string;
  /** What importing the object does besides. */
  effect: string;
}

const RULE = "\0rule:";

function wordsOf(files: Map<string, string>): Whole {
  return {
    name: "t",
    from: "@/strings",
    effect: `import "@/strings/speak";`,
    importOf: (part, as) => {
      const file = files.get(part);
      if (file === undefined) throw new Error(`the catalogue has no group ${part}`);
      return `import { ${part} as ${as} } from "@/strings/en/${file}";`;
    },
  };
}

export const RULES: Whole = {
  name: "rules",
  from: "@/contract",
  effect: "",
  importOf: (part, as) => `import { rule as ${as} } from "${RULE}${part}";`,
};

/** The module of one rule of the generated contract, whose rules are JSON. */
export function ruleOf(contract: string, part: string): string {
  const [, json] = /^export const rules = (\{.*^\}) satisfies/ms.exec(contract) ?? [];
  const value = json && (JSON.parse(json) as Record<string, unknown>)[part];
  if (value === undefined) throw new Error(`the contract has no rule ${part}`);
  return `export const rule = ${JSON.stringify(value)};`;
}

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

function isNamed(node: unknown, wanted: string): node is Node {
  const { type, name } = node as { type?: string; name?: string };
  return type === "Identifier" && name === wanted;
}

/** The name of a property, which may be that of the object. */
function labelOf(node: Record<string, unknown>): Node | undefined {
  if (node.computed || node.shorthand) return undefined;
  if (node.type === "MemberExpression") return node.property as Node;
  return node.type === "Property" ? (node.key as Node) : undefined;
}

interface Use {
  start: number;
  end: number;
  part: string;
}

/** The places that read a part. Throws where the object is used in another way. */
function usesOf(name: string, nodes: ReturnType<typeof nodesIn>, imported: Node): Use[] {
  const uses: Use[] = [];
  const others = new Set<number>();
  const labels: number[] = [];
  for (const node of nodes) {
    if (node.start >= imported.start && node.end <= imported.end) continue;
    if (isNamed(node, name)) others.add(node.start);
    const label = labelOf(node);
    if (label) labels.push(label.start);
    if (node.type === "MemberExpression" && isNamed(node.object, name) && !node.computed) {
      const part = (node.property as { name: string }).name;
      uses.push({ start: node.start, end: node.end, part });
    }
  }
  for (const start of [...labels, ...uses.map((use) => use.start)]) others.delete(start);
  if (others.size > 0)
    throw new Error(`${name} is not used as ${name}.part; give a variable another name`);
  return uses;
}

/** Code in which the object's parts are imports of their own. */
export function takeApart(code: string, ast: unknown, whole: Whole): string {
  const { name, from, importOf, effect } = whole;
  const imported = [...nodesIn(ast)].find(
    ({ type, source, specifiers }) =>
      type === "ImportDeclaration" &&
      (source as { value: string }).value === from &&
      (specifiers as { imported?: { name: string } }[]).some((s) => s.imported?.name === name),
  );
  if (!imported) return code;
  const specifiers = imported.specifiers as { local: { name: string } }[];
  if (specifiers.length > 1) throw new Error(`import ${name} of ${from} alone`);
  if (specifiers[0]?.local.name !== name) throw new Error(`import ${name} under its own name`);
  const uses = usesOf(name, nodesIn(ast), imported);
  const imports = [...new Set(uses.map((use) => use.part))].map((part) =>
    importOf(part, `${name}$${part}`),
  );
  const edits = [
    ...uses.map(({ start, end, part }) => ({ start, end, text: `${name}$${part}` })),
    { start: imported.start, end: imported.end, text: effect + imports.join("") },
  ].sort((a, b) => b.start - a.start);
  return edits.reduce(
    (all, { start, end, text }) => all.slice(0, start) + text + all.slice(end),
    code,
  );
}

/**
 * The plugin. Words are left whole where the catalogue itself is replaced, by a plugin of the name given.
 */
export function partsWhereUsed(index: string, contract: string, unless: string): Plugin {
  const words = wordsOf(groupFiles(readFileSync(index, "utf8")));
  const rules = readFileSync(contract, "utf8");
  let wholes = [RULES, words];
  return {
    name: "parts-where-used",
    apply: "build",
    configResolved(config) {
      if (config.plugins.some((plugin) => plugin.name === unless)) wholes = [RULES];
    },
    resolveId: (id) => (id.startsWith(RULE) ? id : null),
    load: (id) => (id.startsWith(RULE) ? ruleOf(rules, id.slice(RULE.length)) : null),
    transform(code, id) {
      if (!id.includes("/src/")) return null;
      let apart = code;
      for (const whole of wholes) {
        if (!apart.includes(`from "${whole.from}"`)) continue;
        try {
          apart = takeApart(apart, this.parse(apart), whole);
        } catch (error) {
          this.error(`${id}: ${error}`);
        }
      }
      return apart === code ? null : { code: apart, map: null };
    },
  };
}
