import { afterEach, expect, test, vi } from "vitest";
import { describeError } from "./errors";
import { getJson, http } from "./http";
import { bindings } from "./window";

const answering = (status: number, body: string) =>
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(body, { status })),
  );

afterEach(() => vi.unstubAllGlobals());

test("a call is a POST of its arguments, its answer JSON", async () => {
  answering(200, '{"id":"431"}');
  await expect(http.call("GetJob", ["431"])).resolves.toEqual({ id: "431" });
  expect(fetch).toHaveBeenCalledWith(
    "/rpc/GetJob",
    expect.objectContaining({ method: "POST", body: '["431"]' }),
  );
});

test("a list leaves out what is not asked for", async () => {
  answering(200, "{}");
  await getJson("/data/items", {
    job_id: "431",
    search: "",
    filter: { status: "active" },
    offset: 0,
    limit: 100,
  });
  expect(fetch).toHaveBeenCalledWith(
    "/data/items?job_id=431&status=active&offset=0&limit=100",
    expect.anything(),
  );
});

test("a refusal is told in the backend's words", async () => {
  answering(
    409,
    '{"error":{"code":"illegal_state","message":"Nothing was changed.","detail":"x"}}',
  );
  const error = await http.call("PauseJob", ["1"]).catch((thrown: unknown) => thrown);
  expect(describeError(error)).toEqual({
    code: "illegal_state",
    message: "Nothing was changed.",
    detail: "x",
  });
});

test.each([["a browser that is not signed in", 401, /not signed in/]])(
  "%s is told what to do",
  async (_, status, sentence) => {
    answering(status, "");
    const error = await http.call("ListShops", []).catch((thrown: unknown) => thrown);
    expect(describeError(error).message).toMatch(sentence);
  },
);

test("a backend that is gone is told apart from one that refuses", async () => {
  vi.stubGlobal("fetch", vi.fn().mockRejectedValue(new TypeError("Failed to fetch")));
  const error = await http.call("ListShops", []).catch((thrown: unknown) => thrown);
  expect(describeError(error).code).toBe("connection_lost");
});

test("the window calls the bound method and reads its errors", async () => {
  const GetJob = vi.fn().mockResolvedValueOnce({ id: "1" });
  vi.stubGlobal("go", { main: { App: { GetJob } } });
  vi.stubGlobal("runtime", { EventsOn: vi.fn(), BrowserOpenURL: vi.fn() });
  await expect(bindings.call("GetJob", ["1"])).resolves.toEqual({ id: "1" });
  expect(GetJob).toHaveBeenCalledWith("1");
  GetJob.mockRejectedValueOnce({ code: "not_found", message: "There is no job 1.", detail: "" });
  await expect(bindings.call("GetJob", ["1"])).rejects.toMatchObject({
    code: "not_found",
    message: "There is no job 1.",
  });
});

test("the window hears events under one name", () => {
  const stop = vi.fn();
  const EventsOn = vi.fn((_: string, _callback: (event: unknown) => void) => stop);
  vi.stubGlobal("go", { main: { App: {} } });
  vi.stubGlobal("runtime", { EventsOn, BrowserOpenURL: vi.fn() });
  const sink = { onChange: vi.fn(), onConnection: vi.fn() };
  expect(bindings.listen(sink)).toBe(stop);
  expect(EventsOn.mock.calls[0]?.[0]).toBe("events");
  EventsOn.mock.calls[0]?.[1]({ seq: 1, topics: ["jobs"] });
  expect(sink.onChange).toHaveBeenCalledWith({ seq: 1, topics: ["jobs"] });
});
