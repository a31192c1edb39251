import { createContext, useContext } from "react";
import type { ItemFilter, ProductFilter } from "@/contract";

/** What narrows a job's list besides its filter and search. */
export interface Narrowing {
  /** An item passes these filters, too. */
  also: ItemFilter[];
  /** The item's product passes it. */
  product: ProductFilter;
}

const NONE: Narrowing = { also: [], product: {} };
const Context = createContext(NONE);

/** Gives a job's page, and the preview over it, what its list is narrowed by. */
export const NarrowingProvider = Context.Provider;

/** What the list of the page is narrowed by: whatever acts on all of it has to name it. */
export function useNarrowing(): Narrowing {
  return useContext(Context);
}

export function isNarrowed({ also, product }: Narrowing): boolean {
  return also.length > 0 || Object.keys(product).length > 0;
}
