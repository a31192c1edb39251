import { en } from "./en";
import "./speak";

/** A catalogue of everything people read. Another language is another value of this type. */
export type Catalogue = typeof en;

/** The catalogue in use. */
export const t: Catalogue = en;
