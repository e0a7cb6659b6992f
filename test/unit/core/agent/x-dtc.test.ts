import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAgentVersion } from '../../../../src/core/agent/version';
import { formatXDtc, parseXDtc } from '../../../../src/core/agent/x-dtc';
import { parseXDtpc } from '../../../../src/core/agent/page-context';

const headers: { id: string; name: string; value: string }[] = JSON.parse(
  readFileSync(new URL('../../../fixtures/agent/headers.json', import.meta.url), 'utf8'),
);

describe('recorded values', () => {
  it.each(headers.filter(({ name }) => name === 'x-dtc').map(({ id, value }) => [id, value] as const))(
    'x-dtc %s has every field, and is built again from its cookies',
    (_id, value) => {
      const read = parseXDtc(value)!;
      expect(read).toMatchObject({
        adk: null,
        sn: expect.stringMatching(/^v_4_srv_/),
        r: expect.stringMatching(/^https:/),
      });
      const cookies = { dtCookie: `${read.sn}_perc_100000_ol_0`, dtPC: read.pc!, rxVisitor: read.v! };
      const version = parseAgentVersion('1.337');
      const input = { cookies, postfix: '', application: read.app!, actionUrl: read.r, version };
      expect(formatXDtc(input)).toBe(value);
    },
  );
  it.each(headers.filter(({ name }) => name === 'x-dtpc').map(({ id, value }) => [id, value] as const))(
    'x-dtpc %s',
    (_id, value) => {
      expect(parseXDtpc(value)?.kind).toBe('context');
    },
  );
});

describe('parseXDtc', () => {
  it.each([
    ['sn="v_4_srv__sn_", v="1", app="a", r=""', { sn: 'v_4_srv__sn_', pc: null, r: '' }],
    ['sn="s", v="1", app="a", r="https://x/?q="quoted""', { r: 'https://x/?q="quoted"' }],
    ['sn="s", v="1", app="a", r="https://x/?r="pc="no""', { pc: null, r: 'https://x/?r="pc="no"' }],
    ['APP, sn="s", v="1", app="a", r=""', { sn: 's', app: 'a' }],
    ['sn="s", v="1", app="a", adk="k", r=""', { adk: 'k' }],
    ['sn="s", v="1", app="a"', { sn: 's', r: null }],
  ])('%s', (value, fields) => {
    expect(parseXDtc(value)).toMatchObject(fields);
  });
  it.each(['', 'APP', 'sn=unquoted'])('%s is none of the agent’s', (value) => {
    expect(parseXDtc(value)).toBeNull();
  });
});

describe('formatXDtc', () => {
  const cookies = {
    dtCookie: 'v_4_srv_-10650_sn_TRL1_perc_100000_ol_0',
    dtPC: '-10650$194773589_120h6vJMGFKSD-0e0',
    rxVisitor: '17953ABC',
  };
  const input = {
    cookies,
    postfix: '',
    application: '85a192578fd729e8',
    actionUrl: 'http://app.shop.test/p#frag',
    version: parseAgentVersion('1.329'),
  };
  it('orders the fields as the agent does', () => {
    expect(formatXDtc(input)).toBe(
      'sn="v_4_srv_-2D10650_sn_TRL1", pc="-10650$194773589_120h6vJMGFKSD-0e0", v="17953ABC", app="85a192578fd729e8", r="http://app.shop.test/p"',
    );
  });
  it('leaves pc out and r empty without an action', () => {
    expect(formatXDtc({ ...input, actionUrl: null })).toBe(
      'sn="v_4_srv_-2D10650_sn_TRL1", v="17953ABC", app="85a192578fd729e8", r=""',
    );
    const idle = { ...cookies, dtPC: '-10650$194773589_120h-vJMGFKSD-0e0' };
    expect(formatXDtc({ ...input, cookies: idle })).not.toContain('pc=');
  });
  it('has an empty session where there are no cookies', () => {
    expect(formatXDtc({ ...input, cookies: {} })).toBe(
      'sn="v_4_srv__sn_", v="", app="85a192578fd729e8", r=""',
    );
  });
  it('reads the cookies under the environment’s suffix', () => {
    const suffixed = {
      dtCookieabc: cookies.dtCookie,
      dtPCabc: cookies.dtPC,
      rxVisitorabc: cookies.rxVisitor,
    };
    expect(formatXDtc({ ...input, cookies: suffixed, postfix: 'abc' })).toBe(formatXDtc(input));
  });
  it('shortens r only, and the whole value in old agents', () => {
    const long = { ...input, actionUrl: `http://app.shop.test/${'x'.repeat(500)}`, maxLength: 200 };
    const current = formatXDtc(long);
    expect(current).toHaveLength(200);
    expect(current.endsWith('..."')).toBe(true);
    expect(formatXDtc({ ...long, maxLength: 100 })).toContain('app="85a192578fd729e8", r="..."');
    const old = formatXDtc({ ...long, maxLength: 100, version: parseAgentVersion('1.239') });
    expect(old).toHaveLength(100);
    expect(old.endsWith('...')).toBe(true);
  });
  it('keeps the fragment in old agents', () => {
    expect(formatXDtc({ ...input, version: parseAgentVersion('1.239') })).toContain('/p#frag"');
  });
});
