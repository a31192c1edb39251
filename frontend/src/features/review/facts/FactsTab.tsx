import type { Proof } from "@/contract";
import type { Notes } from "../useNotes";
import { Claims } from "./Claims";
import { KeptBlocks } from "./KeptBlocks";
import { LostFacts } from "./LostFacts";

interface FactsTabProps {
  proof: Proof;
  notes: Notes | undefined;
  /** The margin does not show the notes now: they are answered here. */
  listed: boolean;
}

/** What the draft says of the product, what of the old text it does not say, what it keeps, and what is known. */
export function FactsTab({ proof, notes, listed }: FactsTabProps) {
  if (proof.item.state !== "generated") return null;
  return (
    <>
      <Claims proof={proof} notes={notes} listed={listed} />
      <LostFacts proof={proof} notes={notes} />
      <KeptBlocks proof={proof} notes={notes} />
    </>
  );
}
