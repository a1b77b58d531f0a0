export { DropZone } from './DropZone';
export { Ledger } from './Ledger';
export { Reason } from './Reason';
export { useSourceNames, useSources, useStandard, useFieldNames, useFeedNames } from './api';
export { offer } from './wizard/tray';
