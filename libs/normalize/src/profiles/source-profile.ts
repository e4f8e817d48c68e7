/** The zone a source prints its times in, over a span of days: both `YYYY-MM-DD`, as printed, the last one included. */
export type ZonePeriod = { readonly zone: string; readonly validFrom?: string; readonly validUntil?: string };

/**
 * What is known of a source that its documents don't say. It is found by the provider's id, or by a name its pages
 * print as byline or organisation (compared without regard to case). `zone` is an IANA name.
 */
export type SourceProfile = {
  readonly providers: readonly string[];
  readonly printedAs: readonly string[];
  readonly zones: readonly ZonePeriod[];
};

/** The zone the source printed in on that day (`YYYY-MM-DD`), where it is known. */
export function zoneOn(profile: SourceProfile | undefined, day: string): string | undefined {
  return profile?.zones.find(
    ({ validFrom, validUntil }) =>
      (validFrom === undefined || day >= validFrom) && (validUntil === undefined || day <= validUntil),
  )?.zone;
}
