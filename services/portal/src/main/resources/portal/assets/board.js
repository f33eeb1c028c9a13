/* Keys, details, news and drawing of the board. Without this script every field is a link, and a reload shows the news. */
document.addEventListener("DOMContentLoaded", () => {
  ready();
  draw();
  follow(document.getElementById("live"));

  function ready() {
    const board = document.getElementById("board");
    if (board) {
      walk(board);
      tell(board, document.getElementById("detail"));
    }
  }

  /** One stop of the tabulator; arrows, Home, End and the paging keys move within. */
  function walk(table) {
    const grid = [...table.rows].map(row => [...row.cells].map(cell => cell.querySelector("a")).filter(link => link))
      .filter(row => row.length > 0);
    const at = link => {
      const row = grid.findIndex(links => links.includes(link));
      return row < 0 ? null : { row, column: grid[row].indexOf(link) };
    };
    grid.flat().forEach(link => { link.tabIndex = -1; });
    const stop = table.contains(document.activeElement) ? document.activeElement : grid[Math.min(1, grid.length - 1)][1];
    stop?.setAttribute("tabindex", "0");
    const go = (from, row, column) => {
      const line = grid[Math.max(0, Math.min(row, grid.length - 1))];
      const link = line[Math.max(0, Math.min(column, line.length - 1))];
      from.tabIndex = -1;
      link.tabIndex = 0;
      link.focus();
      show(link);
    };
    table.addEventListener("keydown", event => {
      const place = at(event.target);
      const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0],
        PageDown: [10, 0], Home: [0, -1000], End: [0, 1000] };
      const move = moves[event.key];
      if (!place || !move || event.altKey || event.metaKey) {
        return;
      }
      event.preventDefault();
      /* the line of headings has no first column of its own */
      const shift = place.row === 0 && move[0] > 0 ? 1 : place.row > 0 && place.row + move[0] <= 0 && move[0] < 0 ? -1 : 0;
      go(event.target, place.row + (event.ctrlKey && move[1] ? Math.sign(move[1]) * 1000 : move[0]), place.column + move[1] + shift);
    });
  }

  /** What lies below the fixed head and beside the fixed columns comes into view. */
  function show(link) {
    const box = link.closest(".board-scroll");
    const head = box.querySelector(".leaves th").getBoundingClientRect().bottom;
    const side = box.querySelector("thead .total").getBoundingClientRect().right;
    const foot = box.querySelector("tfoot tr").getBoundingClientRect().top;
    const place = link.getBoundingClientRect();
    if (link.closest("tbody")) {
      box.scrollTop += place.top < head ? place.top - head : place.bottom > foot ? place.bottom - foot : 0;
    }
    if (link.closest("td") || link.closest(".leaves")) {
      box.scrollLeft += place.left < side ? place.left - side : 0;
    }
  }

  /** Says in words what the field under the pointer or focus is. */
  function tell(table, line) {
    const say = event => {
      const link = event.target.closest("a");
      line.textContent = link ? words(link) : line.dataset.empty;
    };
    table.addEventListener("mouseover", say);
    table.addEventListener("focusin", say);
  }

  /** Asks for news and changes only the parts that differ: focus, selection and scrolling stay as they are. */
  function follow(place) {
    if (!place) {
      return;
    }
    const state = document.getElementById("live-state");
    const pause = Number(new URLSearchParams(location.search).get("pause")) || 5000;
    let seen = "";
    const ask = async () => {
      if (document.hidden) {
        return setTimeout(ask, pause);
      }
      try {
        const answer = await fetch(place.dataset.live, { cache: "no-store",
          headers: { "X-Requested-With": "XMLHttpRequest", ...(seen ? { "If-None-Match": seen } : {}) } });
        if (answer.status === 401) {
          state.textContent = place.dataset.signedOut;
          return;
        }
        if (answer.status === 200) {
          seen = answer.headers.get("ETag") || "";
          take(new DOMParser().parseFromString(await answer.text(), "text/html"));
        }
        state.textContent = answer.ok || answer.status === 304 ? "" : place.dataset.lost;
      } catch (lost) {
        state.textContent = place.dataset.lost;
      }
      setTimeout(ask, pause);
    };
    setTimeout(ask, pause);
  }

  function take(news) {
    if (lines(document) !== lines(news)) {
      const { scrollTop, scrollLeft } = document.querySelector(".board-scroll") || {};
      fill(document.getElementById("matrix"), news.getElementById("matrix"));
      document.querySelector(".board-scroll")?.scrollTo(scrollLeft || 0, scrollTop || 0);
      ready();
    }
    let drawn = false;
    for (const fresh of news.querySelectorAll("[data-part]")) {
      const old = document.getElementById(fresh.id);
      if (old && old.tagName === "A") {
        mark(old, fresh);
      } else if (old && old.innerHTML !== fresh.innerHTML) {
        fill(old, fresh);
        drawn = drawn || old.id === "progress-rows";
      }
    }
    if (drawn) {
      draw();
    }
  }

  /** Which rows and columns are shown. */
  function lines(page) {
    return [...page.querySelectorAll("#board .leaves a, #board tbody th a")].map(link => link.id).join();
  }

  /** Takes over what is new of a field, row or column. */
  function mark(old, fresh) {
    const now = name => fresh.getAttribute(name) || "";
    const news = ["aria-label", "title"].filter(name => (old.getAttribute(name) || "") !== now(name));
    if (news.length === 0 && old.className.replace(/ ?changed/, "") === fresh.className) {
      return;
    }
    news.forEach(name => old.setAttribute(name, now(name)));
    if (old.closest("td")) {
      old.className = fresh.className + " changed";
      old.textContent = fresh.textContent;
      setTimeout(() => old.classList.remove("changed"), 2000);
    }
    if (old === document.activeElement) {
      document.getElementById("detail").textContent = words(old);
    }
  }

  /** What a field, row or column is, in words. */
  function words(link) {
    return link.getAttribute("aria-label") || link.title;
  }

  /** Replaces what is inside; the focus stays on the link that leads to the same place. */
  function fill(old, fresh) {
    const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    old.innerHTML = fresh.innerHTML;
    if (focused) {
      const links = [...old.querySelectorAll("a")];
      const same = links.find(link => link.getAttribute("href") === focused) || links[0];
      same?.focus({ preventScroll: true });
    }
  }

  /** Draws the progress from its table. */
  function draw() {
    const table = document.getElementById("progress");
    const section = document.getElementById("progress-draw");
    if (!table || !window.echarts) {
      return;
    }
    const rows = [...table.tBodies[0].rows].map(row => ({
      name: row.cells[0].textContent.trim(),
      values: [2, 3, 4].map(i => Number(row.cells[i].textContent.replaceAll(",", ""))),
    }));
    if (rows.length === 0) {
      return;
    }
    const names = [2, 3, 4].map(i => table.tHead.rows[0].cells[i].textContent);
    const upright = table.dataset.by === "day";
    const place = document.getElementById("progress-chart");
    section.classList.remove("away");
    place.style.height = upright ? "18rem" : rows.length * 20 + 70 + "px";
    const colours = ["#5f9e5b", "#e0a800", "#c9d1d9"];
    const chart = echarts.getInstanceByDom(place) || echarts.init(place, null, { renderer: "svg" });
    chart.resize();
    const category = { type: "category", data: rows.map(row => row.name), inverse: !upright, axisTick: { show: false },
      axisLabel: upright ? { hideOverlap: true } : { interval: 0, width: innerWidth < 600 ? 110 : 190, overflow: "truncate" } };
    const value = { type: "value", minInterval: 1 };
    chart.setOption({
      animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      legend: { top: 0, left: 0 },
      grid: { left: 8, right: 16, top: 34, bottom: 8, containLabel: true },
      xAxis: upright ? category : { ...value, position: "top" },
      yAxis: upright ? value : category,
      series: names.map((name, i) => ({ name, type: "bar", stack: "all", data: rows.map(row => row.values[i]),
        barMaxWidth: 16, itemStyle: { color: colours[i], ...(i === 1 ? { decal: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -0.8, color: "rgba(0,0,0,.25)" } } : {}) } })),
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
    }, true);
    addEventListener("resize", () => chart.resize());
  }
});
