import type { ReactNode } from "react";
import type { Narrowing } from "@/api";
import type { Item, ItemFilter, ItemOrder, ShopOverview } from "@/contract";
import type { NewJobOf } from "./alike/LiveGroups";
import type { HelpPage } from "./bands";
import type { JobView } from "./table/ViewSwitch";

/** Props of a job's page, from the address and the router. */
export interface JobPageProps {
  shop: ShopOverview;
  job: string;
  filter: ItemFilter;
  search: string;
  /** How the items are sorted: an order of the backend, "" for the job's own. */
  order: ItemOrder;
  onOrder: (order: ItemOrder) => void;
  onFilter: (filter: ItemFilter) => void;
  /** Narrows the list further; what it is narrowed by now comes with useNarrowing. */
  onNarrow: (narrowing: Narrowing) => void;
  onSearch: (search: string) => void;
  /** Opens the preview of the item at that position of the job. */
  onPreview: (position: number) => void;
  /** Opens the editor of the item's product or collection. */
  onOpen: (item: Item) => void;
  onBack: () => void;
  /** Leads to where the reason of a pause is dealt with. */
  onHelp: (page: HelpPage) => void;
  /** Shows the two samples of a comparison side by side. */
  onCompare: () => void;
  /** The drawer for a new job over places that the shop has alike texts at. */
  newJob: (of: NewJobOf, onClose: () => void) => ReactNode;
  /** The item whose preview is open: the list keeps its row in sight. */
  previewed: string | undefined;
  /** How the items are shown; short texts also as a table. */
  view: JobView;
  onView: (view: JobView) => void;
  /** The preview, over the page. */
  children?: ReactNode;
}
