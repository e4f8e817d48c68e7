const DURATION = /^(?:(?:video|watch|duration)\s*[:：]?\s*)?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})$/i;

/** The seconds of a line that holds nothing but a running time ("00:35", "1:02:03"); undefined for any other line. */
export function readDuration(line: string): number | undefined {
  if (line.length > 30) return undefined;
  const match = DURATION.exec(line);
  if (match === null) return undefined;
  const [hours, minutes, seconds] = [Number(match[1] ?? 0), Number(match[2]), Number(match[3])];
  if (seconds > 59 || (match[1] !== undefined && minutes > 59)) return undefined;
  return hours * 3600 + minutes * 60 + seconds;
}
