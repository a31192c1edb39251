import { count } from "@/lib/format";
import { listed, many } from "./words";

export const shops = {
  title: "Shops",
  total: (n: number) => many(n, "shop"),
  columns: {
    shop: "Shop",
    kind: "Kind",
    products: "Products",
    collections: "Collections",
    plan: "Plan",
    review: "To review",
    synced: "Synced",
  },
  add: "Add a shop",
  plans: { free: "Free", pro: "Pro", max: "Max" },
  planOf: (name: string) => `Plan of ${name}`,
  planHint: "Free hides SEO scores",
  export: "Export…",
  exportOf: (name: string) => `Export ${name}…`,
  exported: {
    title: (files: number) =>
      files === 1 ? "Import this file in Shopify’s admin" : "Import these files in Shopify’s admin",
    text: (products: number, files: string[]) =>
      `The texts of ${many(products, "product")} are in ${listed(files)}.`,
    parts:
      "Shopify takes 15 MB at a time. Import the files one after the other; no product is in two of them.",
    steps: [
      "Open Products in the shop’s admin and choose Import.",
      "Add the file, and tick “Overwrite products with matching handles”.",
      "Choose “Upload and preview”, then “Import products”.",
    ],
    only: "The file holds only the published texts. Prices, stock and everything else in the shop stay as they are.",
    earlier: (files: string[]) =>
      `Of an earlier export, and not to be imported any more: ${listed(files)}.`,
  },
  exportedNone: "Nothing to export: no text is published to this file yet.",
  open: (name: string) => `Open ${name}`,
  empty: "No shop yet. Open the demo shop, or connect one of your own.",
  facts: {
    button: "Facts…",
    of: (name: string) => `Facts of ${name}…`,
    title: (name: string) => `Facts of ${name}`,
    text: "These facts support claims in drafts, and the writer gets them. Existing drafts are checked against them when they change.",
    label: "True of every product, a line each",
    hint: "5-year warranty on everything",
    save: "Save facts",
  },
  more: (name: string) => `More for ${name}`,
  rename: {
    button: "Rename…",
    title: (name: string) => `Rename ${name}`,
    label: "Name of the shop in Galley",
    hint: "Nothing on the shop changes. Activity keeps the name that the shop had at the time.",
    save: "Rename",
  },
  replace: {
    button: "Replace by a newer export…",
    title: (name: string) => `Replace the file of ${name}?`,
    text: (file: string, products: number) => `${file} has ${many(products, "product")}.`,
    matched: (n: number, drafts: number) =>
      `${many(n, "product")} matched by handle; ${drafts === 0 ? "no draft waits" : `${many(drafts, "draft")} to review and every decision stay`}.`,
    added: (n: number) => `${count(n)} new.`,
    gone: (n: number, drafts: number) =>
      `${count(n)} gone${drafts === 0 ? "" : `, with ${many(drafts, "draft")} that ${drafts === 1 ? "is" : "are"} put aside`}.`,
    list: (n: number) => `List the ${count(n)}`,
    more: (n: number) => `and ${count(n)} more`,
    imported: (n: number) => `${many(n, "published text")} in the new file: imported.`,
    waiting: (n: number) =>
      `${many(n, "published text")} not in the new file yet: ${n === 1 ? "it stays" : "they stay"} in the export.`,
    changed: (n: number) =>
      `${many(n, "published text")} changed in the shop since: the new file counts, and they are marked.`,
    conflict:
      "A text that changed in the shop since its draft was written is a conflict when you publish. Nothing is overwritten silently.",
    asks: (gone: number, name: string) =>
      `This may be the file of another shop: ${many(gone, "product")} of ${name} would disappear from Galley.`,
    action: (n: number) => `Replace with ${many(n, "product")}`,
    done: (name: string) => `The file of ${name} is replaced. Its products are being read.`,
  },
  check: "Check",
  checking: "Checking",
  remove: "Remove…",
  sync: "Sync now",
  neverSynced: "never",
  noneWaiting: "–",
  checked: {
    title: (name: string) => `${name} answers`,
    products: (n: number) => many(n, "product"),
    plan: "Plan",
    currency: "Currency",
    site: "Site",
    scopesFine: "Galley may read products and publish copy.",
    missing: (permissions: string[]) =>
      `Galley may not ${listed(permissions)} on this shop. Grant it to the app in Shopify, then sign in again.`,
  },
  removeTitle: (name: string) => `Remove ${name} from Galley?`,
  removeText: (products: number) =>
    `This deletes the shop’s ${many(products, "product")}, jobs, drafts and saved sign-in from this computer. The shop itself is not changed, and Activity keeps what was written to it.`,
  removeReview: (n: number) => `${many(n, "draft")} not published yet will be deleted.`,
  removeWaiting: (n: number) => `${many(n, "queued text")} will be withdrawn and not sent.`,
  removeJobs: (n: number) => `${many(n, "job")} will be cancelled.`,
  removeButton: "Remove shop",
  removed: (name: string, done: { written: number; withdrawn: number; cancelled: number }) =>
    [
      `${name} is removed from this computer.`,
      done.withdrawn > 0 && `${many(done.withdrawn, "queued text")} withdrawn.`,
      done.cancelled > 0 && `${many(done.cancelled, "job")} cancelled.`,
      done.written > 0 &&
        `Activity keeps the ${many(done.written, "write")} to this shop; what was not undone is still there.`,
    ]
      .filter(Boolean)
      .join(" "),
  addPanel: {
    title: "Add a shop",
    kind: "Kind",
    demoText:
      "A shop that lives on this computer, with invented products, pictures and prices. It answers like Shopify does, limits and all.",
    demoExists: "The demo shop is already here.",
    fileText:
      "The file that Shopify’s admin writes under Products, Export. Galley works on a copy; publishing collects the chosen texts, and Export… writes them to a file for Shopify’s product import.",
    name: "Name",
    nameHint: "How Galley calls the shop. Without one, it is the name of the file.",
    addDemo: "Open the demo shop",
    domain: "Shop domain",
    domainHint: "As in the shop’s admin: name.myshopify.com",
    endpoint: "Other address",
    endpointHint: "Only for a shop at another address, such as a demo shop of another process.",
    more: "More",
    connect: "Connect",
    needDomain: "Enter the shop’s domain.",
  },
};
