import { afterEach, beforeEach, expect, test, vi } from "vitest";

const sent = vi.fn<(input: string, init?: RequestInit) => Promise<Response>>();

/** A page just opened at the address, with the browser's fetch. */
async function openPage(path: string): Promise<void> {
  vi.resetModules();
  history.replaceState(null, "", path);
  vi.stubGlobal("fetch", sent);
  const { signIn } = await import("./session");
  signIn();
}

const authorization = (call: number) =>
  new Headers(sent.mock.calls[call]?.[1]?.headers).get("Authorization");

beforeEach(() => {
  localStorage.clear();
  sent.mockReset();
  sent.mockImplementation(async (path) =>
    path === "/session" ? Response.json({ session: "S1" }) : Response.json({}),
  );
});

afterEach(() => vi.unstubAllGlobals());

test("exchanges the token once, takes it out of the address and signs requests", async () => {
  await openPage("/?token=T1#/s/1/jobs");
  expect(location.href).toMatch(/\/#\/s\/1\/jobs$/);
  await fetch("/rpc/Boot", { method: "POST", headers: { "Content-Type": "application/json" } });
  expect(sent.mock.calls[0]?.[0]).toBe("/session");
  expect(sent.mock.calls[0]?.[1]?.body).toBe('{"token":"T1"}');
  expect(authorization(1)).toBe("Bearer S1");
  expect(new Headers(sent.mock.calls[1]?.[1]?.headers).get("Content-Type")).toBe(
    "application/json",
  );

  await openPage("/");
  await fetch("/data/products");
  expect(authorization(2)).toBe("Bearer S1");
});

test.each(["http://127.0.0.1:1/a.png", "https://cdn.example/a.png", "http://localhost.evil/rpc/x"])(
  "sends no session to %s",
  async (address) => {
    await openPage("/?token=T1");
    await fetch("/rpc/Boot");
    await fetch(address);
    expect(authorization(2)).toBeNull();
  },
);

test("says of an address that was used elsewhere that it works once", async () => {
  sent.mockImplementation(async () => new Response("{}", { status: 401 }));
  await openPage("/?token=T1");
  const { http } = await import("./http");
  const { describeError } = await import("./errors");
  const error = await http.call("Boot", []).catch((thrown: unknown) => thrown);
  expect(describeError(error).message).toMatch(/it works once/);
});

test("keeps the session of a browser that opens its used address again", async () => {
  localStorage.setItem("galley.session", "S0");
  sent.mockImplementation(async (path) =>
    path === "/session" ? new Response("{}", { status: 401 }) : Response.json({}),
  );
  await openPage("/?token=T1");
  await fetch("/rpc/Boot");
  expect(authorization(1)).toBe("Bearer S0");
});
