/** Go to, or do, anything. */
export const palette = {
  open: "Go to, or do, anything",
  hint: "Shop, product, job or action",
  found: "Found",
  groups: { actions: "Actions", shops: "Shops", jobs: "Jobs", products: "Products" },
  job: (id: string, name: string) => `${id} ${name}`,
  jobNote: (field: string, state: string) => `${field}, ${state.toLowerCase()}`,
  none: (text: string) => `Nothing matches “${text}”.`,
};
