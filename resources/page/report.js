"use strict";
// The figures under the pointer, read from the table beside the chart.
const reading = document.getElementById("reading");
for (const chart of document.querySelectorAll(".chart")) {
  const places = chart.dataset.places ? chart.dataset.places.split(" ").map(Number) : [];
  const table = chart.closest("figure").querySelector("table");
  if (!places.length || !table) continue;
  const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
  let marker = null;
  const leave = () => { reading.hidden = true; if (marker) { marker.remove(); marker = null; } };
  chart.addEventListener("pointerleave", leave);
  chart.addEventListener("pointermove", (event) => {
    const box = chart.getBoundingClientRect();
    const scale = box.width / Number(chart.dataset.width);
    const x = (event.clientX - box.left) / scale;
    let nearest = 0;
    places.forEach((place, i) => { if (Math.abs(place - x) < Math.abs(places[nearest] - x)) nearest = i; });
    const row = table.tBodies[0].rows[nearest];
    if (!row) return;
    reading.textContent = "";
    [...row.cells].forEach((cell, i) => {
      const line = document.createElement(i ? "div" : "strong");
      line.textContent = i ? heads[i] + "  " + (cell.textContent || "–") : cell.textContent;
      reading.append(line);
    });
    reading.hidden = false;
    const left = event.clientX + 16 + reading.offsetWidth < innerWidth ? event.clientX + 16 : event.clientX - 16 - reading.offsetWidth;
    reading.style.left = Math.max(4, left) + "px";
    reading.style.top = Math.max(4, event.clientY - reading.offsetHeight - 12) + "px";
    if (!marker) { marker = document.createElement("div"); marker.className = "marker"; chart.append(marker); }
    marker.style.left = places[nearest] * scale + "px";
  });
}
