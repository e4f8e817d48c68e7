/** Limits of the feeds that are fetched here; those of a document are the same as for pushed ones. */
export const FOLDER_LIMITS = {
  /** Deeper subfolders are not looked into: no feed lays its files down like that, and a loop of mounts would. */
  depth: 8,
  /** Files that are looked at side by side: a network mount answers each within milliseconds. */
  statsAtOnce: 64,
  /** The first wait after storage or the file system failed; it doubles to the second. */
  backOffMs: 1_000,
  maxBackOffMs: 60_000,
} as const;

/** Names that a feed gives a file while it writes it. */
export const UNFINISHED_NAME = /^\.|\.(?:part|tmp)$/i;

export const POLL_LIMITS = {
  /** Feeds fetched at the same time: with their bodies they stay within a quarter of the service's memory. */
  atOnce: 4,
  /** How often it is asked whether a feed has become this process's, or no longer is. */
  ownershipMs: 1_000,
  /** After the first failure a feed is asked in its own rhythm, then half as often, and so on to this. */
  maxBackOffMs: 3_600_000,
  /** While nothing can be stored. */
  storageBackOffMs: 5_000,
  goneSeconds: 86_400,
  /** How many times longer the pause is while a hub delivers. */
  hubPace: 4,
} as const;
