#!/usr/bin/env python3
"""Writes the files that the import is tested on: each layout in several shapes, all of a layout's
with the same figures. `expected.json` has those figures, and how many things are rejected.

    python3 make_corpus.py        in this folder; needs python3-openpyxl
"""

import csv
import datetime
import io
import json
import pathlib
import zipfile

import openpyxl

HERE = pathlib.Path(__file__).parent
MONTHS = ["2025-12-31", "2026-02-28", "2026-03-31"]
# What the header says, what its rows say, and what of it is a figure of the series.
EDB = {
    "names": ["5G移动电话用户", "千兆宽带接入用户", "中国:没有的指标"],
    "units": ["万户", "亿户", "%"],
    "ids": ["M0001", "M0002", "M0003"],
    "rows": {"2025-12-31": [120400, 2.38, 1], "2026-02-28": [123500, None, 2],
             "2026-03-31": [124700, 2.48, 3]},
}
EDB_FIGURES = {
    "miit.mobile_5g_users": {"2025-12-31": 12.04, "2026-02-28": 12.35, "2026-03-31": 12.47},
    "miit.gigabit_users": {"2025-12-31": 2.38, "2026-03-31": 2.48},
}
DAYS = {"2026-04-08": [9600.5, 3100.25], "2026-04-09": [9610.0, 3110.75],
        "2026-04-10": [9652.4, 3127.85]}
CLOSES = {"8841058.WI": {day: row[0] for day, row in DAYS.items()},
          "866052.WI": {day: row[1] for day, row in DAYS.items()}}


def csv_bytes(rows, encoding, separator=","):
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode(encoding)


def save(name, content):
    (HERE / name).write_bytes(content)


def workbook(name, sheets, hidden=()):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        if title in hidden:
            sheet.sheet_state = "hidden"
    book.save(HERE / name)


def without_styles(name):
    """A broken styles part, as some exports have it."""
    with zipfile.ZipFile(HERE / name) as book:
        parts = {entry: book.read(entry) for entry in book.namelist()}
    parts["xl/styles.xml"] = b"<styleSheet><fonts count='9'><font></fonts>"
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as book:
        for entry, content in parts.items():
            book.writestr(entry, content)


def edb_rows(corner, months, dates, text, extra=()):
    rows = [[corner, *EDB["names"]], ["频率", "月", "月", "月"], ["单位", *EDB["units"]],
            ["指标ID", *EDB["ids"]], ["来源", "工信部", "工信部", "某处"], *extra]
    for month in months:
        rows.append([dates(month), *[text(value) for value in EDB["rows"][month]]])
    return rows + [["数据来源：Wind"]]


def day(month):
    return datetime.date.fromisoformat(month)


def serial(month):
    return (day(month) - datetime.date(1899, 12, 30)).days


def blank(value):
    return "" if value is None else value


def thousands(value):
    return "" if value is None else f"{value:,}"


def wind_edb():
    save("wind-edb.gb18030.csv", csv_bytes(edb_rows("指标名称", MONTHS, str, blank), "gb18030"))
    save("wind-edb.newest-first.csv",
         csv_bytes(edb_rows("Wind", MONTHS[::-1], lambda m: m.replace("-", "/"), thousands,
                            [["时间区间", "a", "b", "c"], ["更新时间", "", "", ""]]), "utf-8-sig"))
    workbook("wind-edb.dates.xlsx",
             {"说明": [["只是说明"]], "EDB": edb_rows("指标名称", MONTHS, day, lambda v: v)})
    workbook("wind-edb.serials.xlsx", {"EDB": edb_rows("Wind", MONTHS, serial, lambda v: v)})
    without_styles("wind-edb.serials.xlsx")
    content = (HERE / "wind-edb.dates.xlsx").read_bytes()
    save("wind-edb.named-csv.csv", content)


