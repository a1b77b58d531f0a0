import { readFileSync } from 'node:fs';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { expect, it } from 'vitest';

it('is what the description of the server says; npm run api writes it anew', async () => {
  const description = JSON.parse(readFileSync('../docs/openapi.json', 'utf8')) as OpenAPI3;
  const made = astToString(await openapiTS(description));
  expect(readFileSync('src/api/openapi.ts', 'utf8').endsWith(made)).toBe(true);
});
