import { expect, it } from 'vitest';
import { fillTemplate, type TemplateFacts } from '../../oracle/world/template';

const facts: TemplateFacts = {
  origin: 'https://app.shop.test',
  names: 'content-type,x-dtc',
  method: 'PUT',
  page: 'https://app.shop.test',
  next: 'https://api.shop.test/a?case=1&hop=1',
};

it.each([
  ['{origin}, *', 'https://app.shop.test, *'],
  ['{ORIGIN}', 'HTTPS://APP.SHOP.TEST'],
  ['{NAMES}', 'CONTENT-TYPE,X-DTC'],
  ['{names:rest}', 'x-dtc'],
  ['{names:spaced}', 'content-type ,\tx-dtc'],
  ['({method}', '(PUT'],
  ['{next:user}', 'https://user:password@api.shop.test/a?case=1&hop=1'],
  ['{next:relative}', '//api.shop.test/a?case=1&hop=1'],
  ['{}{other}', '{}{other}'],
])('%s becomes %s', (template, expected) => {
  expect(fillTemplate(template, facts)).toBe(expected);
});
