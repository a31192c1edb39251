import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type {
  KeyphraseAt,
  KeyphraseFilter,
  KeyphrasePage,
  KeyphraseProposal,
  KeyphraseRow,
  PlaceKind,
  PlaceRef,
} from "@/contract";
import { call } from "./client";
import { base64Of } from "./files";
import { queryKeys } from "./keys";
import { useWindowed, type Windowed } from "./windowed";

/** Guesses confirmed in one call. */
const AT_ONCE = 200;

export interface KeyphraseList extends Windowed<KeyphraseRow> {
  /** What a page says beside its rows; undefined until the first one came. */
  about: Omit<KeyphrasePage, "rows" | "total"> | undefined;
}

/** The keyphrases of a shop's products or collections in one language. */
export interface KeyphraseScope {
  shop: string;
  kind: PlaceKind;
  /** "" for the shop's own. */
  language: string;
}

/** A window of the list. */
export function useKeyphraseList(
  { shop, kind, language }: KeyphraseScope,
  filter: KeyphraseFilter,
  search: string,
): KeyphraseList {
  const [about, setAbout] = useState<KeyphraseList["about"]>();
  const key = useMemo(
    () => [...queryKeys.keyphrases(shop), "list", kind, language, filter, search],
    [shop, kind, language, filter, search],
  );
  const fetchPage = useCallback(
    async (offset: number, limit: number) => {
      const query = { shop_id: shop, kind, language, filter, search };
      const { rows, total, ...rest } = await call("ListKeyphrases", { ...query, offset, limit });
      setAbout(rest);
      return { total, rows: rows ?? [] };
    },
    [shop, kind, language, filter, search],
  );
  return { ...useWindowed(key, fetchPage), about };
}

/** The keyphrases of a product or collection: in the shop's own language first, or the guess. */
export function useKeyphrasesAt(shop: string, kind: PlaceKind, place: string) {
  return useQuery({
    queryKey: [...queryKeys.keyphrases(shop), "at", kind, place],
    queryFn: async () => (await call("GetKeyphrases", shop, { kind, place, language: "" })) ?? [],
  });
}

function useKeyphraseMutation<A, R>(shop: string, run: (input: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    // Drafts at the place are scored again.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.products(shop) }),
        client.invalidateQueries({ queryKey: ["job"] }),
      ]),
  });
}

/** Where a keyphrase belongs. */
export function placeOf(place: PlaceRef, language: string): KeyphraseAt {
  return { kind: place.kind, place: place.id, language };
}

interface Typed {
  at: KeyphraseAt;
  text: string;
}

/** Sets what a person typed; an empty text removes the keyphrase. */
export function useSetKeyphrase(shop: string) {
  return useKeyphraseMutation(shop, ({ at, text }: Typed) => call("SetKeyphrase", shop, at, text));
}

/** Makes guesses keyphrases. */
export function useConfirmKeyphrases(shop: string) {
  return useKeyphraseMutation(shop, async (places: KeyphraseAt[]) => {
    for (let from = 0; from < places.length; from += AT_ONCE) {
      await call("ConfirmKeyphrases", shop, places.slice(from, from + AT_ONCE));
    }
  });
}

/** Searches that imports had of a product or collection, beside its keyphrase. */
export function useKeyphraseQueries(shop: string, at: KeyphraseAt) {
  return useQuery({
    queryKey: [...queryKeys.keyphrases(shop), "queries", at.kind, at.place, at.language],
    queryFn: async () => (await call("KeyphraseQueries", shop, at)) ?? [],
  });
}

/** Makes every guess a keyphrase, and returns how many. */
export function useConfirmAllKeyphrases({ shop, kind, language }: KeyphraseScope) {
  return useKeyphraseMutation(shop, async (_: undefined) => {
    let confirmed = 0;
    for (;;) {
      const page = await call("ListKeyphrases", {
        shop_id: shop,
        kind,
        language,
        filter: "guess",
        search: "",
        offset: 0,
        limit: AT_ONCE,
      });
      const places = (page.rows ?? []).map((row) => placeOf(row.place, language));
      const done = places.length > 0 ? await call("ConfirmKeyphrases", shop, places) : [];
      confirmed += done?.length ?? 0;
      if (!done?.length) return confirmed;
    }
  });
}

/** These places; without any the first that have neither a keyphrase nor a model's guess for one. */
function proposalFor(scope: KeyphraseScope, places: string[]): KeyphraseProposal {
  const { shop, kind, language } = scope;
  return { shop_id: shop, kind, language, places, all: places.length === 0 };
}

/** What a model's guesses for places that lack one would cost. */
export function useProposeEstimate(scope: KeyphraseScope, places: string[]) {
  const { shop, kind, language } = scope;
  return useQuery({
    queryKey: [...queryKeys.keyphrases(shop), "estimate", kind, language, places],
    queryFn: () => call("EstimateKeyphrases", proposalFor(scope, places)),
    gcTime: 0,
  });
}

/** Has the model guess, and saves what it says as guesses. */
export function useProposeKeyphrases(scope: KeyphraseScope, places: string[]) {
  return useKeyphraseMutation(scope.shop, (_: undefined) =>
    call("ProposeKeyphrases", proposalFor(scope, places)),
  );
}

/** Removes the guesses of models. */
export function useDiscardKeyphrases({ shop, kind, language }: KeyphraseScope) {
  return useKeyphraseMutation(shop, (_: undefined) =>
    call("DiscardKeyphrases", shop, kind, language),
  );
}

export interface KeyphraseFile {
  name: string;
  /** Its bytes as base64: files of spreadsheets are not always UTF-8. */
  content: string;
}

/** What an import of a file would take and leave out. */
export function usePreviewKeyphrases(shop: string) {
  return useMutation({
    mutationFn: async (file: File) => {
      const content = await base64Of(file);
      const preview = await call("PreviewKeyphrases", shop, file.name, content);
      return { file: { name: file.name, content }, preview };
    },
  });
}

export function useImportKeyphrases(shop: string) {
  return useKeyphraseMutation(shop, ({ name, content }: KeyphraseFile) =>
    call("ImportKeyphrases", shop, name, content),
  );
}

/** Undoes the latest import. */
export function useTakeBackKeyphrases(shop: string) {
  return useKeyphraseMutation(shop, (id: number) => call("TakeBackKeyphrases", shop, id));
}
