type Loose = Readonly<Record<string, unknown>>;

/** What is missing or of the wrong type, by the HAR 1.2 specification; empty: devtools can open it. */
export function har12Violations(har: unknown): string[] {
  const wrong: string[] = [];
  const check = (ok: boolean, what: string): void => void (ok || wrong.push(what));
  const object = (value: unknown): Loose =>
    typeof value === 'object' && value !== null ? (value as Loose) : {};
  const list = (value: unknown, what: string): Loose[] => {
    check(Array.isArray(value), `${what} is no array`);
    return Array.isArray(value) ? value.map(object) : [];
  };
  const text = (owner: Loose, key: string, what: string): void =>
    check(typeof owner[key] === 'string', `${what}.${key} is no text`);
  const number = (owner: Loose, key: string, what: string): void =>
    check(Number.isFinite(owner[key]), `${what}.${key} is no number`);
  const date = (owner: Loose, key: string, what: string): void =>
    check(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(String(owner[key])),
      `${what}.${key} is no ISO 8601 date`,
    );
  const pairs = (owner: Loose, key: string, what: string): void => {
    for (const pair of list(owner[key], `${what}.${key}`)) {
      text(pair, 'name', `${what}.${key}[]`);
      text(pair, 'value', `${what}.${key}[]`);
    }
  };

  const log = object(object(har)['log']);
  text(log, 'version', 'log');
  const creator = object(log['creator']);
  text(creator, 'name', 'creator');
  text(creator, 'version', 'creator');
  const ids = new Set<unknown>();
  for (const page of list(log['pages'], 'pages')) {
    date(page, 'startedDateTime', 'page');
    text(page, 'id', 'page');
    text(page, 'title', 'page');
    check(typeof page['pageTimings'] === 'object', 'page.pageTimings is missing');
    check(!ids.has(page['id']), 'page.id is there twice');
    ids.add(page['id']);
  }
  let last = -Infinity;
  for (const entry of list(log['entries'], 'entries')) {
    check(entry['pageref'] === undefined || ids.has(entry['pageref']), 'entry.pageref names no page');
    date(entry, 'startedDateTime', 'entry');
    check(Date.parse(String(entry['startedDateTime'])) >= last, 'entries are not in the order of time');
    last = Date.parse(String(entry['startedDateTime']));
    number(entry, 'time', 'entry');
    check(typeof entry['cache'] === 'object', 'entry.cache is missing');
    const timings = object(entry['timings']);
    for (const key of ['send', 'wait', 'receive']) {
      number(timings, key, 'timings');
      check(Number(timings[key]) >= 0, `timings.${key} is negative`);
    }
    const sum = ['send', 'wait', 'receive'].reduce((total, key) => total + Number(timings[key]), 0);
    check(Math.abs(sum - Number(entry['time'])) < 0.001, 'entry.time is not the sum of its timings');
    const request = object(entry['request']);
    const response = object(entry['response']);
    for (const key of ['method', 'url', 'httpVersion']) text(request, key, 'request');
    for (const key of ['statusText', 'httpVersion', 'redirectURL']) text(response, key, 'response');
    number(response, 'status', 'response');
    for (const side of [request, response]) {
      number(side, 'headersSize', 'request or response');
      number(side, 'bodySize', 'request or response');
      pairs(side, 'headers', 'request or response');
      pairs(side, 'cookies', 'request or response');
    }
    pairs(request, 'queryString', 'request');
    const content = object(response['content']);
    number(content, 'size', 'content');
    text(content, 'mimeType', 'content');
  }
  return [...new Set(wrong)];
}
