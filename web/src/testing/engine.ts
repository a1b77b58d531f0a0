/** Stands in for ECharts, which needs a canvas: draws nothing, and takes every call. */
export const init = () => ({
  on: () => undefined,
  getZr: () => ({ on: () => undefined }),
  setOption: () => undefined,
  resize: () => undefined,
  dispose: () => undefined,
  dispatchAction: () => undefined,
});
