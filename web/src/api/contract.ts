/**
 * The shapes that travel between screens and server, by concept, under the names that screens import
 * from `#api`. They are those of the server's description, so a changed answer breaks the build.
 *
 * By hand stand only: words that the server writes as plain text although they are one of a few
 * (`With` names them, and holds that the property is there and is text); `Decimal`, because what a
 * person types is text until it is sent; `Problem`, which must bear the half an answer that a proxy
 * gives; and `Sent`, which says in which shapes a label may be sent.
 */
export * from './contract/access';
export * from './contract/campaign';
export * from './contract/channel';
export * from './contract/condition';
export * from './contract/dashboard';
export * from './contract/delivery';
export * from './contract/home';
export * from './contract/identity';
export * from './contract/insight';
export * from './contract/profile';
export * from './contract/quality';
export * from './contract/run';
export * from './contract/segment';
export * from './contract/source';
export * from './contract/standard';
export * from './contract/tag';
export * from './contract/values';
