export { Turns } from './Turns';
export { WhyDrawer, type WhyAsked } from './why/WhyDrawer';
