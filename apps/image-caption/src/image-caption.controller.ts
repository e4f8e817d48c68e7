import { Controller } from '@nestjs/common';
import { readPictures } from '#captions';
import { originOf, providerSource, type RawStory, type StoryCaptions, topics } from '#contracts';
import { eventRecord, headerText, OnTopicBatch, type OutgoingRecord, Publisher, type Received } from '#kafka';
import { storyVersion } from '#normalize';
import { IMAGE_CAPTION_VERSION } from './version.ts';

/** Raw stories in, the picture parts of their articles out; a story without pictures has none. */
@Controller()
export class ImageCaptionController {
  private readonly publisher: Publisher;

  constructor(publisher: Publisher) {
    this.publisher = publisher;
  }

  @OnTopicBatch(topics.raw, { skip: (headers) => headerText(headers['ce_pictures']) === '0' })
  async onRawStories(records: readonly Received<RawStory>[]): Promise<void> {
    await this.publisher.publish(records.flatMap(captionsOf));
  }
}

function captionsOf({ key, topic, partition, offset, value: raw }: Received<RawStory>): OutgoingRecord[] {
  const captions = readPictures(raw.story);
  if (captions.length === 0) return [];
  const { receipt, document, provider } = raw;
  const { id, versionId, order } = storyVersion(raw, { topic, partition, offset });
  const value: StoryCaptions = {
    id,
    versionId,
    order,
    captions,
    trace: [{ stage: 'image-caption', version: IMAGE_CAPTION_VERSION }],
    raw: { topic, partition, offset, receipt, sha256: document.sha256, contentType: document.contentType },
  };
  const origin = originOf({ topic, partition, offset });
  return [
    eventRecord(topics.captions, {
      key,
      value,
      source: providerSource(provider),
      idParts: [receipt, versionId],
      receipt,
      origin,
    }),
  ];
}
