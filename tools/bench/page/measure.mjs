// CPU time of a page's main thread, from Chromium's own trace. Thread time, so other processes of a
// busy machine do not count; page parsing and the page's own scripts are told apart by address.
import { until } from '../../../tests/pbx/process.mjs';

const CATEGORIES = ['toplevel', 'devtools.timeline', '__metadata'];
const PAINT = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit']);

/** `numbers`: some are waited for. Resolves to `{ script, loading, longest, paint, busy, found }`, ms of main-thread CPU and the count of numbers. */
export async function measure(browser, url, { numbers }) {
  const { cdp } = browser;
  const events = [];
  const off = cdp.on('Tracing.dataCollected', ({ value }) => { for (const event of value) events.push(event); });
  const page = await browser.context.newPage();
  await cdp.send('Tracing.start', { traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] }, transferMode: 'ReportEvents' });
  await page.goto(url);
  let found = -1;
  let still = 0;
  // Done when nothing new has been found for a while.
  await until(async () => {
    const now = await page.evaluate(() => (CSS.highlights.get('alo-number')?.size ?? 0) + document.getElementsByClassName('wrapped').length);
    still = now === found ? still + 1 : 0;
    found = now;
    return still >= (found === 0 && numbers ? 14 : 4);
  }, { what: 'a page that rests', timeout: 60_000, every: 300 });
  const done = new Promise((resolve) => { const stop = cdp.on('Tracing.tracingComplete', () => { stop(); resolve(); }); });
  await cdp.send('Tracing.end');
  await done;
  off();
  await page.close();
  return { ...read(events, url), found };
}

function read(events, url) {
  const origin = new URL(url).origin;
  const main = events.find(({ name, args }) => (name === 'CommitLoad' || name === 'FrameCommittedInBrowser') && args?.data?.url?.startsWith(origin));
  const home = events.find(({ name, args, ph }) => ph === 'X' && args?.data?.url?.startsWith?.(origin) && name === 'ParseHTML')
    ?? events.find(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url?.startsWith(origin)) ?? main;
  if (!home) throw new Error('no trace of the page');
  const own = events.filter(({ pid, tid, ph }) => pid === home.pid && tid === home.tid && ph === 'X');
  if (process.env.ALO_TRACE) console.error(own.filter((e) => JSON.stringify(e.args ?? {}).includes('chrome-extension:')).map((e) => `${e.name} ${e.tdur / 1000} ${JSON.stringify(e.args).slice(0, 160)}`).join('\n'));
  const ours = own.filter(({ args }) => JSON.stringify(args ?? {}).includes('chrome-extension://'));
  const tasks = own.filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask').sort((a, b) => a.ts - b.ts);
  // Outermost events of ours, and what ran in the same task after the page's own parsing.
  const outer = [];
  for (const event of ours.sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    const last = outer[outer.length - 1];
    if (last && event.ts + event.dur <= last.ts + last.dur + 1) continue;
    outer.push(event);
  }
  let script = 0;
  let loading = 0;
  let longest = 0;
  const perTask = new Map();
  for (const event of outer) {
    const ms = (event.tdur ?? event.dur) / 1000;
    script += ms;
    if (event.name === 'EvaluateScript' || event.name === 'v8.compile') loading += ms;
    const task = tasks.findLast?.((it) => it.ts <= event.ts && it.ts + it.dur >= event.ts);
    const sum = (perTask.get(task ?? event) ?? 0) + ms;
    perTask.set(task ?? event, sum);
    longest = Math.max(longest, sum);
  }
  const paint = own.filter(({ name }) => PAINT.has(name)).reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
  const busy = tasks.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
  return { script, loading, longest, paint, busy };
}
