import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isOn, parseAgentConfig, setValue } from '../../../../src/core/agent/parse-config';
import { agentSourcesFromHtml } from '../../../../src/core/agent/sources-from-html';

interface ConfigFixture {
  id: string;
  kind: 'tag' | 'config' | 'src';
  text: string;
  decoded?: Record<string, string>;
  invalid?: string[];
}

function fixtures(name: string): ConfigFixture[] {
  return JSON.parse(readFileSync(new URL(`../../../fixtures/agent/${name}.json`, import.meta.url), 'utf8'));
}

describe('configurations of public pages', () => {
  const all = [...fixtures('configs'), ...fixtures('configs-synthetic')].filter(({ kind }) => kind !== 'src');
  it.each(all.map((fixture) => [fixture.id, fixture] as const))(
    '%s',
    (_id, { kind, text, decoded = {}, invalid = [] }) => {
      const [script] = agentSourcesFromHtml(text).scripts ?? [];
      const config = parseAgentConfig(kind === 'tag' ? script!.attributes['data-dtconfig']! : text);
      expect(config.decoded).toEqual(decoded);
      expect(config.invalid).toEqual(invalid);
      expect(Object.keys(config.values).length).toBeGreaterThan(0);
    },
  );
});

describe('grammar', () => {
  it.each([
    ['a=1|a=2', { a: '2' }],
    ['chw', { chw: '1' }],
    ['chw=', { chw: '' }],
    ['md=mdcc1=a[x=y]', { md: 'mdcc1=a[x=y]' }],
    ['chw= api', { chw: ' api' }],
    ['chw=api|shop', { chw: 'api', shop: '1' }],
    ['', {}],
    ['||', {}],
    ['unknown=kept', { unknown: 'kept' }],
  ])('%s', (text, values) => {
    expect(parseAgentConfig(text).values).toEqual(values);
  });

  it('keeps hostile keys as plain data', () => {
    const { values } = parseAgentConfig('__proto__=x|constructor=y');
    expect(Object.entries(values)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it.each([
    ['coo=1', true],
    ['coo=true', true],
    ['coo', true],
    ['coo=2', true],
    ['coo=0', false],
    ['coo=false', false],
    ['coo=', false],
    ['', false],
  ])('switch in "%s"', (text, on) => {
    expect(isOn(parseAgentConfig(text), 'coo')).toBe(on);
  });

  it('knows a default only for keys that are missing', () => {
    expect(isOn(parseAgentConfig(''), 'etc', true)).toBe(true);
    expect(isOn(parseAgentConfig('etc=0'), 'etc', true)).toBe(false);
    expect(setValue(parseAgentConfig('domain='), 'domain')).toBeNull();
  });
});
