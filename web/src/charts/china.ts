import * as echarts from 'echarts/core';
import outlines from './china.json';
// Outlines given before maps themselves are registered would be forgotten without a word.
import './engine';

/**
 * Under this name ECharts adds the South China Sea islands and Diaoyu Dao by itself, so that the map
 * is whole.
 */
export const CHINA = 'china';
echarts.registerMap(CHINA, outlines as unknown as Parameters<typeof echarts.registerMap>[1]);
