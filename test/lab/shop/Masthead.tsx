import { cart, cartOpen, openProduct, points, searchFor, visitor } from './state';

export function Masthead() {
  const count = cart.value.reduce((sum, item) => sum + item.quantity, 0);
  return (
    <header class="masthead">
      <a
        class="brand"
        href="/"
        onClick={(event) => {
          event.preventDefault();
          openProduct(null);
        }}
      >
        Fernweh
      </a>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const words = new FormData(event.currentTarget).get('words');
          void searchFor(typeof words === 'string' ? words.trim() : '');
        }}
      >
        <input name="words" type="search" placeholder="Tent, stove, boots …" aria-label="Search" />
      </form>
      <Greeting />
      <button type="button" class="cart-button" onClick={() => (cartOpen.value = !cartOpen.value)}>
        Cart <b>{count}</b>
      </button>
    </header>
  );
}

function Greeting() {
  const [who, loyalty] = [visitor.value, points.value];
  if (who.state !== 'ready') return <span class="greeting" />;
  return (
    <span class="greeting">
      Hello {who.value.name}
      <small>
        {loyalty.state === 'ready' ? `${loyalty.value.points} points` : ''}
        {loyalty.state === 'failed' ? 'Points are not available right now' : ''}
      </small>
    </span>
  );
}
