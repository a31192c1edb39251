export const welcome = {
  title: "Write product copy in bulk, read it like a proof, publish what you chose.",
  lead: "Everything stays on this computer until you publish it, and every publication can be undone. Choose how to start; you can add the others later.",
  demoTitle: "Try the demo shop",
  demoText:
    "Invented products and the built-in template writer. No key, no network, nothing to break.",
  demoButton: "Open the demo shop",
  shopifyTitle: "Connect a Shopify shop",
  shopifyText:
    "Sign in with a token, an app’s secret or on Shopify’s own page. Galley reads first and writes only when you publish.",
  shopifyButton: "Connect…",
  fileTitle: "Open a product export",
  fileText:
    "A CSV from the shop’s admin. Write and review here, then save a CSV to import. No access needed.",
  fileButton: "Choose a file…",
  foot: "Galley has no account and reports nothing. It talks to the shop and the model that you name, and to no one else. Keys are kept in the system keyring.",
  galley: "GALLEY 1",
  slug: "Description, demo shop",
  proof: {
    title: "Hesper table lamp, oak",
    beforeStruck: "The Hesper puts a ",
    struck: "really very",
    afterStruck: " warm pool of light beside a bed or a reading chair. The base is solid oak; the ",
    inserted: "linen",
    insertedBefore: "shade",
    afterInserted: " softens the bulb without hiding it.",
    beforeRing:
      "Because the weave is open, the light falls on the page as well as on the wall. It is the ",
    ringed: "best lamp in the world",
    afterRing: " for a small bedroom, and it keeps its place on a shelf.",
    note: "source?",
    kept: "The switch sits on the cable, where your hand finds it in the dark. The oak is oiled, darkens a little over the years and can be oiled again at home.",
    detailsTitle: "Details",
    details:
      "Height 42 cm with the shade\nFabric cable, 1.8 m, with switch\nE14 bulb, 40 W at most, not included",
    careTitle: "How to look after it",
    care: "Dust the shade with a soft brush, always from the top down. Wipe the oak with a dry cloth, and rub in a drop of furniture oil once or twice a year.",
  },
};