def choice():
    def rows(months, deep):
        head = [["宏观数据"], ["指标名称", *EDB["names"]]]
        if deep:
            head += [["频率", "月", "月", "月"], ["来源", "a", "b", "c"]]
        head += [["单位", *EDB["units"]]]
        body = [[month, *[blank(value) for value in EDB["rows"][month]]] for month in months]
        return head + body + [[], ["数据来源：东方财富Choice数据"]]
    save("choice.deep.csv", csv_bytes(rows(MONTHS[::-1], True), "gb18030"))
    save("choice.flat.csv", csv_bytes(rows(MONTHS, False), "utf-16"))
    workbook("choice.xlsx", {"Sheet1": rows(MONTHS[::-1], True)})


def quotes():
    def rows(code, date, junk):
        head = [["代码", "名称", "日期", "开盘价(元)", "最高价(元)", "最低价(元)", "收盘价(元)",
                 "成交额(百万)", "成交量(股)"]]
        body = []
        for when, closes in DAYS.items():
            for name, close in zip(("8841058.WI", "866052.WI"), closes):
                body.append([code(name), "指数", date(when), 1, 2, 0.5, close, 3, 4])
        if junk:
            body.append([code("8841058.WI"), "指数", date("2026-04-07"), 0, 0, 0, 0, 0, 0])
        return head + body
    save("wind-quotes.gb18030.csv", csv_bytes(rows(str, str, True), "gb18030"))
    save("wind-quotes.tabs.csv",
         csv_bytes(rows(str, lambda d: d.replace("-", ""), False), "utf-8", "\t"))
    workbook("wind-quotes.xlsx", {"收盘价": rows(str, day, True)})


def fred():
    def rows(header, gap):
        body = [[month, 12.04 + place, gap] for place, month in enumerate(MONTHS)]
        return [[header, "miit.mobile_5g_users", "miit.gigabit_users"], *body]
    save("fred.dots.csv", csv_bytes(rows("observation_date", "."), "utf-8"))
    save("fred.old.csv", csv_bytes(rows("DATE", "."), "utf-8"))
    save("fred.blanks.csv", csv_bytes(rows("observation_date", ""), "utf-8"))


def wide():
    def rows(header, date):
        return [[header, "miit.mobile_5g_users", "Gigabit broadband subscribers"],
                *[[date(month), 12.04 + place, "--"] for place, month in enumerate(MONTHS)]]
    save("wide.semicolons.csv", csv_bytes(rows("日期", lambda m: m[:7]), "utf-8", ";"))
    save("wide.chinese.csv",
         csv_bytes(rows("期间", lambda m: f"{m[:4]}年{int(m[5:7])}月"), "gb18030"))
    workbook("wide.hidden.xlsx",
             {"a": [["nothing here"]], "b": rows("date", day)}, hidden=("b",))


def tidy():
    def rows(order):
        lines = [["miit.mobile_5g_users", month, 12.04 + place]
                 for place, month in enumerate(MONTHS)]
        return [["code", "period_end", "value"], *lines[::order], *lines[:1]]
    save("tidy.csv", csv_bytes(rows(1), "utf-8"))
    save("tidy.newest-first.csv", csv_bytes(rows(-1), "utf-8-sig", "|"))
    workbook("tidy.xlsx", {"figures": rows(1)})


def main():
    for write in (wind_edb, choice, quotes, fred, wide, tidy):
        write()
    one_series = {"miit.mobile_5g_users": {month: 12.04 + place
                                           for place, month in enumerate(MONTHS)}}
    expected = {
        "wind-edb": {"figures": EDB_FIGURES, "rejected": ["no_series"]},
        "choice": {"figures": EDB_FIGURES, "rejected": ["no_series"]},
        "wind-quotes": {"figures": CLOSES, "rejected": ["impossible"]},
        "fred": {"figures": one_series, "rejected": []},
        "wide": {"figures": one_series, "rejected": []},
        "tidy": {"figures": one_series, "rejected": []},
    }
    (HERE / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n",
                                        encoding="utf-8")


main()
