import type { Field } from "@/contract";
import { isHtml } from "@/domain/fields";

/** How a draft is shown: with a proof-reader's marks, as the customer sees it, as it is stored. */
export type View = "marks" | "clean" | "source";

/** The views that make sense for a field: plain text is its own source. */
export function viewsOf(field: Field): View[] {
  return isHtml(field) ? ["marks", "clean", "source"] : ["marks", "clean"];
}

/** The view after this one, round and round. */
export function nextView(views: View[], view: View): View {
  return views[(views.indexOf(view) + 1) % views.length] ?? "marks";
}
