import type { Store } from '#ledger';

/** A store in which some methods are others: what measures, watches or disturbs one stands around it so. */
export function aroundStore<Kind extends Store>(store: Kind, instead: Partial<Store>): Kind {
  const methods = new Map<PropertyKey, unknown>(Object.entries(instead));
  return new Proxy(store, {
    get: (target, name) => {
      if (methods.has(name)) return methods.get(name);
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const method: unknown = value.bind(target);
      methods.set(name, method);
      return method;
    },
  });
}
