import { BarChart, CustomChart, HeatmapChart, LineChart, MapChart } from 'echarts/charts';
import {
  AriaComponent,
  GeoComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

echarts.use([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  CustomChart,
  GeoComponent,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  LineChart,
  MapChart,
  MarkLineComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
]);

/**
 * The part of ECharts that our charts use; loaded when the first chart is shown. A chart knows only
 * what was registered before it was made, so that maps stand here too; their outlines come later.
 */
export const init = echarts.init;
export type Engine = ReturnType<typeof echarts.init>;
