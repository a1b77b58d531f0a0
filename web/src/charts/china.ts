import * as echarts from 'echarts/core';
import outlines from './china.json';

/**
 * Under this name ECharts adds the South China Sea islands and Diaoyu Dao by itself, so that the map
 * is whole.
 */
export const CHINA = 'china';
echarts.registerMap(CHINA, outlines as unknown as Parameters<typeof echarts.registerMap>[1]);
