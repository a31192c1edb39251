export { useActivityList, useExportActivity } from "./activity";
export {
  useAlike,
  useAlikeEstimate,
  useKeepAlike,
  useLiveAlike,
  useRegenerateAlike,
  useReopenAlike,
} from "./alike";
export { canOpen, inWindow, listen, onWorked, openOutside, queryClient } from "./client";
export {
  useCollectionDesk,
  useCollectionList,
  useCollections,
  useHasCollections,
} from "./collections";
export {
  useChooseDrafts,
  useCompareJobs,
  useComparison,
  useWriteSideAgain,
} from "./compare";
export { useConnected } from "./connection";
export { useCompact, useDataFile } from "./dataFile";
export { type StartedDemo, useStartDemo } from "./demo";
export {
  dropTyped,
  dropUnsaved,
  dropUnsavedOf,
  giveUpTyped,
  keepTyped,
  keepUnsaved,
  noteDesk,
  noteEditing,
  useTyped,
  useTypedElsewhere,
  useUnsaved,
  useUnsavedElsewhere,
} from "./edits";
export { describeError } from "./errors";
export { useExportShop } from "./exporting";
export {
  type FactChange,
  useAnswerClaims,
  useAnswerPreview,
  useChangeFacts,
  useClaimCounts,
  useClosest,
  useFactSheet,
  useUndoAnswer,
} from "./facts";
export type { SavedExport } from "./http";
export {
  draftsToReview,
  itemsAt,
  prefetchProof,
  useInbox,
  useNextDrafts,
} from "./inbox";
export { useDeleteInstructions, useInstructions, useSaveInstructions } from "./instructions";
export {
  countSelected,
  selectItems,
  useAnswerNote,
  useCancelRegenerate,
  useConflicts,
  useDecide,
  useDecideSelected,
  useEditItem,
  useItemList,
  useProof,
  usePublishFailures,
  useRegenerate,
  useRegenerateSelected,
  useRewriteNotes,
} from "./items";
export { useArchiveJob, useRenameJob, useSpecAgain } from "./joblist";
export {
  type JobMove,
  useContinueJob,
  useCreateJob,
  useEstimate,
  useJob,
  useJobs,
  useJobsOf,
  useMoveJob,
  usePromptPreview,
  useRestEstimate,
} from "./jobs";
export { mendText, useJudged } from "./judging";
export {
  type KeyphraseFile,
  type KeyphraseList,
  type KeyphraseScope,
  placeOf,
  useConfirmAllKeyphrases,
  useConfirmKeyphrases,
  useDiscardKeyphrases,
  useImportKeyphrases,
  useKeyphraseList,
  useKeyphraseQueries,
  useKeyphrasesAt,
  usePreviewKeyphrases,
  useProposeEstimate,
  useProposeKeyphrases,
  useSetKeyphrase,
  useTakeBackKeyphrases,
} from "./keyphrases";
export { useLicenses } from "./licenses";
export {
  useEditDrafts,
  useLengths,
  usePastePreview,
  useReplace,
  useReplacePreview,
} from "./manyEdits";
export { isNarrowed, type Narrowing, NarrowingProvider, useNarrowing } from "./narrowing";
export { perform } from "./perform";
export {
  type FacetsOf,
  useDesk,
  useFacetsNamed,
  useProductAddress,
  useProductFacets,
  useProductHits,
  useProductIds,
  useProductList,
  useProductsEverywhere,
} from "./products";
export {
  useFetchProfile,
  useLearnEstimate,
  useLearnProfile,
  useMarkGood,
  useMarkOnShop,
  usePrefix,
  useProfile,
  useSaveProfile,
} from "./profile";
export {
  useLatestRun,
  useMarkOpened,
  useOutbox,
  usePublish,
  usePublishPlan,
  usePutBack,
  usePutBackPlan,
  useRetry,
  useSaveTextDrafts,
  useSaveTexts,
  useScopePlan,
  useTakeOver,
  useTryOutbox,
  useUndo,
  useUndoPlan,
  useWithdraw,
} from "./publishing";
export {
  useFindModels,
  useForgetLearned,
  useLocalEndpoints,
  useSaveSettings,
  useSaveShopSettings,
  useSettings,
  useSettingsOf,
  useShopSettings,
  useSpending,
  useSpentToday,
  useTestWriter,
  useTryWriter,
  useVersion,
} from "./settings";
export { useAddScopedFact, useRemoveScopedFact, useScopedFacts } from "./shopfacts";
export {
  shopsQuery,
  useAcceptRemovals,
  useAddDemoShop,
  useAddFileShop,
  useAddShopifyShop,
  useBeginSignIn,
  useCancelSignIn,
  useCheckShop,
  useCopies,
  useExamineFile,
  useFinishSignIn,
  useHeld,
  useHeldPlan,
  usePolledShops,
  usePreviewReplacement,
  useRemovals,
  useRemoveShop,
  useRenameShop,
  useReplaceFile,
  useSetFacts,
  useSetPlan,
  useSettleHeld,
  useShop,
  useShops,
  useStopSync,
  useSyncing,
  useSyncShop,
} from "./shops";
export { stepThatLeft, useMoveSteps } from "./steps";
export type { Windowed } from "./windowed";
