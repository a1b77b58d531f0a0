import type { components } from '../openapi';

/** The shapes of the server's description. */
export type Schemas = components['schemas'];

/** A shape with some of its properties told more exactly, none of them new. */
export type With<T, Exact extends { [K in keyof Exact]: K extends keyof T ? T[K] : never }> = Omit<
  T,
  keyof Exact
> &
  Exact;
