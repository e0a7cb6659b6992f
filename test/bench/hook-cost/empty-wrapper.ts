/*
 * The least that any hook costs which wraps these functions so that they still look native: Proxies that only call through.
 */
const { apply } = Reflect;
const xhrPrototype = XMLHttpRequest.prototype;

function wrapEmpty(owner: object, name: string): void {
  Reflect.set(owner, name, new Proxy(Reflect.get(owner, name) as typeof fetch, { apply }));
}

wrapEmpty(globalThis, 'fetch');
wrapEmpty(xhrPrototype, 'open');
wrapEmpty(xhrPrototype, 'send');
