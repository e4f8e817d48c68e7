import { describe, expect, test } from '@jest/globals';
import type { Change, EnrichedStory, PubStatus, StoryCaptions, VersionOrder } from '#contracts';
import { foldCaptions, foldText, publicArticle, type StoryState, UNKNOWN_STORY } from './index.ts';

const NOW = '2026-03-01T12:00:00Z';

type Given = {
  version: number;
  offset?: number;
  change?: Change;
  pubStatus?: PubStatus;
  receipt?: string;
  headline?: string;
  embargoedUntil?: string;
};

function text({
  version,
  offset = version,
  change = 'update',
  pubStatus,
  receipt = `r${offset}`,
  headline = `v${version}`,
  embargoedUntil,
}: Given): EnrichedStory {
  return {
    id: 'wire|a',
    provider: 'wire',
    format: 'ninjs',
    versionId: `version-${version}`,
    order: [version, 0, offset],
    change,
    item: {
      uri: 'urn:a',
      version: String(version),
      headlines: [{ value: headline }],
      bodies: [{ value: `body of ${headline}` }],
      associations: [{ name: 'picture-1', uri: 'urn:a#1', type: 'picture' }],
      ...(pubStatus && { pubStatus }),
      ...(embargoedUntil && { embargoedUntil }),
    },
    times: {},
    notes: [
      { text: 'call the desk', public: false },
      { text: 'updates with quotes', public: true },
    ],
    mentions: [],
    duplicates: {},
    issues: [],
    trace: [],
    raw: {
      topic: 'news.raw.v1',
      partition: 0,
      offset: String(offset),
      sha256: 'x',
      contentType: 'application/json',
      receipt,
    },
  };
}

function captions(version: number): StoryCaptions {
  const { id, versionId, order, raw } = text({ version });
  return {
    id,
    versionId,
    order,
    raw,
    trace: [],
    captions: [
      {
        media: 0,
        raw: `caption ${version} /Desk`,
        caption: `caption ${version}`,
        credit: 'Desk',
        people: [],
        issues: [],
      },
    ],
  };
}

type Event = EnrichedStory | StoryCaptions;
const isText = (event: Event): event is EnrichedStory => 'item' in event;
const fold = (events: readonly Event[], from: StoryState = UNKNOWN_STORY): StoryState =>
  events.reduce(
    (state, event) => (isText(event) ? foldText(state, event, NOW) : foldCaptions(state, event)).state,
    from,
  );

