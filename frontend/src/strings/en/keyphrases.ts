import { count } from "@/lib/format";
import { listed, many } from "./words";

type Kind = "product" | "collection";

const by = (done: string, person: string) => (person === "" ? done : `${done} by ${person}`);

export const keyphrases = {
  title: "Keyphrases",
  open: "Keyphrases",
  back: "Products",
  total: (n: number, kind: Kind) => many(n, kind),
  kind: "Keyphrases of",
  kinds: { product: "Products", collection: "Collections" },
  places: { product: "Product", collection: "Collection" },
  search: "Search name or phrase",
  language: "Language",
  ownLanguage: "Shop’s language",
  languageSet: (name: string, set: number) => (set > 0 ? `${name}, ${count(set)} set` : name),
  filters: "Keyphrases to show",
  tabs: {
    "": "All",
    typed: "Typed",
    imported: "Imported",
    guess: "Guesses",
    none: "None",
    shared: "Shared",
  },
  phrase: "Keyphrase",
  from: "From",
  clicks: "Clicks",
  impressions: "Impressions",
  position: "Position",
  words: "Words",
  sources: {
    typed: (person: string) => by("Typed", person),
    confirmed: (person: string) => by("Confirmed", person),
    imported: () => "Imported",
    guess: () => "? Guess",
    none: () => "None",
  },
  verdict: { good: "Good", fair: "Fair", poor: "Poor" },
  noPhrase: "No phrase: its rules are not scored",
  shared: (n: number) => `${many(n, "other")} ${n === 1 ? "shares" : "share"} it`,
  field: (title: string) => `Keyphrase of ${title}`,
  edit: "Edit",
  editOf: (title: string) => `Edit the keyphrase of ${title}`,
  confirm: "Confirm",
  confirmOf: (title: string) => `Confirm the guess for ${title}`,
  guess: "Guess…",
  guessOf: (title: string) => `Ask the model for a keyphrase of ${title}`,
  longer: (n: number) => many(n, "longer query", "longer queries"),
  longerOf: (n: number, title: string) =>
    `${many(n, "longer query", "longer queries")} of ${title}`,
  queries: {
    title: (title: string) => `What else finds ${title}`,
    now: (phrase: string) => `Now: “${phrase}”. Other searches of the page, the best first:`,
    seen: (clicks: string, impressions: string) => `${clicks} clicks, seen ${impressions} times`,
    take: "Use",
    takeOf: (query: string) => `Use “${query}”`,
  },
  chosen: (n: number) => `${count(n)} selected`,
  guessChosen: "Ask the model…",
  confirmChosen: "Confirm guesses…",
  noneChosen: {
    confirm: "No guess among the selected ones",
    propose: "All selected ones have a keyphrase",
  },
  noneChosenText: "Nothing is changed.",
  notHere: (n: number) =>
    `. ${many(n, "page")} of the file ${n === 1 ? "is" : "are"} not in this shop.`,
  list: (n: number) => (n === 1 ? "Show it" : `List the ${count(n)}`),
  unknownTitle: (n: number) => `${many(n, "page")} of the file, not in this shop`,
  enterHint: "Enter confirms and moves on",
  none: {
    product: "No products here yet. A sync reads the shop’s catalogue; nothing is written.",
    collection: "No collections here. A sync reads those of the shop; nothing is written.",
  },
  noMatch: "No keyphrase matches this filter and search.",
  guesses: (n: number, proposed: number) =>
    proposed > 0
      ? `${many(n, "guess", "guesses")}, ${count(proposed)} by a model`
      : many(n, "guess", "guesses"),
  fromTitle: "From title and type",
  fromModel: (model: string) => `By ${model}`,
  guessesNote: "A guess is not scored and not given to the writer until you confirm it.",
  confirmAll: (n: number) => `Confirm ${count(n)}…`,
  confirmAllTitle: (n: number) => `Confirm ${many(n, "guess", "guesses")}?`,
  confirmAllText:
    "They become keyphrases: drafts are scored by them and the writer is given them. Each one can still be changed.",
  confirmAllDo: (n: number) => `Confirm ${count(n)}`,
  discard: (n: number) => `Discard ${count(n)}…`,
  discardTitle: (n: number) => `Discard ${many(n, "guess", "guesses")} of the model?`,
  discardText: "They were paid for. What titles and types give is the guess again.",
  discardDo: (n: number) => `Discard ${count(n)}`,
  propose: (n: number) => `Ask the model for ${count(n)}…`,
  proposing: {
    title: (n: number, writer: string) => `Ask ${writer} for ${many(n, "keyphrase")}?`,
    titleUnknown: "Ask the model for keyphrases?",
    cost: (requests: number, about: string, most: string, today: string) =>
      `${many(requests, "request")}: about ${about}, at most ${most}. ${today} spent today.`,
    unpriced: (requests: number) =>
      `${many(requests, "request")}. Settings have no price for this model.`,
    text: "Titles, types and the first words of the texts are sent. What comes back are guesses: none is scored or given to the writer until you confirm it.",
    rest: (n: number) => `${count(n)} more can be asked for afterwards.`,
    asking: "Asking the model. What it has answered is kept if you close this.",
    action: (n: number) => `Ask for ${count(n)}`,
    done: (n: number, without: number, cost: string) =>
      `${many(n, "guess", "guesses")} for ${cost}.${without > 0 ? ` ${count(without)} without a usable phrase.` : ""}`,
  },
  import: "Import a file…",
  importTitle: (file: string) => `Import ${file}?`,
  importNote:
    "A file with handle and keyphrase, or a search-console export with page and query: of each page the best query is taken, by clicks, then by impressions.",
  importDo: (n: number) => `Set ${many(n, "keyphrase")}`,
  importNothing: "The file has nothing new for this shop.",
  taken: (n: number, rows: number) => `${many(n, "keyphrase")} of ${many(rows, "row")} to set`,
  unchanged: (n: number) => `${count(n)} unchanged`,
  left: (n: number) => `${count(n)} left out: a person typed or confirmed another phrase`,
  unknown: (n: number) => `${count(n)} left out: not in this shop`,
  invalid: (n: number) => `${many(n, "line")} left out: could not be read`,
  line: (n: number) => `Line ${count(n)}`,
  more: (n: number) => `and ${count(n)} more`,
  imported: (file: string, n: number, person: string, when: string) =>
    listed([`${file}: ${many(n, "keyphrase")} set`]) +
    (person === "" ? `, ${when}` : `, ${when} by ${person}`),
  takeBack: "Take back this import…",
  takeBackTitle: (file: string) => `Take back the import of ${file}?`,
  takeBackText: (n: number) =>
    `${many(n, "keyphrase")} become what they were before. A phrase that was changed since stays.`,
  takeBackDo: "Take back the import",
  side: {
    title: "Keyphrase",
    set: (from: string) => from,
    guess: "? Guess",
    guessNote: "A guess: its rules are not scored until you confirm it.",
    none: "None is set: its rules are not scored.",
    own: "Keyphrase",
    other: (language: string) => `Keyphrase in ${language}`,
    placeholder: "What people search for",
    save: "Set",
  },
};
