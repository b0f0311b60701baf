/** Sizes of the picture, in pixels. Layout and drawing share them. */
export const SIZES = {
  nameFont: 13,
  subtitleFont: 11,
  labelFont: 11,
  lineHeight: 16,
  nodeMinWidth: 150,
  nodeTextWidth: 172,
  nodePadding: 12,
  nodeHeight: 52,
  iconSize: 28,
  marker: 12,
  startWidth: 62,
  startHeight: 28,
  labelTextWidth: 168,
  labelPaddingX: 6,
  labelPaddingY: 3,
  labelLine: 14,
  /** Between nodes of a rank. */
  nodeGap: 22,
  /** Between ranks. */
  rankGap: 34,
  headerHeight: 52,
  scopePadding: 14,
  scopeGap: 14,
  scopeLabel: 22,
  /** Branches wrap into rows that are about this wide. */
  rowWidth: 1500,
  margin: 16,
} as const;
