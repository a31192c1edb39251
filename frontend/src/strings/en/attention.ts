import { count } from "@/lib/format";

/** Notifications while the page is not in view. */
export const attention = {
  title: (id: string, name: string) => `Job ${id}, ${name}`,
  completed: (toReview: number, failed: number) => {
    const parts = [
      toReview > 0 && `${count(toReview)} to review`,
      failed > 0 && `${count(failed)} failed`,
    ].filter((part) => part !== false);
    return parts.length === 0 ? "Written." : `Written. ${parts.join(", ")}.`;
  },
  section: "Notifications",
  sectionText: "When a long job ends or needs someone while you look elsewhere.",
  allow: "Allow system notifications…",
  granted: "The system shows them.",
  denied: "The system does not allow notifications. Galley shows them in the window.",
};
