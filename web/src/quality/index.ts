export { Attention } from './Attention';
export { SourceCare } from './upkeep/SourceCare';
