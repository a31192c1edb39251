import { GalleyError } from "./errors";

/** Where the session is stored: browsers keep it for this port alone, unlike cookies. */
const KEPT = "galley.session";

/** The code of an address that was opened before, in another browser. */
export const ADDRESS_USED = "address_used";

const send = globalThis.fetch?.bind(globalThis);

let session = "";
let refused: GalleyError | undefined;

/** Removes the token from the page's address, if there is one. */
function takeToken(): string {
  const here = new URL(location.href);
  const token = here.searchParams.get("token") ?? "";
  if (token === "") return "";
  here.searchParams.delete("token");
  history.replaceState(history.state, "", here.pathname + here.search + here.hash);
  return token;
}

function recall(): string {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return ""; // this browser stores nothing
  }
}

function remember(): void {
  try {
    localStorage.setItem(KEPT, session);
  } catch {
    // Then the session lasts as long as this page.
  }
}

async function open(token: string): Promise<void> {
  const answer = await send("/session", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token }),
  });
  if (answer.ok) {
    session = ((await answer.json()) as { session: string }).session;
    remember();
  } else if (session === "") {
    refused = new GalleyError(ADDRESS_USED, "");
  }
}

/** Why this browser is not signed in, if more is known. */
export const refusal = (): GalleyError | undefined => refused;

function isOwn(input: RequestInfo | URL): boolean {
  const url = input instanceof Request ? input.url : String(input);
  return new URL(url, location.href).origin === location.origin;
}

/**
 * Signs in with the address of `galley serve`, and adds the session to every request of this page to its own origin.
 * Other origins, other ports included, never get it. Requests wait for the sign-in.
 */
export function signIn(): void {
  session = recall();
  const token = takeToken();
  const opened = token === "" ? Promise.resolve() : open(token).catch(() => undefined);
  globalThis.fetch = async (input, init) => {
    if (!isOwn(input)) return send(input, init);
    await opened;
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : {}));
    if (session !== "") headers.set("Authorization", `Bearer ${session}`);
    return send(input, { ...init, headers });
  };
}
