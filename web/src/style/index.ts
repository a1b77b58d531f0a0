export { cssVariables, dark, face, light, radius, size, type Ink } from './tokens';
export {
  currencyName,
  makeFormat,
  NOTHING,
  toNumber,
  type Format,
  type Locale,
  type Setting,
  type Span,
} from './format';
