import { setLocale } from "@/lib/format";
import { en } from "./en";

/** A catalogue of everything people read. Another language is another value of this type. */
export type Catalogue = typeof en;

/** The catalogue in use. */
export const t: Catalogue = en;

setLocale(t.locale);
