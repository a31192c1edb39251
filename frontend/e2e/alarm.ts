import type { BrowserContext, Frame, Page, Request } from "@playwright/test";

/** Calls that a page may make without user input; they only read. One a line. */
const LOOKS = new Set([
  "Boot",
  "CountClaims",
  "CountSelected",
  "EstimateJob",
  "EstimateKeyphrases",
  "FindModels",
  "FindProducts",
  "GetClosest",
  "GetDesk",
  "GetFactSheet",
  "GetHeld",
  "GetInbox",
  "GetJob",
  "GetKeyphrases",
  "GetLengths",
  "GetNotes",
  "GetProduct",
  "GetProof",
  "GetRun",
  "GetSettings",
  "GetShopSettings",
  "GetSpending",
  "JudgeText",
  "KeyphraseQueries",
  "LatestRun",
  "ListAllUnsaved",
  "ListAllTyped",
  "ListTyped",
  "GetDataFile",
  "ListCopies",
  "ListInstructions",
  "ListJobs",
  "OpenedDrafts", // notes that a draft was shown
  "SpecAgain",
  "ListOutbox",
  "ListRemovals",
  "ListShops",
  "ListUnsaved",
  "LocalEndpoints",
  "PreviewPaste",
  "PreviewReplace",
  "PreviewReplacement",
  "FindProductFacets",
  "ProductFacets",
  "ProductIDs",
  "ResolveURL",
  "SelectItems",
  "SpentToday",
]);

/** Paths that the page fetches from its own server. */
const OWN = /^\/(?:$|index\.html$|start\.js$|icon\.svg$|assets\/|data\/|demo\/|events$)/;

/** A picture that would run a script if it were a page. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8" onload="__alarm('svg')"><script>__alarm('svg')</script></svg>`;

export interface Alarm {
  /** Everything that happened and must not. */
  rang: string[];
}

/**
 * Listens to all that a hostile text could do: run a script, open a dialog or a window, go elsewhere,
 * send something elsewhere, call a bound method. Every picture of another server is a drawing with
 * scripts in it.
 */
export async function watch(
  context: BrowserContext,
  page: Page,
  origin: string,
  own = OWN,
): Promise<Alarm> {
  const rang: string[] = [];
  await context.exposeFunction("__alarm", (n: unknown) => rang.push(`script of ${String(n)}`));
  await context.route(
    (url) => url.origin !== origin,
    async (route) => {
      const request = route.request();
      if (request.resourceType() !== "image") return route.abort();
      return route.fulfill({ contentType: "image/svg+xml", body: PICTURE });
    },
  );
  page.on("dialog", (dialog) => {
    rang.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => rang.push(`window: ${popup.url()}`));
  page.on("download", (download) => rang.push(`download: ${download.url()}`));
  page.on("pageerror", (error) => rang.push(`error: ${error.message}`));
  page.on("framenavigated", (frame) => {
    if (!isAtHome(frame, origin)) rang.push(`navigation: ${frame.url()}`);
  });
  page.on("request", (request) => {
    const why = suspicion(request, origin, own);
    if (why) rang.push(`${why}: ${request.method()} ${request.url()}`);
  });
  return { rang };
}

function isAtHome(frame: Frame, origin: string): boolean {
  if (frame.parentFrame()) return /^about:(?:srcdoc|blank)$/.test(frame.url());
  return frame.url().startsWith(`${origin}/`);
}

function suspicion(request: Request, origin: string, own: RegExp): string | undefined {
  const url = new URL(request.url());
  if (request.resourceType() === "image") return undefined;
  if (url.origin !== origin) return url.protocol === "about:" ? undefined : "sent elsewhere";
  const method = /^\/rpc\/(.*)$/.exec(url.pathname)?.[1];
  if (method !== undefined) return LOOKS.has(method) ? undefined : "call";
  return own.test(url.pathname) ? undefined : "asked for";
}
