import type {
  ActivityQuery,
  Boot,
  Confirmed,
  Connection,
  DataCopy,
  Decided,
  Desk,
  Estimate,
  Exported,
  ExportedLedger,
  Field,
  Held,
  HeldDone,
  HeldRequest,
  Instructions,
  Invitation,
  Item,
  ItemAt,
  Job,
  JobSpec,
  LedgerFormat,
  OutboxPart,
  Plan,
  Product,
  ProductFacets,
  Proof,
  PublishPlan,
  PublishRequest,
  Removals,
  RetryPlan,
  RetryRequest,
  Rewritten,
  Run,
  SavePlan,
  SeenChange,
  Settings,
  Shop,
  ShopInfo,
  ShopRemoved,
  Spend,
  SyncResult,
  TextEdit,
  UndoPlan,
  UndoRequest,
  WithdrawRequest,
  WriterReport,
} from "@/domain/types";

/** The bound methods of the backend that the pages call (methods.test.ts holds them to app.go). */
export interface Methods {
  Boot(): Boot;

  ListShops(): Shop[];
  AddDemoShop(): Shop;
  AddShopifyShop(connection: Connection): Shop;
  BeginSignIn(connection: Connection): Invitation;
  FinishSignIn(id: string): Shop;
  CancelSignIn(id: string): void;
  AddFileShop(name: string, content: string): Shop;
  ExportShop(shop: string): Exported;
  SetPlan(shop: string, plan: Plan): Shop;
  CheckShop(shop: string): ShopInfo;
  RemoveShop(shop: string): ShopRemoved;
  SyncShop(shop: string): SyncResult;
  ListRemovals(shop: string): Removals;
  AcceptRemovals(shop: string, plan: string): SyncResult;
  ListCopies(): DataCopy[] | null;
  GetHeld(): Held;
  ReleaseHeld(request: HeldRequest): HeldDone;
  WithdrawHeld(request: HeldRequest): HeldDone;

  ProductFacets(shop: string): ProductFacets;
  GetProduct(shop: string, product: string): Product;
  GetDesk(shop: string, product: string): Desk;
  PlanSave(shop: string, product: string, edits: TextEdit[]): SavePlan;
  SaveProduct(plan: string): Confirmed;
  ExportActivity(query: ActivityQuery, format: LedgerFormat): ExportedLedger;
  ListInstructions(field: Field | "", shop: string): Instructions[];
  SaveInstructions(instructions: Instructions): Instructions;
  DeleteInstructions(id: string): void;

  EstimateJob(spec: JobSpec): Estimate;
  CreateJob(spec: JobSpec): Job;
  ListJobs(shop: string): Job[];
  GetJob(job: string): Job;
  PauseJob(job: string): Job;
  ResumeJob(job: string): Job;
  CancelJob(job: string): Job;
  PlanRetry(request: RetryRequest): RetryPlan;
  Retry(plan: string): Confirmed;
  SpentToday(): Spend;

  GetProof(item: string): Proof;
  EditItem(item: string, revision: number, content: string): Item;
  ApproveItems(drafts: ItemAt[]): Decided;
  RejectItems(drafts: ItemAt[]): Decided;
  ReopenItems(drafts: ItemAt[]): Decided;
  TakeOut(item: string, revision: number, message: string): Item;
  KeepWarning(item: string, revision: number, message: string, keep: boolean): Item;
  AddFact(item: string, revision: number, fact: string): Item;
  SetFacts(shop: string, facts: string): void;
  RegenerateItems(drafts: ItemAt[], note: string, run: string): Rewritten;
  CancelRegenerate(run: string): void;
  TakeOver(seen: SeenChange): void;
  EditChanged(item: string, seen: SeenChange, content: string): Item;
  PutBack(seen: SeenChange): void;

  PlanPublish(request: PublishRequest): PublishPlan;
  Publish(plan: string): Confirmed;
  GetRun(plan: string): Run;
  LatestRun(job: string): Run | null;
  ListOutbox(shop: string): OutboxPart[];
  Withdraw(request: WithdrawRequest): number;
  TryOutbox(shop: string): void;
  PlanUndo(request: UndoRequest): UndoPlan;
  Undo(plan: string): Confirmed;

  GetSettings(): Settings;
  SaveSettings(values: Record<string, string>): Settings;
  TestWriter(): WriterReport;
}
