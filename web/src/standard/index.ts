export { NewField } from './NewField';
