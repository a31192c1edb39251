import { count } from "@/lib/format";
import { many } from "./words";

export const shell = {
  main: "Main",
  otherShops: "Other shops",
  toReviewHead: "To review",
  toReview: (n: number) => (n === 0 ? "Nothing to review" : `${count(n)} to review`),
  allShops: (n: number) => (n < 2 ? "All shops" : `All ${n} shops`),
  addShop: "Add a shop",
  products: "Products",
  jobs: "Jobs",
  activity: "Activity",
  settings: "Settings",
  running: (n: number) => `${n} running`,
  switchShop: "Switch shop",
  findShop: "Find a shop",
  noShopFound: (text: string) => `No shop is called “${text}”.`,
  current: "current",
  online: "Connected",
  lost: "No connection",
  lostStrip: "Galley does not answer.",
  lostStripRest: "What you see may be old, and nothing can be saved until it runs again.",
  writer: "Writer",
  templateWriter: "Template writer",
  synced: (when: string) => `Synced ${when}`,
  neverSynced: "Not synced yet",
  spent: (usd: string, cap: string) => (cap === "" ? `Today ${usd}` : `Today ${usd} of ${cap}`),
  outboxEmpty: "Outbox empty",
  outbox: "Outbox",
  keys: "Keys",
  goProducts: "Go to products",
  goJobs: "Go to jobs",
  goActivity: "Go to activity",
  goShops: "Go to shops",
  goSettings: "Go to settings",
  notFound: "There is no such page.",
  toStart: "Go to the start",
};

export const welcome = {
  title: "Write product copy in bulk, read it like a proof, publish what you chose.",
  lead: "Everything stays on this computer until you publish it, and every publication can be undone. Pick a way in; you can add the others later.",
  demoTitle: "Try the demo shop",
  demoText:
    "Invented products and the built-in template writer. No key, no network, nothing to break.",
  demoButton: "Open the demo shop",
  shopifyTitle: "Connect a Shopify shop",
  shopifyText:
    "Sign in with a token, an app’s secret or on Shopify’s own page. Galley reads first and writes only when you publish.",
  shopifyButton: "Connect…",
  fileTitle: "Open a product export",
  fileText:
    "A CSV from the shop’s admin. Write and review here, then save a CSV to import. No access needed.",
  fileButton: "Choose a file…",
  foot: "Galley has no account and reports nothing. It talks to the shop and the model that you name, and to nobody else. Keys are kept in the system keyring.",
  galley: "GALLEY 1",
  slug: "Description, demo shop",
  proof: {
    title: "Hesper table lamp, oak",
    beforeStruck: "The Hesper puts a ",
    struck: "really very",
    afterStruck: " warm pool of light beside a bed or a reading chair. The base is solid oak; the ",
    inserted: "linen",
    insertedBefore: "shade",
    afterInserted: " softens the bulb without hiding it.",
    beforeRing:
      "Because the weave is open, the light falls on the page as well as on the wall. It is the ",
    ringed: "best lamp in the world",
    afterRing: " for a small bedroom, and it keeps its place on a shelf.",
    note: "source?",
    kept: "The switch sits on the cable, where your hand finds it in the dark. The oak is oiled, darkens a little over the years and can be oiled again at home.",
    detailsTitle: "Details",
    details:
      "Height 42 cm with the shade\nFabric cable, 1.8 m, with switch\nE14 bulb, 40 W at most, not included",
    careTitle: "How to look after it",
    care: "Dust the shade with a soft brush, always from the top down. Wipe the oak with a dry cloth, and rub in a drop of furniture oil once or twice a year.",
  },
};

export const shops = {
  title: "Shops",
  total: (n: number) => many(n, "shop"),
  columns: {
    shop: "Shop",
    kind: "Kind",
    products: "Products",
    plan: "Plan",
    review: "To review",
    synced: "Synced",
  },
  kinds: { shopify: "Shopify", demo: "Demo shop", file: "Product export" },
  add: "Add a shop",
  plans: { free: "Free", pro: "Pro", max: "Max" },
  planOf: (name: string) => `Plan of ${name}`,
  planHint: "Free hides SEO scores",
  export: "Export…",
  exportOf: (name: string) => `Export ${name}…`,
  exported: (products: number, file: string) =>
    `The texts of ${many(products, "product")} are in ${file}.`,
  exportedNone: "Nothing to export: no text is published to this file yet.",
  notUtf8: (file: string) =>
    `${file} is not written in UTF-8. Nothing was opened. Save it as CSV UTF-8 and open that.`,
  open: (name: string) => `Open ${name}`,
  empty: "No shop yet. Open the demo shop, or connect one of your own.",
  facts: {
    button: "Facts…",
    of: (name: string) => `Facts of ${name}…`,
    title: (name: string) => `Facts of ${name}`,
    text: "A claim in a draft has its source here too, and whoever writes is told of it. Drafts that are there already are checked against it when they change.",
    label: "True of every product, a line each",
    hint: "5-year warranty on everything",
    save: "Save facts",
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
    missing: (scopes: string) =>
      `Galley may not ${scopes} on this shop. Grant it to the app in Shopify, then sign in again.`,
  },
  removeTitle: (name: string) => `Remove ${name} from Galley?`,
  removeText: (products: number) =>
    `This deletes the shop’s ${many(products, "product")}, jobs, drafts and saved sign-in from this computer. The shop itself is not changed, and Activity keeps what was written to it.`,
  removeReview: (n: number) => `${many(n, "draft")} not reviewed yet will be deleted.`,
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
    demo: "Demo shop",
    file: "Product export",
    shopify: "Shopify",
    demoText:
      "A shop that lives on this computer, with invented products, pictures and prices. It answers like Shopify does, limits and all.",
    demoExists: "The demo shop is already here.",
    fileText:
      "The file that Shopify’s admin writes under Products, Export. Galley works on a copy; publishing collects the chosen texts, and Export… writes them to a file for Shopify’s product import.",
    addDemo: "Open the demo shop",
    domain: "Shop domain",
    domainHint: "As in the shop’s admin: name.myshopify.com",
    endpoint: "Other address",
    endpointHint:
      "Only for a shop that answers somewhere else, such as a demo shop of another process.",
    more: "More",
    connect: "Connect",
    needDomain: "Enter the shop’s domain.",
  },
};