/** The state without what may differ: how a version ended depends on when it came, and lists have no order. */
function settled(state: StoryState): unknown {
  const byVersion = (a: { article: { order: VersionOrder } }, b: { article: { order: VersionOrder } }): number =>
    a.article.order[0] - b.article.order[0];
  const { kill, release, winner, revisions, pending } = state;
  return {
    kill,
    release,
    pending,
    winner: winner?.article,
    revisions: [...revisions].sort(byVersion).map(({ article, cleared }) => ({ article, cleared })),
  };
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

describe.each<[string, Event[], number, string]>([
  ['five updates', [1, 2, 3, 4, 5].map((version) => text({ version })), 5, 'usable'],
  [
    'a kill in the middle',
    [
      text({ version: 1 }),
      text({ version: 2 }),
      text({ version: 3, change: 'kill', pubStatus: 'canceled' }),
      text({ version: 4 }),
      text({ version: 5 }),
    ],
    3,
    'canceled',
  ],
  [
    'two kills',
    [
      text({ version: 1 }),
      text({ version: 2, change: 'kill' }),
      text({ version: 3 }),
      text({ version: 4, change: 'kill' }),
      text({ version: 5 }),
    ],
    4,
    'canceled',
  ],
  [
    'a kill and a release',
    [
      text({ version: 1 }),
      text({ version: 2, change: 'kill' }),
      text({ version: 3 }),
      text({ version: 4, change: 'release' }),
      text({ version: 5 }),
    ],
    5,
    'usable',
  ],
  [
    'a release that a newer kill overrules',
    [
      text({ version: 1 }),
      text({ version: 2, change: 'kill' }),
      text({ version: 3, change: 'release' }),
      text({ version: 4, change: 'kill' }),
      text({ version: 5 }),
    ],
    4,
    'canceled',
  ],
  [
    'texts and captions',
    [text({ version: 1 }), captions(1), text({ version: 2 }), captions(2), captions(3)],
    2,
    'usable',
  ],
  [
    'captions and a kill',
    [text({ version: 1 }), captions(1), text({ version: 2, change: 'kill' }), text({ version: 3 }), captions(3)],
    2,
    'canceled',
  ],
])('%s', (_name, events, winner, state) => {
  const expected = settled(fold(events));

  test('all 120 orders of arrival end the same', () => {
    for (const order of permutations(events)) expect(settled(fold(order))).toEqual(expected);
  });

  test('the right version wins, and a second delivery of everything changes nothing', () => {
    const end = fold(events);
    expect(end.winner?.article).toMatchObject({ versionId: `version-${winner}`, state });
    expect(fold(events, end)).toEqual(end);
    expect(fold([...events].reverse(), end)).toEqual(end);
  });
});

test('a kill takes the content of every older version, and of itself', () => {
  const state = fold([
    text({ version: 1, headline: 'secret' }),
    captions(1),
    text({ version: 2, headline: 'secret too', change: 'kill', pubStatus: 'canceled' }),
  ]);
  expect(JSON.stringify(state)).not.toMatch(/secret|caption 1|call the desk/);
  expect(state.winner?.article.item).toEqual({ uri: 'urn:a', version: '2', pubStatus: 'canceled' });
});

test('a resend under a new receipt is a duplicate and announces nothing', () => {
  const state = fold([text({ version: 1 })]);
  const step = foldText(state, text({ version: 1, receipt: 'again', offset: 9 }), NOW);
  expect(step).toEqual({ state, outcome: 'duplicate' });
});

test('a redelivery ends as it ended and announces what the story shows', () => {
  const first = foldText(UNKNOWN_STORY, text({ version: 1 }), NOW);
  const second = foldText(first.state, text({ version: 1 }), NOW);
  expect(second.outcome).toBe('stored');
  expect(second.announce).toEqual(first.announce);
  const newer = fold([text({ version: 2 })], first.state);
  expect(foldText(newer, text({ version: 1 }), NOW)).toMatchObject({
    outcome: 'stored',
    announce: { versionId: 'version-2' },
  });
  expect(foldCaptions(fold([captions(1)], newer), captions(1)).announce).toMatchObject({ versionId: 'version-2' });
});

test('a redelivered version that waits behind a kill is not announced with its content', () => {
  const killed = fold([text({ version: 1 }), text({ version: 2, change: 'kill' }), text({ version: 3 })]);
  const step = foldText(killed, text({ version: 3 }), NOW);
  expect(step).toMatchObject({ outcome: 'killed', announce: { versionId: 'version-2', state: 'canceled' } });
});

test('a late older version is superseded, a version after a kill is killed', () => {
  expect(foldText(fold([text({ version: 2 })]), text({ version: 1 }), NOW)).toMatchObject({ outcome: 'superseded' });
  const killed = fold([text({ version: 2, change: 'kill' })]);
  expect(foldText(killed, text({ version: 3 }), NOW)).toMatchObject({ outcome: 'killed' });
  expect(foldText(killed, text({ version: 3 }), NOW).announce).toBeUndefined();
});

test('a redelivered version that was killed since shows the tombstone, not its content', () => {
  const killed = fold([text({ version: 1 }), text({ version: 2, change: 'kill' })]);
  expect(foldText(killed, text({ version: 1 }), NOW).announce).toMatchObject({
    versionId: 'version-2',
    state: 'canceled',
  });
});

test('an embargoed article is stored whole and announced without its content', () => {
  const step = foldText(UNKNOWN_STORY, text({ version: 1, embargoedUntil: '2026-03-02T00:00:00Z' }), NOW);
  expect(step.outcome).toBe('embargoed');
  expect(step.announce?.item.bodies).toHaveLength(1);
  const announced = step.announce && publicArticle(step.announce);
  expect(announced?.item).toEqual({ uri: 'urn:a', version: '1', embargoedUntil: '2026-03-02T00:00:00Z' });
  expect(announced?.state).toBe('embargoed');
});

test('private notes never reach the public article, public ones do', () => {
  const step = foldText(UNKNOWN_STORY, text({ version: 1 }), NOW);
  expect(step.announce && publicArticle(step.announce).notes).toEqual([{ text: 'updates with quotes', public: true }]);
});

test('a caption finds its picture, and is announced with it', () => {
  const step = foldCaptions(fold([text({ version: 1 })]), captions(1));
  expect(step.announce?.item.associations?.[0]?.descriptions).toEqual([
    { role: 'caption', contentType: 'text/plain', value: 'caption 1' },
  ]);
  expect(foldCaptions(step.state, captions(1)).announce).toEqual(step.announce);
});
