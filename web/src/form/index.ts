export { SpecForm, type Filled } from './SpecForm';
