/* A monitoring script of the simplest kind: replaces what it watches by functions of its own. */
{
  const nativeFetch = globalThis.fetch;
  globalThis.fetch = function fetch(input, init) {
    return nativeFetch.call(this, input, init);
  };

  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
    Reflect.apply(open, this, args);
    this.setRequestHeader('x-wrapper', 'open');
  };
  XMLHttpRequest.prototype.send = function (body) {
    this.addEventListener('loadend', () => {});
    send.call(this, body);
  };
}
