/** What one person said of a lesson, or of the course as a whole (`lessonKey` null). `rating`: 1 to 5. */
export interface GivenRating {
  readonly lessonKey: string | null;
  readonly rating: number;
}

export interface RatingSummary {
  readonly lessonKey: string | null;
  readonly count: number;
  /** To one decimal; null where nobody rated. */
  readonly average: number | null;
  /** How many gave 1, 2, … 5. */
  readonly spread: readonly [number, number, number, number, number];
}

/** The ratings put together, for the course first and then for each lesson in its order. */
export function summariseRatings(given: readonly GivenRating[], lessonKeys: readonly string[]): readonly RatingSummary[] {
  return [null, ...lessonKeys].map((lessonKey) => {
    const ratings = given.filter((one) => one.lessonKey === lessonKey).map(({ rating }) => rating);
    const spread = [1, 2, 3, 4, 5].map((step) => ratings.filter((rating) => rating === step).length) as unknown as RatingSummary['spread'];
    const sum = ratings.reduce((total, rating) => total + rating, 0);
    return { lessonKey, count: ratings.length, average: ratings.length === 0 ? null : Math.round((sum * 10) / ratings.length) / 10, spread };
  });
}
