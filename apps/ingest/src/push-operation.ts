import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { AcceptedBody } from './accepted-body.ts';
import { acceptedMediaTypes } from './declared.ts';
import { PROBLEMS, ProblemBody } from './problem.ts';

const RETRY_AFTER = { 'Retry-After': { description: 'seconds to wait', schema: { type: 'integer' as const } } };

/** What the OpenAPI document says of `POST /v1/stories`; codes and schemas come from where they are used. */
export function PushOperation(): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      operationId: 'pushStories',
      summary: 'Push one document with one story or many',
      description:
        'Answers 202 once every story of the document is stored durably. Sending a document again changes nothing, so a ' +
        'request without an answer, or answered with 429 or 503, is to be repeated. A document is taken whole or not at all.',
    }),
    ApiBearerAuth(),
    ApiConsumes(...acceptedMediaTypes()),
    ApiHeader({
      name: 'Story-Guid',
      required: false,
      description: 'identifier of the story, for page text, which has none of its own',
    }),
    ApiHeader({
      name: 'Content-Encoding',
      required: false,
      schema: { type: 'string', enum: ['gzip', 'deflate', 'br', 'identity'] },
    }),
    ApiBody({ required: true, schema: { type: 'string', format: 'binary' } }),
    ApiResponse({
      status: 202,
      description: 'stored',
      content: { 'application/json': { schema: ref('Accepted') } },
    }),
    ...problemResponses(),
  ) as MethodDecorator;
}

function problemResponses(): MethodDecorator[] {
  const byStatus = Map.groupBy(Object.entries(PROBLEMS), ([, { status }]) => status);
  return [...byStatus].map(([status, codes]) =>
    ApiResponse({
      status,
      description: codes.map(([code, { title }]) => `\`${code}\`: ${title}`).join('; '),
      content: { 'application/problem+json': { schema: ref('Problem') } },
      ...((status === 429 || status === 503) && { headers: RETRY_AFTER }),
    }),
  );
}

const ref = (name: keyof typeof schemas) => ({ $ref: `#/components/schemas/${name}` });

/** The schemas of the answers, as OpenAPI 3.0 wants them. */
export const schemas = {
  Accepted: z.toJSONSchema(AcceptedBody, { target: 'openapi-3.0' }),
  Problem: z.toJSONSchema(ProblemBody, { target: 'openapi-3.0' }),
};
