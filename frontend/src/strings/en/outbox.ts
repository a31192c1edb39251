import { count } from "@/lib/format";
import { type FieldName, fieldCount, fieldNames, many } from "./words";

/** What waits to go to a shop, and why it does not go. */
export const outbox = {
  offline: (n: number) => `Offline: ${many(n, "publication")} waiting.`,
  offlineRest:
    "They go out when the network is back. Reading, editing and approving go on as usual.",
  waiting: (n: number) => `${many(n, "publication")} waiting.`,
  tryNow: "Try now",
  trying: "Trying",
  see: "See what waits",
  title: (shop: string) => `Waiting for ${shop}`,
  job: (id: string, field: FieldName) => `Job ${id}, ${fieldNames[field].label}`,
  editor: "Texts saved in the product editor",
  part: (n: number, undos: number) => {
    if (undos === 0) return `${count(n)} to publish`;
    if (undos === n) return `${count(n)} to put back`;
    return `${count(n - undos)} to publish, ${count(undos)} to put back`;
  },
  nothing: "Nothing waits.",
  show: "Show",
  withdraw: (n: number) => `Withdraw ${count(n)}…`,
  withdrawAll: (n: number) => `Withdraw all ${count(n)}…`,
  withdrawTitle: (n: number) => `Withdraw ${many(n, "publication")}?`,
  withdrawText:
    "They have not been sent, so the shop keeps its texts. The drafts stay, and can be published later.",
  withdrawButton: (n: number) => `Withdraw ${count(n)}`,
  jobOffline: (n: number, field: FieldName) =>
    `Offline: ${fieldCount(n, field)} waiting. They go out when the network is back.`,
  jobWaits: (n: number, field: FieldName, why: string) => `${fieldCount(n, field)} waiting. ${why}`,
  waitsForNetwork: "Waits for the network",
  waitsForShop: "Waits for the shop",
};
