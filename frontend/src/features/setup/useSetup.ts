import { useState } from "react";
import { describeError, useFindModels, useSaveSettings, useTryWriter } from "@/api";
import type { EndpointModel, Settings, WriterTrial } from "@/contract";
import type { Trouble } from "@/ui/States";

/** An address whose test did not pass, and why. */
export interface Tried {
  address: string;
  apiKey: string;
  trouble: Trouble;
}

/** What is typed and chosen, what was found, and what the test showed. */
export function useSetup(settings: Settings) {
  const { writer } = settings;
  const [address, setAddress] = useState(writer.base_url);
  const [apiKey, setKey] = useState("");
  const [model, setModel] = useState(writer.model);
  const [asked, setAsked] = useState("");
  const [tried, setTried] = useState<Tried>();
  const [passed, setPassed] = useState<{ values: string; trial: WriterTrial }>();
  const find = useFindModels();
  const trial = useTryWriter();
  const save = useSaveSettings();

  const typed = (base: string, secret: string) => ({
    "writer.kind": "openai",
    "writer.base_url": base,
    ...(secret !== "" && { "writer.api_key": secret }),
  });
  const found = find.data && asked === address ? find.data : undefined;
  const base = found?.base_url ?? address.trim();
  const values = { ...typed(base, apiKey), "writer.model": model.trim() };
  const isPassed = passed?.values === JSON.stringify(values) ? passed : undefined;

  const search = (where = address, secret = apiKey) => {
    if (where.trim() === "") return;
    setAsked(where);
    trial.reset();
    find.mutate(typed(where.trim(), secret), {
      onSuccess: ({ models }) => setModel((now) => fitting(models ?? [], now)),
    });
  };
  const use = (where: string) => {
    setAddress(where);
    setKey("");
    search(where, "");
  };
  const test = (secret = apiKey) => {
    const now = { ...typed(base, secret), "writer.model": model.trim() };
    trial.mutate(now, {
      onSuccess: (done) => setPassed({ values: JSON.stringify(now), trial: done }),
      onError: (error) => setTried({ address, apiKey: secret, trouble: describeError(error) }),
    });
  };
  return {
    address,
    apiKey,
    model,
    base,
    found,
    findTrouble: find.error && asked === address ? describeError(find.error) : undefined,
    searching: find.isPending,
    testing: trial.isPending,
    passed: isPassed?.trial,
    trouble: trial.error ? describeError(trial.error) : undefined,
    /** The last address that did not pass, where it is another one. */
    tried: tried && tried.address !== address ? tried : undefined,
    ready: base !== "" && model.trim() !== "" && !trial.isPending,
    saving: save.isPending,
    saveTrouble: save.error ? describeError(save.error) : undefined,
    setAddress: (text: string) => {
      setAddress(text);
      trial.reset();
    },
    setKey: (text: string) => {
      setKey(text);
      trial.reset();
    },
    setModel: (text: string) => {
      setModel(text);
      trial.reset();
    },
    search,
    /** Looks for models where the address or the key is not the one that was asked. */
    searchAgain: () => {
      if (address !== asked) search();
    },
    use,
    test,
    goBack: (to: Tried) => {
      setAddress(to.address);
      setKey(to.apiKey);
      search(to.address, to.apiKey);
    },
    save: (onDone: () => void) => save.mutate(values, { onSuccess: onDone }),
  };
}

export type Setup = ReturnType<typeof useSetup>;

/** The model to begin with: the one that is chosen where it is listed, else the only one that writes. */
function fitting(models: EndpointModel[], now: string): string {
  const writing = models.filter((one) => !one.no_text);
  if (models.length === 0 || writing.some((one) => one.id === now)) return now;
  return writing.length === 1 && writing[0] ? writing[0].id : "";
}
