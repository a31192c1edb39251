/** Go to, or do, anything. */
export const palette = {
  open: "Go to, or do, anything",
  hint: "Shop, product, job or action",
  found: "Found",
  groups: {
    actions: "Actions",
    shops: "Shops",
    jobs: "Jobs",
    products: "Products",
    collections: "Collections",
  },
  theme: { system: "Theme: as the system", light: "Theme: light", dark: "Theme: dark" },
  textSize: (size: number) => `Text size: ${size} %`,
  sync: (shop: string) => `Sync ${shop}`,
  syncWhole: (shop: string) => `Sync everything of ${shop} again`,
  stopSync: (shop: string) => `Stop syncing ${shop}`,
  conflicts: "Show what is in conflict",
  of: (what: string, shop: string) => `${what}, ${shop}`,
  jobNo: (id: string) => `Job ${id}`,
  job: (id: string, name: string) => `${id} ${name}`,
  jobNote: (field: string, state: string) => `${field}, ${state.toLowerCase()}`,
  none: (text: string) => `Nothing matches “${text}”.`,
};
