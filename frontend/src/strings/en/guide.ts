/** The user guide in the program, and what is said in the first minute. */
export const guide = {
  title: "User guide",
  find: "Find in the guide",
  sections: "Sections",
  none: (search: string) => `Nothing in the guide matches “${search}”.`,
  firstKeys: {
    label: "Keys for a start",
    read: "reads a draft large",
    approve: "approves it and goes on",
    publish: "publishes, after a question",
    rest: "All other keys:",
    done: "Got it",
  },
  plans:
    "Plan is what your agency sold the client. Free shows no SEO scores, Pro and Max do; all else is the same. It changes nothing at Shopify and costs nothing here.",
};
