import { Cart } from './Cart';
import { Masthead } from './Masthead';
import { ProductDetail } from './ProductDetail';
import { ProductCard } from './ProductCard';
import { StoreFinder } from './StoreFinder';
import { Week } from './Week';
import { alike, cartOpen, catalogue, hits, productId } from './state';

export function Shop() {
  return (
    <>
      <Masthead />
      <main>
        {productId.value === null ? <StartPage /> : <ProductDetail />}
        <Recommendations />
        <div class="pair">
          <StoreFinder />
          <iframe class="newsletter" title="Newsletter" src="https://widget.partner.test/newsletter" />
        </div>
      </main>
      <footer>Fernweh is a shop that does not exist. Nothing here can be bought.</footer>
      {cartOpen.value && <Cart />}
    </>
  );
}

function StartPage() {
  const loaded = catalogue.value;
  const all = loaded.state === 'ready' ? loaded.value : [];
  const found = hits.value;
  const shown = found === null ? all : all.filter(({ id }) => found.includes(id));
  return (
    <>
      <Week />
      <section>
        <h2>{found === null ? 'Gear for long ways' : `${shown.length} found`}</h2>
        {loaded.state === 'failed' && <p class="unavailable">The catalogue is not available right now.</p>}
        <div class="grid" data-hits={found?.length}>
          {shown.map((product) => (
            <ProductCard key={product.id} product={product} />
          ))}
        </div>
      </section>
    </>
  );
}

function Recommendations() {
  const loaded = alike.value;
  if (loaded.state !== 'ready') return null;
  return (
    <section>
      <h2>Others took along</h2>
      <div class="grid three">
        {loaded.value.map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </div>
    </section>
  );
}
