import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatPageContext, parsePageContext, parseXDtpc } from '../../../../src/core/agent/page-context';
import { parseCookiePairs, parseSessionCookie, rumCookieNames } from '../../../../src/core/agent/rum-cookies';

const cookies: { id: string; name: string; value: string }[] = JSON.parse(
  readFileSync(new URL('../../../fixtures/agent/cookies.json', import.meta.url), 'utf8'),
);
const valueOf = (id: string): string => cookies.find((cookie) => cookie.id === id)!.value;

it('knows the name of every recorded cookie', () => {
  const names = Object.values(rumCookieNames(''));
  for (const { name } of cookies) expect(names).toContain(name);
  expect(rumCookieNames('dgtcdnr2').session).toBe('dtCookiedgtcdnr2');
});

it('reads the session state by key', () => {
  expect(parseSessionCookie(valueOf('K1'))).toEqual({
    server: '6',
    session: '9EE4AB5C4275E79DCDA9DE68A635182E',
    overload: '0',
    applications: { '923787986dfd1874': '0' },
  });
  expect(parseSessionCookie(valueOf('K2'))?.applications).toEqual({ '1226c3b62c34ec28': '0' });
  expect(parseSessionCookie('v_4_srv_-2D10650_sn_TRL1')).toMatchObject({
    server: '-2D10650',
    session: 'TRL1',
  });
  expect(parseSessionCookie('v_4_srv__sn_')).toMatchObject({ server: '', session: '' });
});

it.each(['', '=3=srv=1=sn=X', 'v_3_srv_1_sn_X', 'v_4_srv_1'])('%s is no session state', (value) => {
  expect(parseSessionCookie(value)).toBeNull();
});

it.each([
  [valueOf('K3'), '-2158', '18639929_377', '1'],
  ['5$117047117_413h31vKNHHRKOAUHFDRKSOKKGGQPDRMRFHEVDD-0e0', '5', '117047117_413', '31'],
  ['3$38734236_77h15vDTRMSASFKPLKDRFKMHCCHMMCARPGMHGD-0', '3', '38734236_77', '15'],
  ['3$38734236_77h-vDTRMSASFKPLKDRFKMHCCHMMCARPGMHGD-0e0', '3', '38734236_77', null],
  ['1$11_2h3p-1$22_4h5vABC-0e0', '1', '11_2', '3'],
])('page context %s', (text, server, frame, action) => {
  expect(parsePageContext(text)).toMatchObject({ server, frame, action });
});

it('writes a page context as it was read', () => {
  expect(formatPageContext(parsePageContext(valueOf('K3'))!)).toBe(valueOf('K3'));
});

it('tells x-dtpc: ignore from a context', () => {
  expect(parseXDtpc('ignore')).toEqual({ kind: 'ignore' });
  expect(parseXDtpc(valueOf('K3'))).toMatchObject({ kind: 'context', context: { action: '1' } });
  expect(parseXDtpc('something')).toBeNull();
});

it('reads a Cookie header', () => {
  expect(parseCookiePairs('a=1; dtCookie=v_4=x;a=2; empty=;novalue')).toEqual({
    a: '1',
    dtCookie: 'v_4=x',
    empty: '',
  });
});
