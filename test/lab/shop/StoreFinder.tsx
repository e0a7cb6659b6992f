import { findStores, stores, visitor } from './state';

export function StoreFinder() {
  const loaded = stores.value;
  const city = visitor.value.state === 'ready' ? visitor.value.value.city : 'Innsbruck';
  return (
    <section class="stores">
      <h2>Near {city}</h2>
      <div class="map" aria-hidden="true">
        {loaded.state === 'ready' &&
          loaded.value.map(({ name, x, y }) => (
            <i key={name} style={{ left: `${x}%`, top: `${y}%` }}>
              {name}
            </i>
          ))}
      </div>
      {loaded.state === 'failed' && <p class="unavailable">The map is not available right now.</p>}
      {loaded.state === 'ready' && (
        <ul>
          {loaded.value.map(({ name, street, km }) => (
            <li key={name}>
              <b>{name}</b> {street} <small>{km} km</small>
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="find" onClick={() => findStores(city)}>
        Search again
      </button>
    </section>
  );
}
