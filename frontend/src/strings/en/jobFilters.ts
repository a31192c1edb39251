export const jobFilters = {
  also: "Only those that are, too",
  none: "No item passes all filters.",
};
