import { count } from "@/lib/format";

export const common = {
  loading: "Loading",
  tryAgain: "Try again",
  details: "Details",
  cancel: "Cancel",
  goBack: "Go back",
  stay: "Stay here",
  close: "Close",
  clear: "Clear",
  selection: "Selection",
  save: "Save",
  showSecret: "Show or hide what is entered",
  discard: "Discard",
  none: "–",
  selectRow: (name: string) => `Select ${name}`,
  orderBy: (column: string) => `Order by ${column}`,
  picture: "Picture",
  actions: "Actions",
  selectAll: "Select all",
  noRow: "Not loaded yet",
};

export const marks = {
  unpublished: "Unpublished",
  published: "Published",
  failed: "Failed",
  conflict: "Conflict",
  changed: "Changed since",
  collected: "Collected for the file",
  rejected: "Rejected",
  cancelled: "Cancelled",
  skipped: "Skipped",
  pending: "Pending",
  generating: "Writing",
  rewriting: "Writing again",
  undone: "Put back",
  withdrawn: "Withdrawn",
  queued: "Queued",
  publishing: "Publishing",
};

export const jobMarks = {
  queued: "Queued",
  running: "Running",
  paused: "Paused",
  completed: "Completed",
  errors: "Completed with errors",
  cancelled: "Cancelled",
  failed: "Failed",
  publishing: "Publishing",
  rewriting: "Writing again",
  rewritingPaused: "Writing again, paused",
};

export const grades = { good: "Good", fair: "Fair", poor: "Poor" };

/** Sentences for what only this side can know. */
export const errors = {
  connection_lost:
    "Galley does not answer. Nothing was changed. Check that it is running, or start it again.",
  signed_out:
    "This browser is not signed in to Galley. Open the address that galley serve printed when it started.",
  address_used:
    "This address was opened before, and it works once. Galley is open in the browser that used it; for another browser, end galley serve and start it again for a new address.",
  unknown: "Something went wrong inside Galley. What was saved is safe.",
};

/** What keys do, as the list of keys names it. */
export const keys = {
  title: "Keys",
  open: "Show all keys",
  search: "Search",
  next: "Next row",
  previous: "Previous row",
  firstRow: "First row",
  lastRow: "Last row",
  openRow: "Open",
  rowMenu: (name: string) => `What can be done with ${name}`,
  changed: "The list changed in the meantime, so nothing was done. Try again.",
  outOfSight: "The row was out of sight, so nothing was done. It is shown now: try again.",
  selectedRows: (n: number) => `${count(n)} selected ${n === 1 ? "row" : "rows"}`,
  select: "Select or deselect the row",
  extendDown: "Extend the selection down",
  extendUp: "Extend the selection up",
  selectAll: "Select all that match",
  close: "Close",
  clear: "Clear the selection",
  undoLast: "Undo the last decision or edit",
  filter: "Filter",
  nextFilter: "Next filter",
};
