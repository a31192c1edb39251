/** Settings for all shops, or for one. */
export const scopes = {
  label: "These are for",
  all: "All shops",
  only: (shop: string) => `${shop} only`,
  asAll: "As for all shops",
  own: (shop: string) => `For ${shop} only`,
  goBack: (of: string) => `Take ${of} as for all shops`,
  back: (of: string) => `${of}: as for all shops`,
  text: (shop: string) =>
    `What is set here holds for ${shop} before what is set for all shops. The rest follows all shops.`,
  capsText:
    "A cap of this shop counts what this shop costs. The caps for all shops count everything together; a larger cap here lets all shops together spend that much, no more.",
  groups: {
    strategy: "Strategy",
    writer: "Writer",
    capJob: "One job",
    capDay: "One day",
    capMonth: "One month",
    person: "Your name",
  },
};
