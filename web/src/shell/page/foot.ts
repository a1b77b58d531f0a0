import { createContext } from 'react';

/** How high the bar is that sticks to the foot of the page: what else sticks there stays above it. */
export const FootContext = createContext(0);
