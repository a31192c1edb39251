import type {
  ActivityQuery,
  Boot,
  Connection,
  Desk,
  EntriesUndone,
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
  Rewritten,
  Settings,
  Shop,
  ShopInfo,
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
  RemoveShop(shop: string): Shop;
  SyncShop(shop: string): SyncResult;
  AcceptRemovals(shop: string): SyncResult;
  GetHeld(): Held;
  ReleaseHeld(request: HeldRequest): HeldDone;
  WithdrawHeld(request: HeldRequest): HeldDone;

  ProductFacets(shop: string): ProductFacets;
  GetProduct(shop: string, product: string): Product;
  GetDesk(shop: string, product: string): Desk;
  SaveProduct(shop: string, product: string, edits: TextEdit[]): number;
  UndoPublication(id: string): void;
  UndoEntries(numbers: number[]): EntriesUndone;
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
  RetryJob(job: string): Job;
  RetryItems(job: string, items: string[]): Job;
  SpentToday(): Spend;

  GetProof(item: string): Proof;
  EditItem(item: string, revision: number, content: string): Item;
  ApproveItems(items: string[]): number;
  RejectItems(items: string[]): number;
  ReopenItems(items: string[]): number;
  TakeOut(item: string, revision: number, message: string): Item;
  KeepWarning(item: string, message: string, keep: boolean): Item;
  AddFact(item: string, fact: string): Item;
  SetFacts(shop: string, facts: string): void;
  RegenerateItems(items: string[], note: string): Rewritten;

  PlanPublish(request: PublishRequest): PublishPlan;
  Publish(request: PublishRequest): PublishPlan;
  ListOutbox(shop: string): OutboxPart[];
  Withdraw(request: WithdrawRequest): number;
  TryOutbox(shop: string): void;
  PlanUndo(request: UndoRequest): UndoPlan;
  Undo(request: UndoRequest): UndoPlan;

  GetSettings(): Settings;
  SaveSettings(values: Record<string, string>): Settings;
  TestWriter(): WriterReport;
}
