import { jsText, type ScriptData } from './script-data.js';

/** WeChat's pages tell the time in Beijing, whatever the reader's zone. */
const BEIJING_HOURS = 8;
/** Official accounts opened in August 2012. */
const FIRST = Date.UTC(2012, 6, 1) / 1000;
const LAST = Date.UTC(2100, 0, 1) / 1000;

/**
 * Publication time of a WeChat page: the time stamp of its scripts, else the time they print. Never the server's
 * clock (`svr_time`), which tells when the page was fetched.
 *
 * @param shown text of `#publish_time`, filled where the page was saved after its scripts ran
 * @returns `YYYY-MM-DDTHH:MM:SS+08:00`, to the minute or the day where no more is stated, or null
 */
export function publishedTime(data: ScriptData, shown: string): string | null {
  const seconds = Number(jsText(data, 'ori_create_time'));
  if (Number.isInteger(seconds) && seconds > FIRST && seconds < LAST) return beijingTime(seconds);
  for (const text of [jsText(data, 'create_time'), shown]) {
    const match = /^(20\d\d)-(\d\d)-(\d\d)(?:\s(\d\d):(\d\d))?/.exec(text.trim());
    if (match === null) continue;
    const [, year, month, day, hour, minute] = match;
    const date = `${year}-${month}-${day}`;
    return hour === undefined ? date : `${date}T${hour}:${minute}+08:00`;
  }
  return null;
}

/** A Unix time as Beijing's clock shows it. */
export function beijingTime(seconds: number): string {
  return `${new Date((seconds + BEIJING_HOURS * 3600) * 1000).toISOString().slice(0, 19)}+08:00`;
}
