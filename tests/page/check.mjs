// What other people's programs make of our files.
//
//   node check.mjs page REPORT.html            in headless Chromium, light and dark, wide and narrow
//   node check.mjs deck DECK.pptx EXHIBITS.json
//
// Prints faults and ends with status 1 where there are any.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const faults = [];
const fault = (...words) => faults.push(words.join(" "));

async function checkPage(file) {
  const { chromium } = await import("playwright-core");
  const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 420]) {
      const at = `${colorScheme} at ${width}:`;
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      const page = await context.newPage();
      page.on("console", (message) => message.type() === "error" && fault(at, "console:", message.text()));
      page.on("pageerror", (error) => fault(at, "script:", error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) fault(at, "asks for", request.url());
      });
      await page.goto(pathToFileURL(path.resolve(file)).href);
      const charts = page.locator(".chart");
      if ((await charts.count()) !== 20) fault(at, "charts:", await charts.count());
      const chart = page.locator("#exhibit-5g-share .chart");
      await chart.scrollIntoViewIfNeeded();
      const box = await chart.boundingBox();
      await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2);
      const reading = (await page.locator("#reading").textContent()) ?? "";
      if (!reading.includes("2026-02") || !reading.includes("67.6%")) fault(at, "hover says:", reading);
      await page.mouse.move(0, 0);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wider > 0) fault(at, "the page is wider than its window by", wider);
      await page.evaluate(axe);
      const result = await page.evaluate(() => globalThis.axe.run());
      for (const violation of result.violations) {
        if (["serious", "critical"].includes(violation.impact)) {
          fault(at, violation.id, violation.nodes[0].target, violation.nodes[0].failureSummary);
        }
      }
      await context.close();
    }
  }
  await browser.close();
}

const near = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/// The reader gives one family of a chart's series; all that it gives must be an exhibit's.
async function checkDeck(file, exhibitsFile) {
  const { parse } = await import("./node_modules/pptxtojson/dist/index.js");
  const bytes = fs.readFileSync(file);
  const deck = await parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength), {});
  const { exhibits } = JSON.parse(fs.readFileSync(exhibitsFile, "utf8"));
  const charts = deck.slides.flatMap((slide) => slide.elements.filter((element) => element.type === "chart"));
  const wanted = exhibits.filter((exhibit) => exhibit.kind !== "heat-table" && exhibit.x.length);
  if (charts.length !== wanted.length) fault("charts:", charts.length, "of", wanted.length);
  for (const chart of charts) {
    const kind = chart.chartType === "lineChart" ? "line" : "bar";
    const fits = wanted.some((exhibit) => chart.data.every((series) => exhibit.plots.some((plot) =>
      plot.kind === kind && series.key.startsWith(plot.name) &&
      series.values.every((value) => {
        const own = plot.values[Number(value.x)];
        return own !== null && own !== undefined && near(value.y, own);
      }) && series.values.length === plot.values.filter((value) => value !== null).length)));
    if (!fits) fault("no exhibit has the figures of", chart.chartType, chart.data.map((series) => series.key).join(", "));
  }
}

const [what, ...files] = process.argv.slice(2);
await (what === "page" ? checkPage(...files) : checkDeck(...files));
console.log(faults.join("\n") || "in order");
process.exit(faults.length ? 1 : 0);
