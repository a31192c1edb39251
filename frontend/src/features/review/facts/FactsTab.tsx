import type { Proof } from "@/contract";
import type { Notes } from "../useNotes";
import { Claims } from "./Claims";
import { FactSheet } from "./FactSheet";
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
  const { item } = proof;
  if (item.state !== "generated") return null;
  const contradicted = new Set(
    (item.warnings ?? []).flatMap(({ grade, source }) =>
      grade === "contradicts" && source ? [source.text] : [],
    ),
  );
  return (
    <>
      <Claims proof={proof} notes={notes} listed={listed} />
      <LostFacts proof={proof} notes={notes} />
      <KeptBlocks proof={proof} notes={notes} />
      {item.product.id !== "" && <FactSheet item={item} contradicted={contradicted} />}
    </>
  );
}
