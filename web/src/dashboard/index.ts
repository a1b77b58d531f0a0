export { PutOnBoard } from './PutOnBoard';
export { Worthwhile } from './report/Worthwhile';
