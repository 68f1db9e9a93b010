/**
 * What each piece of evidence adds to a score, in points. A name alone is worth a look (adjudicate); with a date of
 * birth, or with a document number, it is as good as certain (strong); a date of birth that differs clears it. What is
 * missing on either side adds nothing. These are set by hand and will give way to measured ones.
 */
export const points = {
  name: { same: 70, weakAlias: 40, singleWord: 40, differs: -30 },
  /** Per word that only one side has, up to three. */
  surplusWord: -5,
  surplusWords: 3,
  dateOfBirth: { same: 25, partial: 10, differs: -40 },
  sex: { same: 2, differs: -15 },
  nationality: { same: 5, differs: -10 },
  document: { same: 95 },
} as const;

/** The least score of each class. */
export const thresholds = { strong: 90, adjudicate: 50 } as const;
