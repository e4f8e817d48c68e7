import { z } from 'zod';
import { NewsType, PubStatus, Rendition } from './story.ts';

const DateTime = z.iso.datetime();
const Named = z.object({
  name: z.string().optional(),
  rel: z.string().optional(),
  uri: z.string().optional(),
  literal: z.string().optional(),
});
const Subject = Named.extend({
  creator: z.string().optional(),
  relevance: z.int().min(0).max(100).optional(),
  confidence: z.int().min(0).max(100).optional(),
});
const Organisation = Named.extend({
  symbols: z
    .array(
      z.object({ exchange: z.string().optional(), symbolType: z.string().optional(), symbol: z.string().optional() }),
    )
    .optional(),
});
const InfoSource = z.object({
  name: z.string().optional(),
  role: z.string().optional(),
  uri: z.string().optional(),
  literal: z.string().optional(),
});
const Text = z.object({ role: z.string().optional(), contentType: z.string().optional(), value: z.string() });

const members = {
  uri: z.string(),
  type: NewsType.optional(),
  profile: z.string().optional(),
  version: z.string().optional(),
  firstCreated: DateTime.optional(),
  versionCreated: DateTime.optional(),
  contentCreated: DateTime.optional(),
  embargoedUntil: DateTime.optional(),
  expires: DateTime.optional(),
  pubStatus: PubStatus.optional(),
  urgency: z.int().min(1).max(9).optional(),
  language: z.string().optional(),
  title: z.string().optional(),
  by: z.string().optional(),
  slugline: z.string().optional(),
  located: z.string().optional(),
  headlines: z.array(Text).optional(),
  descriptions: z.array(Text).optional(),
  bodies: z
    .array(Text.extend({ charCount: z.int().nonnegative().optional(), wordCount: z.int().nonnegative().optional() }))
    .optional(),
  people: z.array(Named).optional(),
  organisations: z.array(Organisation).optional(),
  places: z.array(Named).optional(),
  subjects: z.array(Subject).optional(),
  events: z.array(Named).optional(),
  objects: z.array(Named).optional(),
  genres: z.array(Named.omit({ rel: true })).optional(),
  infoSources: z.array(InfoSource).optional(),
  altIds: z.array(z.object({ role: z.string().optional(), value: z.string() })).optional(),
  renditions: z.array(Rendition).optional(),
  copyrightHolder: z.string().optional(),
  copyrightNotice: z.string().optional(),
  usageTerms: z.string().optional(),
  edNote: z.string().optional(),
  rightsInfo: z
    .object({
      langId: z.string().optional(),
      linkedRights: z.string().optional(),
      encodedRights: z.string().optional(),
    })
    .optional(),
  digitalSourceType: Named.omit({ rel: true }).optional(),
  trustIndicators: z
    .array(z.object({ role: z.string().optional(), title: z.string().optional(), href: z.string().optional() }))
    .optional(),
  standard: z
    .object({ name: z.string().optional(), version: z.string().optional(), schema: z.string().optional() })
    .optional(),
};

/** A picture, video, audio or related item of a story: an item of its own with the name of its role. */
export const Association = z
  .object({ ...members, name: z.string(), rel: z.string().optional() })
  .meta({ id: 'Association' });
export type Association = z.output<typeof Association>;

/** When a planned event takes place: instants, or a day alone (`expectedStartDate`) where no time of day is known. */
const EventDetails = z.object({
  eventStatus: z.string().optional(),
  plannedCoverageStatus: z.string().optional(),
  dates: z
    .object({
      startDate: DateTime.optional(),
      endDate: DateTime.optional(),
      expectedStartDate: z.string().optional(),
      expectedEndDate: z.string().optional(),
      expectedDuration: z.string().optional(),
    })
    .optional(),
  organiser: Organisation.optional(),
});

/**
 * The normalized item: the part of IPTC ninjs 3.1 that Dateline writes (https://iptc.org/std/ninjs/). Every document
 * that passes here passes the official schema as well; `libs/normalize` is tested against it.
 */
export const NinjsItem = z
  .object({ ...members, eventDetails: EventDetails.optional(), associations: z.array(Association).optional() })
  .meta({ id: 'NinjsItem' });
export type NinjsItem = z.output<typeof NinjsItem>;
