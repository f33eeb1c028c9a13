/* Draws what the tables say, from the tables. Without this script, or without the drawing library, nothing is missing. */
document.addEventListener("DOMContentLoaded", () => {
  if (!window.echarts) {
    return;
  }
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const font = getComputedStyle(document.body).fontFamily;
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const start = element => {
    const chart = echarts.init(element, null, { renderer: "svg" });
    addEventListener("resize", () => chart.resize());
    return chart;
  };
  compare();
  radar();

  function compare() {
    const section = document.getElementById("compare");
    if (!section) {
      return;
    }
    const rows = [...document.querySelectorAll("#ranking tbody tr")].map(row => ({
      name: row.querySelector(".name a span").textContent,
      total: exact(row.querySelector(".total b")),
      scores: [...row.querySelectorAll("td.dimension")].map(cell => exact(cell.querySelector("[title]"))),
    }));
    if (rows.length < 2) {
      return;
    }
    section.classList.remove("away");
    const place = document.getElementById("compare-chart");
    place.style.height = rows.length * 22 + 50 + "px";
    const chart = start(place);
    const choice = document.getElementById("compare-by");
    const draw = () => {
      const by = Number(choice.value);
      const values = rows.map(row => ({ name: row.name, value: by < 0 ? row.total : row.scores[by] }))
        .filter(row => row.value !== null)
        .sort((one, other) => other.value - one.value);
      place.style.height = values.length * 22 + 50 + "px";
      chart.resize();
      chart.setOption({
        animation: !still,
        textStyle: { fontFamily: font },
        grid: { left: 8, right: 56, top: 28, bottom: 4, containLabel: true },
        xAxis: { type: "value", ...scale(by < 0 ? section.dataset.most : section.dataset.full), position: "top",
          axisLabel: { color: colour("--soft") }, splitLine: { lineStyle: { color: colour("--hair") } } },
        yAxis: { type: "category", inverse: true, data: values.map(row => row.name), axisTick: { show: false },
          axisLabel: { color: colour("--ink"), interval: 0, width: 170, overflow: "truncate" },
          axisLine: { lineStyle: { color: colour("--line") } } },
        series: [{ type: "bar", data: values.map(row => row.value), barMaxWidth: 13, itemStyle: { color: colour("--bar") },
          label: { show: true, position: "right", color: colour("--ink"), formatter: bar => String(Math.round(bar.value * 100) / 100) } }],
        tooltip: { trigger: "item", formatter: bar => `${bar.name}: ${bar.value}` },
      }, true);
    };
    choice.addEventListener("change", draw);
    draw();
  }

  /** From 0 to the most there is; what has no upper end finds its own scale. */
  function scale(most) {
    return most ? { min: 0, max: Number(most) } : {};
  }

  function radar() {
    const section = document.getElementById("radar");
    if (!section) {
      return;
    }
    const rows = [...document.querySelectorAll('#sheet tr[data-depth="1"]')]
      .filter(row => row.dataset.score)
      .map(row => ({ name: row.querySelector(".node span").textContent, value: Number(row.dataset.score) }));
    if (rows.length < 3) {
      return;
    }
    section.classList.remove("away");
    start(document.getElementById("radar-chart")).setOption({
      animation: !still,
      textStyle: { fontFamily: font },
      radar: {
        radius: innerWidth < 600 ? "52%" : "66%",
        indicator: rows.map(row => ({ name: row.name, ...scale(section.dataset.full) })),
        axisName: { color: colour("--ink"), fontSize: 13, formatter: name => wrap(name, innerWidth < 600 ? 8 : 14) },
        splitArea: { areaStyle: { color: ["#fff", colour("--wash")] } },
        splitLine: { lineStyle: { color: colour("--line") } },
        axisLine: { lineStyle: { color: colour("--line") } },
      },
      series: [{ type: "radar", symbolSize: 5, data: [{ value: rows.map(row => row.value) }],
        lineStyle: { color: colour("--bar"), width: 2 }, itemStyle: { color: colour("--bar") },
        areaStyle: { color: colour("--bar"), opacity: 0.18 } }],
    });
  }

  function exact(element) {
    return element ? Number(element.title) : null;
  }

  function wrap(name, long) {
    return name.length > long && name.includes(" ") ? name.replace(/ (?=[^ ]*$)/, "\n") : name;
  }
});
