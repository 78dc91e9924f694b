/*
 * <in-chart>: draws what insight.shell.chart describes, by ApexCharts 4.7.0. It takes its colours
 * from the theme's tokens and draws anew when the theme or its width changes. Nothing else in the
 * portal knows the drawing library.
 */
(function () {
  'use strict';

  const PIXELS_PER_LABEL = 30;
  const PIXELS_PER_LETTER = 9.5;
  const PIXELS_FOR_VALUES = 70;
  const PALE = 0.45;

  /** The short form of a number for an axis; the same rules as insight.kernel.Numbers.brief. */
  function brief(value, locale) {
    const size = Math.abs(value);
    const steps = locale === 'zh'
      ? [[1e8, '亿'], [1e4, '万']]
      : [[1e9, 'bn'], [1e6, 'M'], [1e4, 'k', 1e3]];
    for (const [from, word, by] of steps) {
      if (size >= from) {
        return significant(value / (by || from), locale) + word;
      }
    }
    return significant(value, locale);
  }

  function significant(value, locale) {
    const size = Math.abs(value);
    const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2;
    return decimal(value, 0, locale, digits);
  }

  function decimal(value, fewest, locale, most) {
    return Math.abs(value).toLocaleString(locale === 'zh' ? 'zh-CN' : 'en-GB', {
      minimumFractionDigits: fewest,
      maximumFractionDigits: most === undefined ? fewest : most,
    });
  }

  function number(value, spec, short) {
    if (value === null || value === undefined || Number.isNaN(value)) {
      return '–';
    }
    if (short && Math.abs(value) < 1e-12) {
      return '0' + (spec.brief ? '' : spec.suffix);
    }
    const sign = value < 0 ? '−' : '';
    const text = short && spec.brief
      ? brief(Math.abs(value), spec.locale)
      : decimal(value, spec.digits, spec.locale);
    return sign + spec.prefix + text + spec.suffix;
  }

  class InChart extends HTMLElement {
    set spec(value) {
      this.description = value;
      this.redraw();
    }

    get spec() {
      return this.description;
    }

    connectedCallback() {
      this.onTheme = () => this.redraw();
      window.addEventListener('in-theme', this.onTheme);
      this.observer = new ResizeObserver(() => {
        if (this.isConnected && Math.abs(this.clientWidth - (this.drawnWidth || 0)) > 2) {
          this.redraw();
        }
      });
      this.observer.observe(this);
      this.redraw();
    }

    disconnectedCallback() {
      window.removeEventListener('in-theme', this.onTheme);
      this.observer.disconnect();
      this.drop();
    }

    /** Many reasons to draw within one frame end in one drawing. */
    redraw() {
      cancelAnimationFrame(this.waiting);
      this.waiting = requestAnimationFrame(() => this.draw());
    }

    drop() {
      if (this.chart) {
        this.chart.destroy();
        this.chart = null;
      }
      this.textContent = '';
    }

    draw() {
      if (!this.isConnected || !this.description || this.clientWidth === 0) {
        return;
      }
      this.drop();
      this.drawnWidth = this.clientWidth;
      const plot = document.createElement('div');
      plot.setAttribute('aria-hidden', 'true');
      this.append(plot);
      this.chart = new ApexCharts(plot, this.options(this.description));
      this.chart.render();
    }

    /** The colour behind a token, as the browser computes it now: light-dark() resolved. */
    colour(token) {
      const probe = document.createElement('span');
      probe.style.color = `var(${token})`;
      this.append(probe);
      const computed = getComputedStyle(probe).color;
      probe.remove();
      return computed;
    }

    options(spec) {
      const lying = spec.kind === 'bar' && spec.lying;
      const bands = spec.series.some((one) => one.shape === 'band');
      const labels = this.labels(spec, lying);
      return {
        chart: {
          type: spec.kind === 'bar' ? 'bar' : bands ? 'rangeArea' : 'line',
          height: spec.height || 220,
          stacked: Boolean(spec.stacked),
          animations: { enabled: false },
          toolbar: { show: false },
          zoom: { enabled: false },
          selection: { enabled: false },
          fontFamily: getComputedStyle(this).fontFamily,
          foreColor: this.colour('--lumo-secondary-text-color'),
          background: 'transparent',
          parentHeightOffset: 0,
          redrawOnParentResize: false,
          redrawOnWindowResize: false,
        },
        series: spec.series.map((one) => this.series(one, spec, labels, bands)),
        colors: spec.series.map((one) => this.colour(`--in-c${one.colour}`)),
        ...this.strokes(spec),
        ...this.axes(spec, labels, lying),
        ...this.around(spec, labels, lying),
      };
    }

    /** As many labels as fit, the first and last among them; the rest unique and invisible. */
    labels(spec, lying) {
      if (lying) {
        return spec.labels;
      }
      const count = spec.labels.length;
      const longest = Math.max(1, ...spec.labels.map((label) => label.length));
      const each = Math.max(PIXELS_PER_LABEL, longest * PIXELS_PER_LETTER);
      const room = Math.max(2, Math.floor((this.clientWidth - PIXELS_FOR_VALUES) / each));
      const step = Math.max(1, Math.ceil(count / room));
      return spec.labels.map((label, i) => (i % step === 0 ? label : '\u200b'.repeat(i + 1)));
    }

    series(one, spec, labels, bands) {
      const pale = new Set(spec.pale || []);
      const paleColour = pale.size > 0
        ? this.colour(`--in-c${one.colour}`).replace('rgb(', 'rgba(').replace(')', `, ${PALE})`)
        : '';
      const data = one.values.map((value, i) => {
        if (one.shape === 'band') {
          return { x: labels[i], y: [value, one.upper[i]] };
        }
        return pale.has(i)
          ? { x: labels[i], y: value, fillColor: paleColour }
          : { x: labels[i], y: value };
      });
      const type = one.shape === 'band' ? 'rangeArea' : 'line';
      return bands ? { name: one.name, type, data } : { name: one.name, data };
    }

    strokes(spec) {
      const bars = spec.kind === 'bar';
      const line = (one) => one.shape === 'line';
      return {
        stroke: {
          curve: 'straight',
          width: bars ? 0 : spec.series.map((one) => (line(one) ? 2 : 0)),
          dashArray: spec.series.map((one) => one.dash),
          lineCap: 'round',
        },
        fill: {
          type: 'solid',
          opacity: spec.series.map((one) => (one.shape === 'band' ? 0.16 : 1)),
        },
        markers: {
          size: bars || spec.labels.length > 32
            ? 0
            : spec.series.map((one) => (line(one) && one.dash === 0 ? 3 : 0)),
          strokeWidth: 0,
          hover: { sizeOffset: 2 },
        },
        plotOptions: {
          bar: {
            horizontal: bars && Boolean(spec.lying),
            columnWidth: '68%',
            barHeight: '60%',
            borderRadius: 2,
            borderRadiusApplication: 'end',
          },
        },
        dataLabels: { enabled: false },
      };
    }

    axes(spec, labels, lying) {
      const words = { fontSize: '11px', colors: this.colour('--lumo-secondary-text-color') };
      const values = {
        ...(spec.log ? { logarithmic: true } : this.scale(spec)),
        labels: { style: words, formatter: (value) => number(value, spec, true), offsetX: -6 },
      };
      const names = {
        type: 'category',
        categories: labels,
        tickPlacement: spec.kind === 'bar' ? 'between' : 'on',
        axisTicks: { show: false },
        axisBorder: { show: !lying, color: this.colour('--in-line-strong') },
        tooltip: { enabled: false },
        crosshairs: { stroke: { color: this.colour('--in-control-line'), dashArray: 2 } },
        labels: {
          style: words,
          rotate: 0,
          trim: false,
          hideOverlappingLabels: false,
        },
      };
      if (lying) {
        names.tickAmount = this.clientWidth < 520 ? 2 : 4;
        names.labels.formatter = (value) => number(Number(value), spec, true);
        return { xaxis: names, yaxis: { labels: { style: { ...words, fontSize: '12px' }, maxWidth: 220 } } };
      }
      return { xaxis: names, yaxis: values };
    }

    /** Round steps, four or five of them; from nought unless the chart need not begin there. */
    scale(spec) {
      const all = spec.series
        .flatMap((one, s) => (spec.stacked && s > 0 ? [] : [...this.heights(spec, one), ...one.upper]))
        .concat(spec.limits.map((limit) => limit.value))
        .filter((value) => value !== null);
      let low = all.length > 0 ? Math.min(...all) : 0;
      let high = all.length > 0 ? Math.max(...all) : 1;
      if (spec.fromZero !== false || low === high) {
        low = Math.min(low, 0);
        high = Math.max(high, 0);
      }
      const span = high - low || 1;
      const power = 10 ** Math.floor(Math.log10(span / 4));
      const step = power * [1, 2, 2.5, 5, 10].find((size) => size * power * 4.6 >= span);
      const min = Math.floor(low / step + 1e-9) * step;
      const max = Math.ceil(high / step - 1e-9) * step || step;
      return { min, max, tickAmount: Math.round((max - min) / step) };
    }

    /** The values, or where bars are stacked the heights of the stacks. */
    heights(spec, one) {
      return spec.stacked
        ? one.values.map((_, i) => spec.series.reduce((sum, each) => sum + (each.values[i] || 0), 0))
        : one.values;
    }

    around(spec, labels, lying) {
      const ink = this.colour('--lumo-header-text-color');
      return {
        grid: {
          borderColor: this.colour('--in-grid'),
          padding: { left: lying ? 0 : 6, right: 10, top: spec.marks.length ? -4 : -20, bottom: -8 },
          xaxis: { lines: { show: lying } },
          yaxis: { lines: { show: !lying } },
        },
        annotations: {
          xaxis: spec.marks.map((mark) => ({
            x: labels[mark.index],
            strokeDashArray: 2,
            borderColor: this.colour('--in-control-line'),
            label: {
              text: mark.text,
              orientation: 'horizontal',
              borderColor: this.colour('--in-control-line'),
              borderRadius: 8,
              style: {
                background: this.colour('--lumo-base-color'),
                color: ink,
                fontSize: '11px',
                fontWeight: 600,
              },
            },
          })),
          yaxis: spec.limits.map((limit) => ({
            y: limit.value,
            strokeDashArray: 3,
            borderColor: this.colour('--in-c8'),
            borderWidth: 1.5,
          })),
        },
        legend: { show: false },
        states: { hover: { filter: { type: 'none' } }, active: { filter: { type: 'none' } } },
        tooltip: {
          shared: true,
          intersect: false,
          theme: document.documentElement.matches('[theme~="dark"]') ? 'dark' : 'light',
          x: { formatter: (value, at) => spec.labels[at ? at.dataPointIndex : 0] || '' },
          y: { formatter: (value) => number(value, spec, false) },
        },
      };
    }
  }

  if (!customElements.get('in-chart')) {
    customElements.define('in-chart', InChart);
  }
})();
