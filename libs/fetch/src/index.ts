export { FetchError, type FetchErrorCode } from './fetch-error.ts';
export { type FetchAnswer, type FetchRequest, GuardedFetch } from './guarded-fetch.ts';
export { FETCH_LIMITS, type FetchLimits } from './limits.ts';
export { type FetchPolicy, isAllowedAddress } from './policy.ts';
